import type { Meeting } from '#core/model/meeting.ts';
import { noteOf } from '../../support/build-meeting.ts';
import { meetingInATurn, roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { picture } from '../../support/pictures.ts';
import { storedWords } from '../support/stored-words.ts';

const idDesk = WORDS.id.desk;

test('Escape in a note puts the words away, and undo brings them back without touching the note', async ({
  openDesk,
}) => {
  // Slow enough that the words are being sent when they are discarded.
  const { desk, double } = await openDesk(meetingInATurn(), { latency: 600 });
  const count = (): number => Object.values(double.view().meeting?.notes ?? {}).flatMap(Object.keys).length;
  const before = count();
  await desk.locator('[data-note-id]').first().focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Segera.');
  await expect.poll(() => double.sent.map(({ type }) => type)).toContain('draft.set');
  await desk.keyboard.press('Escape');
  await expect(desk.getByText(idDesk.words.noteLeft)).toBeVisible();
  await expect.poll(() => storedWords(desk)).toEqual([]);
  await picture(desk, 'hands/words-left.png');
  await expect(desk.locator('[data-note-id]').first()).toBeFocused();
  await desk.keyboard.press('Control+z');
  const box = desk.getByRole('textbox', { name: idDesk.notes.editText });
  await expect(box).toHaveValue(/ Segera\.$/);
  expect(count()).toBe(before);

  // Opened again meanwhile: the box takes the words, and what was typed there since is a key away in its turn.
  const isAtCard = await box.evaluate((one) => {
    one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return document.activeElement?.hasAttribute('data-note-id');
  });
  // A key that comes before the next frame is for the note already.
  expect(isAtCard).toBe(true);
  await desk.keyboard.press('Enter');
  await expect(box).not.toHaveValue(/ Segera\.$/);
  await desk.keyboard.press('Control+z');
  await expect(box).toHaveValue(/ Segera\.$/);
  await expect(box).toBeFocused();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Besok.');
  await desk.getByRole('button', { name: WORDS.id.domain.bringBack }).click();
  await expect(box).toHaveValue(/ Segera\.$/);
  // The focus follows the words; only then is the key about them.
  await expect(box).toBeFocused();
  await desk.keyboard.press('Control+z');
  await expect(box).toHaveValue(/ Besok\.$/);
  await desk.keyboard.press('Enter');
  await expect(desk.locator('[data-note-id]').first()).toContainText('Besok.');
  expect(count()).toBe(before);
});

test('words of a note that is gone come back for its item, under its author, and seen by nobody who did not see them', async ({
  openDesk,
}) => {
  const room = roomInATurn();
  const itemId = room.meeting().current ?? '';
  room.send(noteOf(itemId, 'Dugaan kebocoran.', { visibility: 'private', author: { kind: 'leader', role: 'wakil' } }));
  room.send({ type: 'screen.liveTyping', on: true });
  const { desk, double } = await openDesk(room.meeting());
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  const box = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  const first = desk.locator('[data-note-id]').first();
  const draft = () => double.view().meeting?.drafts.compose;
  const leave = async (words: string): Promise<void> => {
    await first.focus();
    await desk.keyboard.press('Enter');
    await desk.keyboard.type(words);
    await desk.keyboard.press('Escape');
    await expect(first).toBeFocused();
    await desk.keyboard.press('Delete');
  };
  await leave(' Periksa.');
  await expect(first).toContainText('Anggaran');
  await bringBack.click();
  await expect(box).toHaveValue('Dugaan kebocoran. Periksa.');
  await expect.poll(draft).toMatchObject({ itemId, visibility: 'private', author: { role: 'wakil' }, kind: 'note' });
  await box.fill('');

  // An edit of a shown note is on no projector either, until somebody wants it there.
  await leave(' Segera.');
  await expect(first).toContainText('Jembatan');
  // Nothing is mixed with what is in the box.
  await box.fill('Terima kasih.');
  await bringBack.click();
  await expect(desk.getByText(idDesk.words.boxInUse)).toBeVisible();
  await expect(box).toHaveValue('Terima kasih.');
  await box.fill('');
  await bringBack.click();
  await expect.poll(draft).toMatchObject({ visibility: 'internal', kind: 'directive', author: { role: 'bupati' } });
});

test('words left in one meeting come back in that one, whatever is open when they are brought back', async ({
  openDesk,
}) => {
  const first = { ...meetingInATurn(), id: 'first' };
  const second = { ...meetingInATurn(), id: 'second' };
  const { desk, double } = await openDesk(first);
  const open = (meeting: Meeting | null): void =>
    double.change((view) => {
      view.meeting = meeting;
    });
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  const leave = async (): Promise<void> => {
    await desk.locator('[data-note-id]').first().focus();
    await desk.keyboard.press('Enter');
    await desk.keyboard.type(' Segera.');
    await desk.keyboard.press('Escape');
    await expect(bringBack).toBeVisible();
  };
  const edited = desk.getByRole('textbox', { name: idDesk.notes.editText });
  await leave();
  open(second);
  const box = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await box.press('Control+z');
  // The next undo is about the meeting that is open, the message's button about the other one.
  await expect(bringBack).toBeVisible();
  await bringBack.click();
  await expect(desk.getByText(idDesk.words.waiting)).toBeVisible();
  expect(double.view().meeting?.drafts).toEqual({});
  await expect(box).toHaveValue('');
  open(first);
  await expect(edited).toHaveValue(/ Segera\.$/);

  // The first message says the same as the next.
  const told = desk.getByRole('listitem').filter({ hasText: idDesk.words.waiting });
  await told.getByRole('button', { name: idDesk.dismiss }).click();
  await expect(told).toHaveCount(0);
  await edited.press('Escape');
  open(null);
  await bringBack.click();
  await expect(desk.getByText(idDesk.words.waiting)).toBeVisible();
  await expect(desk.getByText(/^1 tulisan menunggu/)).toBeVisible();
  open(first);
  await expect(edited).toHaveValue(/ Segera\.$/);
});

test('words of another item’s note that are brought back have the focus before the next key can come', async ({
  openDesk,
}) => {
  const room = roomInATurn();
  const other = room.item('Dinas Kesehatan').id;
  room.send(noteOf(other, 'Stunting.'));
  const { desk } = await openDesk(room.meeting());
  await desk.locator('[data-note-id]').first().focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Segera.');
  await desk.keyboard.press('Escape');
  await desk.locator(`[data-item-id="${other}"]`).click();
  await expect(desk.locator('[data-note-id]').first()).toContainText('Stunting.');
  const focused = await desk.getByRole('button', { name: WORDS.id.domain.bringBack }).evaluate(async (button) => {
    if (button instanceof HTMLElement) button.click();
    // No further than what is done at once.
    await Promise.resolve();
    return document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : '';
  });
  expect(focused).toMatch(/ Segera\.$/);
  const box = desk.getByRole('textbox', { name: idDesk.notes.editText });
  await expect(box).toHaveValue(/ Segera\.$/);
  await expect(box).toBeFocused();
});

test('words typed on while a note is being saved stay in its box', async ({ openDesk }) => {
  const { desk, double } = await openDesk(meetingInATurn(), { latency: 600 });
  const first = desk.locator('[data-note-id]').first();
  const box = desk.getByRole('textbox', { name: idDesk.notes.editText });
  const edits = () => double.sent.filter(({ type }) => type === 'note.edit').length;
  await first.focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Segera.');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Besok.');
  await expect.poll(edits).toBe(1);
  // Once everything is on the disk, every answer has come.
  await expect.poll(() => storedWords(desk)).toEqual([]);
  await expect(box).toBeFocused();
  await desk.keyboard.type(' Lusa.');
  // Twice before the answer to either: the second is about the note as the first leaves it.
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Sudah.');
  await desk.keyboard.press('Enter');
  await expect(box).toHaveCount(0);
  await expect(first).toContainText('Anggaran pemeliharaan. Segera. Besok. Lusa. Sudah.');
  await expect(first).toBeFocused();
  await expect(desk.getByRole('textbox', { name: idDesk.noteBox.label })).toHaveValue('');
});

