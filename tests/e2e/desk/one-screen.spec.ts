import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { leaveFullScreen } from '../support/full-screen.ts';

const { desk: words } = WORDS.id;

test('in the window that the room looks at, words typed after a click are a note, and the space bar stops no clock', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const isPaused = () => double.sent.some(({ type }) => type === 'turn.pause');
  await desk.keyboard.press('F10');
  const box = desk.getByRole('textbox', { name: words.noteBox.label });
  await expect(box).toBeFocused();
  await desk.getByRole('button', { name: new RegExp(`^${words.turn.pause}`) }).click();
  await expect.poll(isPaused).toBe(true);
  double.sent.length = 0;
  await desk.keyboard.type('Mohon data lengkap');
  await expect(box).toHaveValue('Mohon data lengkap');
  expect(double.sent.filter(({ type }) => type.startsWith('turn.'))).toEqual([]);
  await leaveFullScreen(desk);
});

test('a form that was half typed is there again when the room no longer looks at the window', async ({ openDesk }) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const box = desk.getByRole('textbox', { name: words.noteBox.label });
  await box.fill('Jalan rusak.');
  await desk.keyboard.press('Alt+j');
  const dialog = desk.getByRole('dialog');
  const plan = dialog.getByRole('textbox', { name: words.followUps.plan });
  await plan.fill('Perbaikan bertahap');
  await desk.keyboard.press('F10');
  await expect(desk.locator('.d-one')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  // What is done meanwhile takes it from nobody, and undoing shows the room no words of it.
  await desk.keyboard.press('F7');
  await desk.keyboard.press('Alt+z');
  await expect.poll(() => double.asked.some(({ type }) => type === 'history.undo')).toBe(true);
  await desk.keyboard.press('Escape');
  await expect(plan).toHaveValue('Perbaikan bertahap');
  await desk.keyboard.press('Escape');
  await desk.getByRole('alertdialog').getByRole('button').last().click();
  await expect(dialog).toHaveCount(0);
  // Discarded, it does not come back.
  await desk.keyboard.press('F10');
  await expect(desk.locator('.d-one')).toBeVisible();
  await leaveFullScreen(desk);
  await desk.keyboard.press('F10');
  await expect(box).toBeFocused();
  await expect(dialog).toHaveCount(0);
});

test('the key struck twice at once leaves the window as it was', async ({ openDesk }) => {
  const { desk } = await openDesk(roomInATurn().meeting());
  // A slow computer: it fills its display only when the second key has long been there.
  await desk.evaluate(() => {
    const root = document.documentElement;
    const ask = root.requestFullscreen.bind(root);
    root.requestFullscreen = () => new Promise((resolve) => addEventListener('slowly', () => resolve(ask())));
  });
  await desk.keyboard.press('F10');
  await expect(desk.locator('.d-one')).toBeVisible();
  await desk.keyboard.press('F10');
  await desk.evaluate(() => {
    const filled = new Promise((resolve) => document.addEventListener('fullscreenchange', resolve, { once: true }));
    dispatchEvent(new Event('slowly'));
    return filled.then(() => undefined);
  });
  await expect(desk.locator('.d-one')).toHaveCount(0);
  await expect.poll(() => desk.evaluate(() => document.fullscreenElement === null)).toBe(true);
  await expect(desk.getByRole('textbox', { name: words.noteBox.label })).toBeFocused();
});
