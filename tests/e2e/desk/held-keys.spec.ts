import idDesk from '#locales/id/desk.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { holdScript } from '../support/hold-script.ts';
import { settled } from '../support/settled.ts';

const DIALOGS = /dialogs-seldom[^/]*\.js$/;
const OFTEN = /dialogs-often[^/]*\.js$/;

test('a call that is searched for while the search is on its way is made', async ({ page, openDesk }) => {
  const release = await holdScript(page, OFTEN);
  const { desk, double } = await openDesk(meetingInATurn());
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('satui');
  await desk.keyboard.press('Alt+Enter');
  expect(double.sent).toEqual([]);
  release();
  await expect.poll(() => double.sent.map(({ type }) => type)).toEqual(['turn.call']);
  await expect(desk.getByRole('dialog')).toHaveCount(0);
});

test('an arrow that is pressed while the search is on its way chooses in it', async ({ page, openDesk }) => {
  const release = await holdScript(page, OFTEN);
  const { desk } = await openDesk(meetingInATurn());
  await desk.getByRole('row', { name: /^Kec. Satui/ }).click();
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('dinas');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  release();
  // The second one that is found.
  await expect(desk.locator('#turn-column').getByRole('heading', { name: /^Dinas Pekerjaan Umum/ })).toBeVisible();
});

test('a form that is filled and saved before it is there is saved, each word in its box', async ({
  page,
  openDesk,
}) => {
  const release = await holdScript(page, DIALOGS);
  const { desk, double } = await openDesk(meetingInATurn());
  await desk.getByRole('tab', { name: new RegExp(`^${idDesk.tabs.attendance}`) }).click();
  await desk.getByRole('button', { name: idDesk.attendance.add, exact: true }).click();
  await desk.keyboard.type('Hj. Siti');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('Camat');
  await desk.keyboard.press('Enter');
  release();
  await expect.poll(() => double.sent).toMatchObject([{ type: 'attendance.add', name: 'Hj. Siti', office: 'Camat' }]);
  await expect(desk.getByRole('dialog')).toHaveCount(0);
});

test('what is typed after the key that closes a dialog on its way is where it would be without the wait', async ({
  page,
  openDesk,
}) => {
  const release = await holdScript(page, OFTEN);
  const { desk, double } = await openDesk(meetingInATurn());
  const satui = /^Kec. Satui/;
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('satui');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Mohon jembatan');
  release();
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await expect(note).toHaveValue('Mohon jembatan');
  await expect(note).toBeFocused();
  const itemId = await desk.getByRole('row', { name: satui }).getAttribute('data-item-id');
  await expect
    .poll(() => double.sent)
    .toMatchObject([{ type: 'draft.set', draft: { itemId, text: 'Mohon jembatan' } }]);
});

test('an Enter before anything was typed, or one that is held down, does nothing in a dialog that nobody has seen', async ({
  page,
  openDesk,
}) => {
  const release = await holdScript(page, OFTEN);
  const { desk, double } = await openDesk(meetingInATurn());
  const box = desk.locator('.d-search input');
  await desk.keyboard.press('Control+k');
  await desk.keyboard.press('Alt+Enter');
  await desk.keyboard.type('satui');
  await desk.evaluate(() => {
    const held = { key: 'Enter', code: 'Enter', altKey: true, repeat: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', held));
  });
  release();
  await expect(box).toHaveValue('satui');
  await settled(desk);
  await expect(box).toBeVisible();
  expect(double.sent).toEqual([]);
});

test('a question about a turn ends with the turn, and asks about no other', async ({ openDesk }) => {
  // Half a minute of PUPR's twelve is left.
  const { desk, double } = await openDesk(meetingInATurn(), { mono: () => 4_321 + 11.5 * 60_000 });
  const question = desk.getByRole('alertdialog');
  await desk.keyboard.press('Shift+F9');
  await expect(question).toContainText('Dinas Pekerjaan Umum dan Penataan Ruang');
  await desk.keyboard.press('F9');
  await expect.poll(() => double.sent.map(({ type }) => type)).toEqual(['turn.finish']);
  await expect(question).toHaveCount(0);
  await expect(desk.locator('#turn-column').getByRole('heading', { name: /^Pembukaan/ })).toBeVisible();
  // Nor does it come back by itself with the turn.
  await desk.keyboard.press('Alt+z');
  await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
  await settled(desk);
  await expect(question).toHaveCount(0);
});
