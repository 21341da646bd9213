import { savedMeeting } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { axeFaults } from '../support/axe.ts';

const idDesk = WORDS.id.desk;

test('the start screen with a rakor to go on with is accessible', async ({ openDesk }) => {
  const { desk, double } = await openDesk(null);
  double.change((view) => {
    view.meetings = [savedMeeting()];
  });
  await expect(desk.getByRole('heading', { name: idDesk.start.interrupted })).toBeVisible();
  await expect(desk.getByRole('button', { name: new RegExp(`^${idDesk.start.resume}`) })).toBeVisible();
  await expect(desk.getByRole('button', { name: idDesk.start.create })).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
});

test('what is wrong with a pasted list is told where the button was pressed', async ({ openDesk }) => {
  const { desk } = await openDesk(null);
  await desk.setViewportSize({ width: 1366, height: 768 });
  await desk.getByRole('button', { name: idDesk.start.paste }).click();
  const names = Array.from({ length: 24 }, (_, n) => `Dinas Contoh ${n + 1}`);
  await desk.getByRole('textbox', { name: /^Daftar/ }).fill([...names, `Dinas ${'a'.repeat(250)}`].join('\n'));
  await desk.getByRole('button', { name: /^Ambil baris/ }).click();
  const create = desk.getByRole('button', { name: idDesk.start.create });
  await create.click();
  await expect(desk.getByText(/^1 baris harus diperbaiki dahulu/)).toBeInViewport();
});
