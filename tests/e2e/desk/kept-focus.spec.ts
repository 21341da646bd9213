import type { Locator } from '@playwright/test';
import { isPending } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { noteOf } from '../../support/build-meeting.ts';
import { carriedProblem, nextRakor } from '../../support/carried-matters.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { holdBack } from '../../support/desk-port.ts';
import { WORDS } from '../../support/locale-words.ts';
import { settled } from '../support/settled.ts';
import { openSettings } from './desk-places.ts';

const { desk: words, kit } = WORDS.id;
const filled = (text: string, n: number | string): string => text.replace(/\{\{\w+\}\}/, String(n));

test('whoever takes rows away or moves them by keys stays in their list', async ({ openDesk }) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  const press = async (button: Locator): Promise<void> => {
    await button.focus();
    await desk.keyboard.press('Enter');
  };
  const target = (what: 'up' | 'down' | 'remove', n: number) =>
    desk.getByRole('button', { name: filled(words.sheet.target[what], n), exact: true });
  const names = () =>
    desk
      .locator('.d-target-indicator textarea')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  // At the end of the list an arrow does nothing, and one press too many does no harm.
  await press(target('up', 2));
  await expect(target('up', 1)).toBeFocused();
  await desk.keyboard.press('Enter');
  expect(await names()).toEqual(['Jembatan', 'Jalan mantap', 'Irigasi']);
  await expect(target('up', 1)).toBeFocused();
  // The row that stands in its place, the one before it, and what is left.
  await press(target('remove', 1));
  await expect(target('remove', 1)).toBeFocused();
  expect(await names()).toEqual(['Jalan mantap', 'Irigasi']);
  await press(target('remove', 2));
  await expect(target('remove', 1)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: words.sheet.target.add, exact: true })).toBeFocused();
});

test('whoever orders the settings’ list of agencies by keys stays in it', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  await openSettings('agencies')(desk);
  const listed = double.view().settings.agencies.map(({ name }) => name);
  expect(listed).toHaveLength(3);
  const [first = '', second = '', third = ''] = listed;
  const button = (what: string, name: string) =>
    desk.getByRole('button', { name: what.replace(/\{\{\w+\}\}/, name), exact: true });
  const press = async (what: string, name: string): Promise<void> => {
    await button(what, name).focus();
    await desk.keyboard.press('Enter');
  };
  await press(words.agencies.up, second);
  await expect(desk.locator('.d-agencies tbody tr').first().getByRole('textbox').first()).toHaveValue(second);
  await expect(button(words.agencies.up, second)).toBeFocused();
  await press(kit.remove, second);
  await expect(button(kit.remove, first)).toBeFocused();
  await press(kit.remove, third);
  await expect(button(kit.remove, first)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.d-agencies')).toHaveCount(0);
  await expect(button(words.agencies.add, double.view().settings.defaults.term)).toBeFocused();
});

test('whoever takes a row away by pointing has no button under the next Enter', async ({ openDesk }) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  const rows = desk.locator('.d-target-row');
  await desk.getByRole('button', { name: filled(words.sheet.target.remove, 1), exact: true }).click();
  await expect(rows).toHaveCount(2);
  await desk.keyboard.press('Enter');
  await settled(desk);
  await expect(rows).toHaveCount(2);
});

test('whoever works in a note’s card by keys stays with the notes', async ({ openDesk }) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  const cards = desk.locator('[data-note-id]');
  await cards.nth(1).focus();
  // A follow-up takes the button away from which it was asked for.
  await desk.keyboard.press('Tab');
  await expect(cards.nth(1).getByRole('button', { name: words.notes.followUp })).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog').getByRole('spinbutton').first()).toBeFocused();
  await desk.keyboard.press('Control+Enter');
  await expect(cards.nth(1).getByRole('button', { name: words.notes.hasFollowUp })).toBeAttached();
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(cards.nth(1)).toBeFocused();
});

test('a note deleted from its own menu leaves the focus to the note beside it, and the last one to the note box', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(roomInATurn().meeting(), { latency: 200 });
  const cards = desk.locator('[data-note-id]');
  const left = async () => cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-note-id')));
  const [first, second, third] = await left();
  const card = (id: string | null | undefined) => desk.locator(`[data-note-id="${id}"]`);
  const removeByKeys = async (id: string | null | undefined): Promise<void> => {
    await card(id).getByRole('button', { name: words.notes.actions, exact: true }).focus();
    await desk.keyboard.press('ArrowUp');
    await expect(desk.getByRole('menuitem', { name: words.notes.delete })).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect(card(id)).toHaveCount(0);
  };
  await removeByKeys(second);
  await expect(card(third)).toBeFocused();
  // The last of the list has only one above it.
  await removeByKeys(third);
  await expect(card(first)).toBeFocused();
  await removeByKeys(first);
  await expect(desk.locator('#note-composer')).toBeFocused();
});

