import type { Page } from '@playwright/test';
import { isPending } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { noteOf } from '../../support/build-meeting.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { settled } from '../support/settled.ts';

const { desk: words } = WORDS.id;
const MANY = 40;
const LONG = 'Perbaikan jalan. '.repeat(60);

/** The turn of an agency with many notes, before that of another with some. */
function roomOfManyNotes() {
  const room = roomInATurn();
  const first = room.meeting().current ?? '';
  for (let n = 1; n <= MANY; n += 1) room.send(noteOf(first, n === MANY ? LONG : `Catatan nomor ${n}.`));
  const next = orderedItems(room.meeting()).filter(isPending);
  for (const item of next) if (item.kind !== 'agency') room.send({ type: 'turn.skip', itemId: item.id });
  const second = next.find(({ kind }) => kind === 'agency')?.id ?? '';
  for (let n = 1; n <= 8; n += 1) room.send(noteOf(second, n === 8 ? LONG : `Arahan nomor ${n}.`));
  return { room, first, second };
}

const cards = (desk: Page) => desk.locator('[data-note-id]');
const count = (desk: Page) => cards(desk).count();

test('of many notes those in sight are built, and the rest as somebody comes to them', async ({ openDesk }) => {
  const { room } = roomOfManyNotes();
  const { desk } = await openDesk(room.meeting());
  const all = MANY + 3;
  await expect(cards(desk).first()).toBeVisible();
  await settled(desk);
  expect(await count(desk)).toBeLessThan(all / 2);
  // Whoever hears the list is told how many there are.
  const first = desk.getByRole('list', { name: words.notes.list }).getByRole('listitem').first();
  await expect(first).toHaveAttribute('aria-setsize', String(all));
  await expect(first).toHaveAttribute('aria-posinset', '1');

  await cards(desk).first().focus();
  // As fast as a held-down key can be: before anything is painted.
  await desk.evaluate(() => {
    const down = { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, cancelable: true };
    for (let n = 1; n < 30; n += 1) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', down));
  });
  await expect(cards(desk).nth(29)).toBeFocused();
  await expect(cards(desk).nth(29)).toBeInViewport();

  // As by the wheel: to the end of what is there, until there is no more.
  await expect
    .poll(async () => {
      await desk.locator('.d-note-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      return count(desk);
    })
    .toBe(all);
  await expect(cards(desk).last()).toContainText('Ruas jalan Mantewe.');
  // A new one costs none of those that are there.
  await desk.keyboard.type('Satu lagi.');
  await desk.keyboard.press('Enter');
  await expect(cards(desk)).toHaveCount(all + 1);
});

test('a card shows the next item’s note, and is not taken for the one it showed', async ({ openDesk }) => {
  const { room, first, second } = roomOfManyNotes();
  const { desk, double } = await openDesk(room.meeting());
  const more = cards(desk).first().getByRole('button', { name: words.notes.more });
  await more.click();
  await expect(cards(desk).first().getByRole('button', { name: words.notes.less })).toBeVisible();
  await cards(desk).nth(1).focus();
  const card = await cards(desk).nth(1).elementHandle();
  await desk.keyboard.press('F9');
  await expect(cards(desk).first()).toContainText('Perbaikan jalan.');
  await expect(cards(desk).nth(1)).toContainText('Arahan nomor 7.');
  // Unfolded was the other item's.
  await expect(more).toBeVisible();
  // What is pressed at a card that is gone means no other note.
  expect(await card?.evaluate((element) => element.isConnected)).toBe(false);
  await desk.keyboard.press('Delete');
  await settled(desk);
  expect(double.view().meeting?.agenda.items[second]?.noteIds).toHaveLength(8);

  // A card that is open for changing is built wherever it is, and keeps its words.
  await desk.locator(`[data-item-id="${first}"]`).click();
  await expect(cards(desk).nth(1)).toContainText(`Catatan nomor ${MANY - 1}.`);
  await cards(desk).first().focus();
  for (let n = 1; n < 20; n += 1) await desk.keyboard.press('ArrowDown');
  await cards(desk)
    .nth(19)
    .dblclick({ position: { x: 20, y: 12 } });
  const box = desk.getByRole('textbox', { name: words.notes.editText });
  await box.pressSequentially(' Segera.');
  await desk.locator(`[data-item-id="${second}"]`).click();
  await expect(cards(desk).nth(1)).toContainText('Arahan nomor 7.');
  await expect(box).toHaveCount(0);
  const row = desk.locator(`[data-item-id="${first}"]`);
  await row.click();
  await expect(box).toHaveValue(/ Segera\.$/);
  // Nobody asked for it this time: what is typed now is a new note, and the arrows still go through the agenda.
  await settled(desk);
  await expect(row).toBeFocused();
  await desk.keyboard.type('Baru');
  await expect(box).toHaveValue(/ Segera\.$/);
  await expect(desk.getByRole('textbox', { name: words.noteBox.label })).toHaveValue('Baru');
});

test('a key pressed while a note is changed means that note, and one pressed at a typed text means the text', async ({
  openDesk,
}) => {
  const { room, first } = roomOfManyNotes();
  const { desk, double } = await openDesk(room.meeting());
  const composer = desk.getByRole('textbox', { name: words.noteBox.label });
  const box = desk.getByRole('textbox', { name: words.notes.editText });
  const notes = () => double.view().meeting?.agenda.items[first]?.noteIds ?? [];
  const noteAt = (place: number) => double.view().meeting?.notes[first]?.[notes().at(place) ?? ''];
  await cards(desk).nth(3).focus();
  await desk.keyboard.press('Enter');
  await box.pressSequentially(' Segera.');
  for (const key of ['Alt+p', 'Alt+a', 'Alt+2']) await desk.keyboard.press(key);
  await expect.poll(() => noteAt(-4)?.visibility).toBe('private');
  await expect(box).toBeFocused();
  expect(await composer.inputValue()).toBe('');
  await desk.keyboard.press('Enter');
  await expect
    .poll(() => noteAt(-4))
    .toMatchObject({ kind: 'directive', author: { role: 'wakil' }, text: 'Catatan nomor 37. Segera.' });

  // Another agency as well: it is asked for in the note's own box.
  await cards(desk).nth(3).focus();
  await desk.keyboard.press('Enter');
  const editor = desk.getByRole('group', { name: words.notes.edit });
  const agency = editor.getByRole('combobox');
  await editor.getByRole('button', { name: words.author.label }).click();
  await desk.getByRole('option', { name: words.author.other.replace('{{term}}', 'SKPD') }).click();
  await expect(agency).toBeFocused();
  await agency.press('Escape');
  await expect(agency).toHaveCount(0);
  await expect(box).toBeFocused();
  await box.press('Alt+0');
  await expect(agency).toBeFocused();
  await agency.fill('Kesehatan');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(box).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect.poll(() => noteAt(-4)?.author).toEqual({ kind: 'agency', agencyId: 'dinkes' });

  // Alt+J and Alt+O take in what is typed first, here as in the note box.
  await cards(desk).nth(4).focus();
  await desk.keyboard.press('Enter');
  await box.pressSequentially(' Besok.');
  await desk.keyboard.press('Alt+j');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('textbox').first()).toHaveValue('Catatan nomor 36. Besok.');
  await desk.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await composer.fill('Jalan rusak.');
  await desk.keyboard.press('Alt+o');
  await expect.poll(() => noteAt(-1)).toMatchObject({ text: 'Jalan rusak.', author: { role: 'bupati' } });
  const problems = () => Object.values(double.view().meeting?.problems.items ?? {}).map(({ text }) => text);
  await expect.poll(problems).toEqual(['Jalan rusak.']);
});