test('choosing a leader as a note’s author ends the search for an agency', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  const box = desk.getByRole('textbox', { name: idDesk.notes.editText });
  await desk.locator('[data-note-id]').first().focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Alt+0');
  const picker = desk.getByRole('combobox', { name: new RegExp(idDesk.author.which.split(' {{')[0] ?? '') });
  await expect(picker).toBeFocused();
  await desk.keyboard.press('Alt+1');
  await expect(picker).toHaveCount(0);
  await expect(box).toBeFocused();
});

test('words for the minutes that are brought back are seen, whatever their dialog shows by then', async ({
  openDesk,
}) => {
  const room = roomInATurn();
  const itemId = room.item('Dinas Kesehatan').id;
  for (let n = 1; n <= 12; n += 1) room.send(noteOf(itemId, `Stunting ${n}.`));
  const { desk } = await openDesk(room.meeting());
  const dialog = desk.getByRole('dialog', { name: idDesk.wording.title });
  const box = (text: string | RegExp) => dialog.getByRole('listitem').filter({ hasText: text }).getByRole('textbox');
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  const choose = (name: RegExp): Promise<void> => dialog.getByRole('option', { name }).click();
  const leave = async (): Promise<void> => {
    await choose(/^Dinkes/);
    await box('Stunting 12.').press('End');
    await desk.keyboard.type(' Segera.');
    await desk.keyboard.press('Escape');
    await expect(bringBack).toBeVisible();
  };
  const isSeen = async (): Promise<void> => {
    await expect(bringBack).toHaveCount(0);
    await expect(box('Stunting 12.')).toHaveValue('Stunting 12. Segera.');
    await expect(box('Stunting 12.')).toBeInViewport();
  };
  await desk.keyboard.press('Alt+w');
  await leave();
  await choose(/^PUPR/);
  await expect(box('Stunting 12.')).toHaveCount(0);
  await bringBack.click();
  await isSeen();

  // Also from among what a search has found.
  await box('Stunting 12.').press('Escape');
  await dialog.getByRole('searchbox', { name: idDesk.wording.search }).fill('Anggaran');
  await expect(box('Stunting 12.')).toHaveCount(0);
  await bringBack.click();
  await isSeen();
});