test('a note deleted by pointing leaves no other note under the next Delete', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const remove = holdBack(double, 'note.delete');
  const cards = desk.locator('[data-note-id]');
  await cards.nth(1).hover();
  const menu = cards.nth(1).getByRole('button', { name: words.notes.actions, exact: true });
  await menu.click();
  await desk.getByRole('menuitem', { name: words.notes.delete }).click();
  // The menu has given the focus back before the note goes.
  await expect(menu).toBeFocused();
  remove();
  await expect(cards).toHaveCount(2);
  const before = JSON.stringify(double.view().meeting?.notes);
  await desk.keyboard.press('Delete');
  await settled(desk);
  expect(JSON.stringify(double.view().meeting?.notes)).toBe(before);
});

test('no key of a note is left to a note of the next item', async ({ openDesk }) => {
  const room = roomInATurn();
  for (const item of orderedItems(room.meeting()).filter(isPending))
    room.send(item.kind === 'agency' ? noteOf(item.id, 'Alat kurang.') : { type: 'turn.skip', itemId: item.id });
  const { desk, double } = await openDesk(room.meeting());
  const cards = desk.locator('[data-note-id]');
  await cards.first().focus();
  await desk.keyboard.press('ArrowDown');
  await expect(cards.nth(1)).toBeFocused();
  await desk.keyboard.press('F9');
  await expect(cards).toHaveText([/Alat kurang/]);
  const before = JSON.stringify(double.view().meeting?.notes);
  await desk.keyboard.press('Delete');
  await settled(desk);
  expect(JSON.stringify(double.view().meeting?.notes)).toBe(before);
});

test('a note that comes back by undo takes nobody to the note box', async ({ openDesk }) => {
  const room = roomInATurn();
  for (const item of orderedItems(room.meeting()).filter(isPending))
    if (item.kind !== 'agency') room.send({ type: 'turn.skip', itemId: item.id });
  const { desk } = await openDesk(room.meeting());
  const cards = desk.locator('[data-note-id]');
  const box = desk.locator('#note-composer');
  await cards.first().focus();
  await desk.keyboard.press('ArrowDown');
  await expect(cards.nth(1)).toBeFocused();
  await desk.keyboard.press('F9');
  await expect(cards).toHaveCount(0);
  await desk.keyboard.press('Control+z');
  await expect(cards).toHaveCount(3);
  await expect(box).not.toBeFocused();
});

test('a note that undo takes from under its own editor leaves no key to another note', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const cards = desk.locator('[data-note-id]');
  const box = desk.locator('#note-composer');
  await box.fill('Alat berat rusak.');
  await box.press('Enter');
  await expect(cards).toHaveCount(4);
  await cards.first().focus();
  await desk.keyboard.press('Enter');
  await expect(cards.first().getByRole('textbox')).toBeFocused();
  await desk.keyboard.type('x');
  await desk.keyboard.press('Backspace');
  await desk.keyboard.press('Alt+z');
  await expect(cards).toHaveCount(3);
  const before = JSON.stringify(double.view().meeting?.notes);
  await desk.keyboard.press('Delete');
  await settled(desk);
  expect(JSON.stringify(double.view().meeting?.notes)).toBe(before);
});

test('a follow-up stays in the list while somebody is at it, whatever they make of it', async ({ openDesk }) => {
  const room = roomInATurn();
  const itemId = room.item('Dinas Pekerjaan Umum dan Penataan Ruang').id;
  for (const what of ['Perbaiki jalan', 'Bangun jembatan'])
    room.send({ type: 'followUp.add', noteId: null, itemId, what, pics: ['pupr'], due: null, status: 'open' });
  const { desk } = await openDesk(room.meeting());
  await desk.getByRole('tab', { name: words.tabs.followUps }).click();
  const cards = desk.locator('[data-follow-up-id]');
  const { status } = words.followUps;
  const filter = (name: string) => desk.getByRole('button', { name: new RegExp(`^${name} \\d`) });
  await filter(status.open).click();
  await expect(cards).toHaveCount(2);
  const radio = (at: number, name: string) => cards.nth(at).getByRole('radio', { name, exact: true });
  await radio(0, status.open).focus();
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('ArrowRight');
  await expect(radio(0, status.done)).toBeFocused();
  await expect(radio(0, status.done)).toBeChecked();
  await expect(filter(status.open)).toHaveText(`${status.open} 1`);
  // What is opened from the card, and a press on another status, are still at it.
  await radio(0, status.inProgress).focus();
  await desk.keyboard.press('Space');
  await expect(radio(0, status.inProgress)).toBeChecked();
  await cards.nth(0).locator('.d-follow-up-tools button').first().focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('menu')).toBeVisible();
  await expect(cards).toHaveCount(2);
  await desk.keyboard.press('Escape');
  await cards.nth(0).getByText(status.done, { exact: true }).click();
  await expect(radio(0, status.done)).toBeChecked();
  // Whoever goes on to the next card has left the first.
  await radio(1, status.open).focus();
  await expect(cards).toHaveCount(1);
  await expect(radio(0, status.open)).toBeFocused();
});

