import { meetingInATurn, savedMeeting } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { axeFaults } from '../support/axe.ts';
import { storedWords } from '../support/stored-words.ts';

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

test('the next meeting is made once: its form stays until the answer, whatever is open by then, and says what went wrong', async ({
  openDesk,
}) => {
  let answer: () => void = () => undefined;
  let isFull = false;
  const { desk, double } = await openDesk(null, {
    answers: {
      'meeting.continue': async () => {
        // Main shows what is open before it answers.
        double.change((view) => {
          view.meeting = isFull ? null : { ...meetingInATurn(), id: 'next', title: 'Rakor berikutnya' };
        });
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return isFull
          ? { ok: false, refusal: { code: 'diskFull', params: {} } }
          : { ok: true, value: { meetingId: 'next' } };
      },
    },
  });
  double.change((view) => {
    view.meetings = [{ ...savedMeeting(), interrupted: false }];
  });
  const dialog = desk.getByRole('dialog', { name: idDesk.series.title });
  const create = dialog.getByRole('button', { name: idDesk.start.create });
  const title = dialog.getByRole('textbox', { name: idDesk.details.title, exact: true });
  const continued = (): number => double.asked.filter(({ type }) => type === 'meeting.continue').length;
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  await desk.getByRole('button', { name: idDesk.series.menu }).first().click();
  await title.fill('Rakor berikutnya');
  await title.press('Enter');
  await expect(desk.locator('[data-note-id]').first()).toBeAttached();
  // Not another one, however often it is asked for.
  await expect(title).toHaveValue('Rakor berikutnya');
  await title.press('Enter');
  answer();
  await expect(dialog).toHaveCount(0);
  expect(continued()).toBe(1);
  await expect(bringBack).toHaveCount(0);
  expect(await storedWords(desk)).toEqual([]);

  // From the meeting, which is closed before the new one cannot be stored.
  isFull = true;
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: idDesk.series.menu }).click();
  await create.click();
  await expect(desk.getByRole('heading', { name: idDesk.start.new })).toBeAttached();
  answer();
  await expect(desk.getByText(WORDS.id.errors.diskFull)).toBeVisible();
  await expect(create).toBeEnabled();
});

test('a list of backups that cannot be read says so instead of none, and is read again when that is asked for', async ({
  openDesk,
}) => {
  let isUnread = true;
  const { desk } = await openDesk(meetingInATurn(), {
    answers: {
      'backup.list': () =>
        isUnread ? { ok: false, refusal: { code: 'diskFull', params: {} } } : { ok: true, value: [] },
    },
  });
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: idDesk.backup.dialogTitle }).click();
  const dialog = desk.getByRole('dialog', { name: idDesk.backup.dialogTitle });
  const none = dialog.getByText(idDesk.backup.empty, { exact: true });
  const again = dialog.getByRole('button', { name: WORDS.id.kit.tryAgain });
  await expect(dialog.getByRole('alert')).toContainText(idDesk.backup.unlisted);
  await expect(none).toHaveCount(0);
  await again.press('Enter');
  await expect(again).toBeFocused();
  isUnread = false;
  await again.press('Enter');
  await expect(none).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  // The next key is still for the dialog.
  await desk.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('what went wrong with a new meeting is told in a message once its form has left the screen', async ({
  openDesk,
}) => {
  let refuse: () => void = () => undefined;
  const { desk, double } = await openDesk(null, {
    answers: {
      'meeting.create': async () => {
        await new Promise<void>((resolve) => {
          refuse = resolve;
        });
        return { ok: false, refusal: { code: 'diskFull', params: {} } };
      },
    },
  });
  const asked = (): number => double.asked.filter(({ type }) => type === 'meeting.create').length;
  const title = desk.getByRole('textbox', { name: idDesk.details.title, exact: true });
  const told = desk.getByText(WORDS.id.errors.diskFull);
  await title.fill('Rakor berikutnya');
  await title.press('Enter');
  await expect.poll(asked).toBe(1);
  double.change((view) => {
    view.meeting = meetingInATurn();
  });
  await expect(desk.locator('[data-note-id]').first()).toBeAttached();
  refuse();
  await expect(desk.getByRole('alert').filter({ has: told })).toBeVisible();
  double.change((view) => {
    view.meeting = null;
  });
  await expect(title).toHaveValue('Rakor berikutnya');

  // While it is there, the form shows it.
  await title.press('Enter');
  await expect.poll(asked).toBe(2);
  refuse();
  await expect(desk.locator('form').filter({ has: told })).toBeVisible();
});
