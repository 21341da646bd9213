import type { Meeting } from '#core/model/meeting.ts';
import { agencyRows } from '../../support/agency-rows.ts';
import { sendAllRaw, sendRaw } from '../support/raw.ts';
import { expect, test } from '../support/test.ts';

/** More than are drawn at once, on the board and on the page of an agency, and more than Chromium lays out around a window. */
const MANY = 60;

test('of long lists what is in sight is drawn first, and the rest comes after it or when it is asked for', async ({
  app,
}) => {
  const { desk } = app;
  const { keyboard } = desk;
  const agencies = agencyRows('Dinas Pekerjaan Umum; PUPR');
  const payload = { title: 'Rakor', date: '2026-01-05', agencies, carryFrom: null };
  await sendRaw(desk, { kind: 'request', type: 'meeting.create', payload });
  const { view } = (await sendRaw(desk, { kind: 'hello' })) as { view: { meeting: Meeting } };
  const { agencies: known } = view.meeting;
  const pics = Object.values(known).flatMap(({ id, name }) => (name === 'Dinas Pekerjaan Umum' ? [id] : []));
  const added = await sendAllRaw(
    desk,
    Array.from({ length: MANY }, (_, n) => {
      const record = { what: `Arahan nomor ${n + 1}`, pics, due: null, noteId: null, itemId: null } as const;
      return { kind: 'command', command: { type: 'followUp.add', status: 'open', ...record } } as const;
    }),
  );
  expect(added).toEqual(Array.from({ length: MANY }, () => expect.objectContaining({ ok: true })));
  /** How many rows there were with each change of the page. */
  await desk.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(document.querySelectorAll('.d-board-row').length)).observe(document.body, {
      subtree: true,
      childList: true,
    });
  });

  await keyboard.press('Control+Shift+t');
  const rows = desk.locator('.d-board-row');
  await expect(rows).toHaveCount(MANY);
  const seen = await desk.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen.find((count) => count > 0)).toBeLessThan(MANY);
  await expect(desk.getByRole('complementary').getByRole('button', { name: /^PUPR/ })).toContainText(
    `0 dari ${MANY} selesai`,
  );
  const first = rows.first().getByRole('checkbox');
  await first.focus();
  await keyboard.press('Space');
  await expect(first).toBeChecked();
  await expect(desk.getByText(/^1 dipilih/)).toBeVisible();

  // Rows that are out of sight keep their height, and not the width of a wider window.
  await desk.setViewportSize({ width: 1366, height: 768 });
  await rows.last().scrollIntoViewIfNeeded();
  await desk.setViewportSize({ width: 1024, height: 768 });
  const edge = (selector: string, side: 'left' | 'right') =>
    desk.locator(selector).evaluate((element, end) => element.getBoundingClientRect()[end], side);
  await expect(rows.last()).toBeInViewport();
  expect(await edge('.d-board-list', 'right')).toBeLessThan(await edge('.d-board-recap', 'left'));

  await rows.first().getByRole('button', { name: 'PUPR' }).focus();
  await keyboard.press('Enter');
  const list = desk.getByRole('dialog').locator('.d-agency-part', { hasText: 'Arahan nomor' }).getByRole('listitem');
  const more = desk.getByRole('dialog').getByRole('button', { name: `Tampilkan semua (${MANY})` });
  await expect(list).toHaveCount(10);
  await more.focus();
  await keyboard.press('Enter');
  await expect(list).toHaveCount(MANY);
  // The focus stays where it was.
  await expect(desk.getByRole('button', { name: 'Tampilkan sebagian saja' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(list).toHaveCount(10);
});