test('who is ticked among the absent stays until somebody goes on, and a removed row leaves the focus beside it', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  await desk.getByRole('tab', { name: words.tabs.attendance }).click();
  const rows = desk.locator('.d-attendee');
  const count = await rows.count();
  await desk.getByRole('button', { name: words.attendance.absentOnly }).click();
  const tick = (at: number) => rows.nth(at).getByRole('checkbox');
  const [first, second] = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-attendee-id')));
  // A space goes to the note box from where nobody came by keys.
  await desk.keyboard.press('Tab');
  await expect(tick(0)).toBeFocused();
  await desk.keyboard.press('Space');
  await expect(tick(0)).toBeChecked();
  await settled(desk);
  await expect(tick(0)).toBeFocused();
  await tick(1).focus();
  await expect(rows).toHaveCount(count - 1);
  await expect(rows.first()).toHaveAttribute('data-attendee-id', second ?? '');
  await desk.getByRole('button', { name: words.attendance.absentOnly }).click();
  await expect(rows).toHaveCount(count);
  await desk.locator(`[data-attendee-id="${first}"]`).getByRole('button').last().focus();
  await desk.keyboard.press('Enter');
  await expect(desk.locator(`[data-attendee-id="${second}"]`)).toBeFocused();
});

test('a problem deleted or raised again by a key leaves the focus in its list', async ({ openDesk }) => {
  const kept = [1, 2].map((n) => carriedProblem(`p${n}`, { text: `Masalah ${n}`, agencyId: 'pupr' }));
  const { desk } = await openDesk(nextRakor({ problems: kept }, [], roomInATurn().meeting()));
  await desk.getByRole('tab', { name: words.tabs.carried }).click();
  const rows = desk.locator('.d-problem');
  const press = async (button: Locator): Promise<void> => {
    await button.focus();
    await desk.keyboard.press('Enter');
  };
  await press(rows.first().getByRole('button', { name: words.problems.recur }));
  await expect(rows.first().getByRole('button', { name: words.problems.recur })).toHaveCount(0);
  await expect(rows.first()).toBeFocused();
  const remove = (n: number) =>
    desk.getByRole('button', { name: filled(words.problems.delete, `Masalah ${n}`), exact: true });
  await press(remove(1));
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toBeFocused();
  await press(remove(2));
  await expect(rows).toHaveCount(0);
  await expect(desk.locator('.d-carried')).toBeFocused();
});

test('what is deleted from the agenda by a key leaves the focus to its neighbour', async ({ openDesk }) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  const rows = desk.locator('.d-row-waiting');
  const next = await rows.nth(1).getAttribute('data-item-id');
  await rows.first().focus();
  await desk.keyboard.press('Delete');
  const asked = desk.getByRole('alertdialog');
  if (await asked.isVisible()) await desk.keyboard.press('Enter');
  await expect(desk.locator(`[data-item-id="${next}"]`)).toBeFocused();
});

test('the next item’s sheet takes no words of the one before, whatever keys came between', async ({ openDesk }) => {
  const room = roomInATurn();
  for (const item of orderedItems(room.meeting()).filter(isPending))
    if (item.kind !== 'agency') room.send({ type: 'turn.skip', itemId: item.id });
  const { desk, double } = await openDesk(room.meeting());
  const box = desk.locator('.d-target-indicator textarea:visible');
  await box.nth(1).click();
  await desk.keyboard.press('Backspace');
  await desk.keyboard.type('Jalan');
  await desk.keyboard.press('F9');
  await expect(box).toHaveCount(0);
  await desk.keyboard.type('Catatan rapat');
  await expect(desk.locator('#note-composer')).toHaveValue('Catatan rapat');
  const sheets = Object.values(double.view().meeting?.agenda.items ?? {}).map(({ sheet }) => JSON.stringify(sheet));
  expect(sheets.filter((sheet) => sheet.includes('Catatan'))).toEqual([]);
});
