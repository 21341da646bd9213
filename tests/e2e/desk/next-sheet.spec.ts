import { isPending } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { holdScript } from '../support/hold-script.ts';
import { settled } from '../support/settled.ts';

const { desk: words, fields } = WORDS.id;

/** A desk in the turn of an agency, after which another agency is next. */
function roomBeforeAnother() {
  const room = roomInATurn();
  for (const item of orderedItems(room.meeting()).filter(isPending))
    if (item.kind !== 'agency') room.send({ type: 'turn.skip', itemId: item.id });
  return room;
}

test('nothing of one item’s sheet goes on into that of the next', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomBeforeAnother().meeting());
  const first = double.view().meeting?.current ?? '';
  const box = (name: string) => desk.getByRole('textbox', { name, exact: true });
  const [ceiling, vision] = [box(words.sheet.money.ceiling), box(fields.sheet.vision)];
  const note = box(words.noteBox.label);
  await ceiling.fill('sekian');
  // Both are as empty as the next item's, but what was in them can be undone.
  await vision.focus();
  await desk.keyboard.type('Jalan mantap');
  await vision.press('ControlOrMeta+a');
  await vision.press('Backspace');
  const problems = box(fields.sheet.problems);
  await problems.focus();
  await desk.keyboard.type('Hujan');
  await desk.keyboard.press('F9');
  await expect.poll(() => double.view().meeting?.current).not.toBe(first);
  await expect(problems).toHaveValue('');
  await expect(ceiling).toHaveValue('');

  // Whoever was in a field has not come to the same one of another item.
  await desk.keyboard.type('Tahap dua');
  await expect(note).toHaveValue('Tahap dua');
  await vision.focus();
  await vision.press('ControlOrMeta+z');
  await expect(vision).toHaveValue('');

  await desk.locator(`[data-item-id="${first}"]`).click();
  await expect(problems).toHaveValue('Hujan');
  await expect(ceiling).toHaveValue('sekian');
  expect(double.view().meeting?.agenda.items[first]?.sheet?.problems).toBe('Hujan');
});

test('a dialog that comes only when the next was called gives nobody a field of it for one of the item before', async ({
  page,
  openDesk,
}) => {
  const release = await holdScript(page, /dialogs-seldom[^/]*\.js$/);
  const { desk } = await openDesk(roomBeforeAnother().meeting());
  const problems = desk.getByRole('textbox', { name: fields.sheet.problems, exact: true });
  await problems.fill('Hujan');
  await desk.keyboard.press('F1');
  await expect(desk.locator('dialog[open]')).toBeVisible();
  await desk.keyboard.press('F9');
  await expect(desk.getByLabel(fields.sheet.problems, { exact: true })).toHaveValue('');
  release();
  await expect(desk.getByRole('dialog', { name: words.help.title })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await settled(desk);
  await desk.keyboard.type('Tahap');
  await expect(desk.getByRole('textbox', { name: words.noteBox.label, exact: true })).toHaveValue('Tahap');
  await expect(problems).toHaveValue('');
});

test('a dialog, or a tip that goes, gives nobody a field of the next item for one of the item before', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(roomBeforeAnother().meeting());
  const first = double.view().meeting?.current ?? '';
  const problems = desk.getByRole('textbox', { name: fields.sheet.problems, exact: true });
  const note = desk.getByRole('textbox', { name: words.noteBox.label, exact: true });
  await problems.focus();
  await desk.keyboard.press('F1');
  await expect(desk.getByRole('dialog')).toBeVisible();
  await desk.keyboard.press('F9');
  await expect.poll(() => double.view().meeting?.current).not.toBe(first);
  await expect(problems).toHaveValue('');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await settled(desk);
  await desk.keyboard.type('Tahap');
  await expect(note).toHaveValue('Tahap');

  await problems.focus();
  await desk.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.body.append(document.createElement('aside'));
    document.querySelector('body > aside')?.remove();
  });
  await settled(desk);
  await desk.keyboard.type(' dua');
  await expect(note).toHaveValue('Tahap dua');
  await expect(problems).toHaveValue('');
});

