import type { Locator } from '@playwright/test';
import { MINUTE } from '#core/time/units.ts';
import { openRoom, type Room, start } from '../../support/build-meeting.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';

const idDesk = WORDS.id.desk;

const PRESENTER = 'Dr. H. Ahmad Fauzi, S.T., M.T.';

/** A district's whole list, each with a long name and its presenter. */
function filledAgenda(): Room {
  const agencies = Array.from({ length: 41 }, (_, n) => ({
    id: `a${n}`,
    name: `Dinas Pemberdayaan Perempuan dan Perlindungan Anak ${n}`,
    short: `DP3A ${n}`,
    head: 'Kepala Dinas',
    inAgenda: true,
  }));
  const room = openRoom({ agencies });
  for (const { name } of agencies)
    room.send({
      type: 'item.edit',
      itemId: room.item(name).id,
      fields: { presenter: { name: PRESENTER, office: '', acting: 'plt', representing: false } },
    });
  room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: null, fixedStart: '08:40', index: 12 });
  return room;
}

/** How many of the agenda's rows are whole in sight, and how high the highest is. */
const rowsInSight = (list: Locator): Promise<{ whole: number; highest: number }> =>
  list.evaluate((place) => {
    const { top, bottom } = place.getBoundingClientRect();
    const boxes = (rows: string): DOMRect[] =>
      [...place.querySelectorAll(rows)].map((row) => row.getBoundingClientRect());
    return {
      whole: boxes('.d-row').filter((row) => row.top >= top && row.bottom <= bottom).length,
      // A break that will be late says so in a line of its own.
      highest: Math.max(...boxes('.d-row:not(:has(.d-row-late))').map(({ height }) => height)),
    };
  });

test('the agenda shows an item in one line, or in two where that is wanted, and more of them once the picture is folded', async ({
  openDesk,
}) => {
  const room = filledAgenda();
  start(room, 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak 3');
  room.clock.advance(20 * MINUTE);
  const { desk, double } = await openDesk(room.meeting(), {
    now: () => room.clock.at(),
    mono: () => room.clock.mono(),
  });
  const list = desk.locator('.d-agenda-scroll');
  await expect(list.locator('.d-row').first()).toBeVisible();
  const close = await rowsInSight(list);
  // A line of words and little more: twice as many as when each took two.
  expect(close.highest).toBeLessThan(36);
  expect(close.whole).toBeGreaterThan(9);

  const active = list.locator('.d-row-current');
  await expect(active.locator('.d-row-detail')).toHaveText(new RegExp(`^${PRESENTER}`));
  const seen = await active.locator('.d-row-words').evaluate((words) => {
    const detail = words.querySelector('.d-row-detail')?.getBoundingClientRect();
    return detail === undefined ? 0 : Math.min(detail.right, words.getBoundingClientRect().right) - detail.left;
  });
  expect(seen).toBeGreaterThan(40);
  // Found by a search in the window, the end of a line that is cut off is not brought into sight instead of the name.
  const moved = await list.evaluate((rows) => {
    for (const detail of rows.querySelectorAll('.d-row-detail'))
      detail.scrollIntoView({ inline: 'end', block: 'nearest' });
    return [...rows.querySelectorAll('.d-row-words, .d-row-line')].filter(({ scrollLeft }) => scrollLeft > 0).length;
  });
  expect(moved).toBe(0);

  // Handle and menu come to the row at which somebody is, by pointer or by key, and stay while its menu is open.
  const tools = list.locator('.d-row-drag, .d-row-more');
  await expect(tools).toHaveCount(0);
  const [first, second] = [list.locator('.d-row').nth(0), list.locator('.d-row').nth(1)];
  // A row says what it is in words that stand apart, and stays as high as it is; its dots say what they are for.
  await expect(active.locator('.d-row-words')).toHaveText(new RegExp(`^DP3A 3 ${PRESENTER}`));
  const late = list.locator('.d-row:has(.d-row-late:not(:empty))').first();
  const height = (): Promise<number> => late.evaluate((row) => row.getBoundingClientRect().height);
  const before = await height();
  await late.hover();
  await expect(late.locator('.d-row-more')).toBeVisible();
  expect(await height()).toBe(before);
  await first.hover();
  await expect(first.locator('.d-row-drag, .d-row-more')).toHaveCount(2);
  const onHandle = await first.locator('.d-row-handle').evaluate((handle) => {
    const { left, top, width, height } = handle.getBoundingClientRect();
    return handle.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(onHandle).toBe(true);
  await first.locator('.d-row-more').click();
  await expect(desk.getByRole('menu')).toBeVisible();
  await second.hover({ force: true });
  await expect(desk.getByRole('menu')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(first.locator('.d-row-more')).toBeFocused();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('ArrowDown');
  await expect(second.locator('.d-row-drag, .d-row-more')).toHaveCount(2);
  await desk.keyboard.press('ArrowRight');
  await expect(second.locator('.d-row-drag')).toBeFocused();
  await desk.mouse.move(0, 0);
  await expect(tools).toHaveCount(2);

  await desk.getByRole('button', { name: idDesk.projector.fold }).click();
  await expect(desk.locator('.d-room')).toHaveCount(0);
  expect((await rowsInSight(list)).whole).toBeGreaterThan(close.whole + 3);
  expect(double.view().settings.roomPicture).toBe(false);
  await desk.getByRole('button', { name: idDesk.projector.unfold }).click();
  await expect(desk.locator('.d-room')).toHaveCount(1);

  await desk.getByRole('button', { name: idDesk.agenda.change }).click();
  await desk.getByRole('menuitem', { name: idDesk.agenda.rowsRoomy }).click();
  await expect.poll(async () => (await rowsInSight(list)).highest).toBeGreaterThan(45);
  expect(double.view().settings.agendaRows).toBe('roomy');
  await expect(active).toContainText(PRESENTER);
});

test('whoever goes on before an item is deleted stays there, and an item that is not selected leaves the selection', async ({
  openDesk,
}) => {
  const room = filledAgenda();
  start(room, 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak 0');
  const { desk, double } = await openDesk(room.meeting(), { latency: 400 });
  const row = (n: number): Locator => {
    const { id } = room.item(`Dinas Pemberdayaan Perempuan dan Perlindungan Anak ${n}`);
    return desk.locator(`.d-row[data-item-id="${id}"]`);
  };
  const isSelected = (n: number) => expect(row(n)).toHaveAttribute('aria-selected', 'true');
  const said = (n: number) => expect(desk.getByText(new RegExp(`DP3A ${n} dihapus`))).toBeVisible();
  await row(1).click();
  await isSelected(1);
  await desk.keyboard.press('Delete');
  for (let step = 0; step < 3; step += 1) await desk.keyboard.press('ArrowDown');
  await said(1);
  await expect(row(4)).toBeFocused();
  await isSelected(4);

  // The neighbour takes both if nothing was done since.
  await desk.keyboard.press('Delete');
  await said(4);
  await expect(row(5)).toBeFocused();
  await isSelected(5);

  // Back at what is going on before the answer, or before the key.
  await desk.keyboard.press('Delete');
  await desk.keyboard.press('Alt+Home');
  await said(5);
  await isSelected(0);
  await row(6).focus();
  await desk.keyboard.press('Delete');
  await said(6);
  await expect(row(7)).toBeFocused();
  await isSelected(0);

  await desk.keyboard.press('Delete');
  await desk.keyboard.type('Segera');
  await said(7);
  await expect(desk.getByRole('textbox', { name: idDesk.noteBox.label })).toBeFocused();
  expect(double.sent.filter(({ type }) => type === 'agenda.remove')).toHaveLength(5);
});
