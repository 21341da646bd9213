import { meetingInATurn } from '../../support/desk-meetings.ts';
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
  await desk.keyboard.press('Escape');
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
  await desk.keyboard.press('Control+z');
  await expect(box).toHaveValue(/ Besok\.$/);
  await desk.keyboard.press('Enter');
  await expect(desk.locator('[data-note-id]').first()).toContainText('Besok.');
  expect(count()).toBe(before);
});