test('a row of targets shows the next item’s, and is not taken for the one it showed', async ({ openDesk }) => {
  const room = roomBeforeAnother();
  const first = room.meeting().current ?? '';
  const second = orderedItems(room.meeting()).find(isPending)?.id ?? '';
  const targets = (...names: string[]) =>
    names.map((name) => ({ id: name, indicator: name, unit: 'km', target: '9', achieved: '4', change: '' }));
  room.send({ type: 'sheet.edit', itemId: first, fields: { targets: targets('Jalan', 'Jembatan') } });
  room.send({ type: 'sheet.edit', itemId: second, fields: { targets: targets('Guru', 'Buku') } });
  const { desk, double } = await openDesk(room.meeting());
  const nth = (at: number) => desk.getByRole('textbox', { name: words.sheet.target.indicator, exact: true }).nth(at);
  await nth(0).fill('Jalan mantap');
  await nth(1).focus();
  const [untouched, own] = [await nth(0).elementHandle(), await nth(1).elementHandle()];
  await desk.keyboard.press('F9');
  await expect(nth(0)).toHaveValue('Guru');
  await expect(nth(1)).toHaveValue('Buku');
  // The boxes stay, but for those of the row that somebody was in: what is pressed there means no other.
  expect(await untouched?.evaluate((box) => box.isConnected)).toBe(true);
  expect(await own?.evaluate((box) => box.isConnected)).toBe(false);
  await nth(0).press('ControlOrMeta+z');
  await expect(nth(0)).toHaveValue('Guru');
  await settled(desk);
  const sheetOf = (id: string) =>
    double.view().meeting?.agenda.items[id]?.sheet?.targets.map(({ indicator }) => indicator);
  expect([sheetOf(first), sheetOf(second)]).toEqual([
    ['Jalan mantap', 'Jembatan'],
    ['Guru', 'Buku'],
  ]);
});

test('a target that was added takes the focus once, and not when its item is shown again', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomBeforeAnother().meeting());
  const first = double.view().meeting?.current ?? '';
  const box = desk.getByRole('textbox', { name: words.sheet.target.indicator, exact: true });
  await desk.getByRole('button', { name: words.sheet.target.add }).click();
  await expect(box.last()).toBeFocused();
  await desk.keyboard.type('Jalan mantap');
  const count = await box.count();
  await desk.keyboard.press('F9');
  await expect(box).toHaveCount(0);
  const row = desk.locator(`[data-item-id="${first}"]`);
  await row.click();
  await expect(box).toHaveCount(count);
  await settled(desk);
  await expect(row).toBeFocused();
});

test('the button that adds a target does not take the focus back in the sheet of the next item', async ({
  openDesk,
}) => {
  const room = roomBeforeAnother();
  const target = { id: 'a', indicator: 'Jalan', unit: 'km', target: '9', achieved: '4', change: '' };
  room.send({ type: 'sheet.edit', itemId: room.meeting().current ?? '', fields: { targets: [target] } });
  const { desk } = await openDesk(room.meeting());
  const row = desk.getByRole('textbox', { name: words.sheet.target.indicator, exact: true });
  const add = desk.getByRole('button', { name: words.sheet.target.add });
  await row.focus();
  await add.focus();
  await desk.keyboard.press('F9');
  await expect(row).toHaveCount(0);
  await settled(desk);
  await expect(add).not.toBeFocused();
});

test('a target that stands in the boxes of another when its item is shown again undoes nothing of that one', async ({
  openDesk,
}) => {
  const room = roomBeforeAnother();
  const first = room.meeting().current ?? '';
  const second = orderedItems(room.meeting()).find(isPending)?.id ?? '';
  const targets = (...names: string[]) =>
    names.map((name) => ({ id: name, indicator: name, unit: '', target: '', achieved: '', change: '' }));
  room.send({ type: 'sheet.edit', itemId: first, fields: { targets: targets('Jalan', 'Jembatan') } });
  room.send({ type: 'sheet.edit', itemId: second, fields: { targets: targets('Guru') } });
  const { desk } = await openDesk(room.meeting());
  const nth = (at: number) => desk.getByRole('textbox', { name: words.sheet.target.indicator, exact: true }).nth(at);
  await nth(1).focus();
  await desk.keyboard.press('ControlOrMeta+a');
  await desk.keyboard.type('Jalan');
  await nth(0).focus();
  await desk.keyboard.press('F9');
  await expect(nth(0)).toHaveValue('Guru');
  await desk.locator(`[data-item-id="${first}"]`).click();
  await expect(nth(0)).toHaveValue('Jalan');
  await nth(0).press('ControlOrMeta+z');
  await settled(desk);
  await expect(nth(0)).toHaveValue('Jalan');
});
