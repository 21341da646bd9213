import type { Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import type { DeskDouble } from '../../support/desk-port.ts';
import { WORDS } from '../../support/locale-words.ts';
import { storedWords } from '../support/stored-words.ts';

const idDesk = WORDS.id.desk;

/** Edits are decided on arrival, and each is answered when the test says so. */
function answersLate(double: DeskDouble): (() => void)[] {
  const { send } = double;
  const waiting: (() => void)[] = [];
  const sendLate: typeof send = async (command) => {
    const reply = await send(command);
    const isLate = /^(?:note|wording)\.edit$/.test(command.type) && !isElsewhere(command);
    if (isLate) await new Promise<void>((resolve) => waiting.push(resolve));
    return reply;
  };
  Object.assign(double, { send: sendLate });
  return waiting;
}
const ELSEWHERE = 'Diubah di tempat lain.';
const isElsewhere = (command: Command): boolean => command.type === 'note.edit' && command.fields.text === ELSEWHERE;

/** An edit of the first note that is to be refused, whose box has been left before the answer. */
async function leftBeforeRefusal(desk: Page, double: DeskDouble) {
  const waiting = answersLate(double);
  const box = desk.getByRole('textbox', { name: idDesk.notes.editText });
  const first = desk.locator('[data-note-id]').first();
  const noteId = (await first.getAttribute('data-note-id')) ?? '';
  const saved = () => double.view().meeting?.drafts[`edit:${noteId}`]?.text;
  await first.focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Segera.');
  await expect.poll(saved).toMatch(/ Segera\.$/);
  // Whoever changes a note ends the draft of another text for it.
  await double.send({ type: 'note.edit', noteId, fields: { text: ELSEWHERE } });
  expect(saved()).toBeUndefined();
  await desk.keyboard.press('Enter');
  await expect.poll(() => waiting.length).toBe(1);
  await desk.getByRole('row', { name: /^Kec. Satui/ }).click();
  await expect(box).toHaveCount(0);
  return { waiting, box, saved };
}

test('a note or words for the minutes that were not taken say so when their box has been left, and lead to it', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const { waiting, box } = await leftBeforeRefusal(desk, double);
  const alert = desk.getByRole('alert');
  const look = desk.getByRole('button', { name: idDesk.unsent.look });
  // Also from a screen on which no note is.
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: idDesk.settings.title }).click();
  waiting.shift()?.();
  await expect(alert.filter({ hasText: WORDS.id.errors.noteChanged })).toBeVisible();
  await look.click();
  await expect(box).toHaveValue(/ Segera\.$/);
  await expect(box).toBeFocused();
  await desk.keyboard.press('Escape');

  const dialog = desk.getByRole('dialog', { name: idDesk.wording.title });
  await desk.keyboard.press('Alt+w');
  const row = dialog.getByRole('listitem').getByRole('textbox').first();
  await row.fill('');
  await row.press('Tab');
  await expect.poll(() => waiting.length).toBe(1);
  await desk.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  waiting.shift()?.();
  await expect(alert.filter({ hasText: WORDS.id.errors.noteEmpty })).toBeVisible();
  await look.click();
  await expect(dialog).toBeVisible();
});

test('words of a note that were not taken are in its box also where that was opened again before the answer', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const { waiting, box, saved } = await leftBeforeRefusal(desk, double);
  await desk.getByRole('row', { name: /Pekerjaan Umum|PUPR/ }).click();
  await expect(box).toHaveValue(ELSEWHERE);
  await box.focus();
  waiting.shift()?.();
  await expect(box).toHaveValue(/ Segera\.$/);
  await expect(box).toBeFocused();
  await expect.poll(saved).toMatch(/ Segera\.$/);
});

test('words for the minutes whose note is gone when they arrive are kept to be copied', async ({ openDesk }) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const { send } = double;
  const dialog = desk.getByRole('dialog', { name: idDesk.wording.title });
  const rows = dialog.getByRole('listitem').getByRole('textbox');
  let before = 0;
  const goneFirst: typeof send = async (command) => {
    if (command.type === 'wording.edit') {
      await send({ type: 'note.delete', noteId: command.noteId });
      await expect(rows).toHaveCount(before - 1);
    }
    return send(command);
  };
  Object.assign(double, { send: goneFirst });
  await desk.keyboard.press('Alt+w');
  await rows.first().fill('Redaksi yang disepakati');
  before = await rows.count();
  await rows.first().press('Tab');
  await expect(desk.getByRole('alert').filter({ hasText: WORDS.id.errors.unknownNote })).toBeVisible();
  await expect.poll(() => double.sent.at(-1)).toMatchObject({ draft: { text: 'Redaksi yang disepakati' } });
  await expect.poll(() => storedWords(desk)).toHaveLength(1);
});
