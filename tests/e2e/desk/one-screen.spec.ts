import type { Reply } from '#core/protocol/messages.ts';
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

test('a window that is left and asked for again at once fills its display', async ({ openDesk }) => {
  const answers: (() => void)[] = [];
  const { desk } = await openDesk(roomInATurn().meeting());
  const isFull = () => desk.evaluate(() => document.fullscreenElement !== null);
  await desk.exposeFunction('leftLate', () => new Promise<void>((resolve) => answers.push(resolve)));
  await desk.evaluate(() => {
    const root = document.documentElement;
    const ask = root.requestFullscreen.bind(root);
    const leave = document.exitFullscreen.bind(document);
    // As for every page, a key allows one request: two keys. What a test evaluates in it would allow others.
    let allowed = 2;
    root.requestFullscreen = async () => {
      if (allowed === 0) throw new TypeError('Permissions check failed');
      allowed -= 1;
      await ask();
    };
    // A slow computer: it is a window again only when the key has long been struck a second time.
    document.exitFullscreen = () => {
      document.exitFullscreen = leave;
      return Object(window).leftLate().then(leave);
    };
  });
  await desk.keyboard.press('F10');
  await expect.poll(isFull).toBe(true);
  await desk.keyboard.press('Escape');
  await expect(desk.locator('.d-one')).toHaveCount(0);
  await expect.poll(() => answers.length).toBe(1);
  await desk.keyboard.press('F10');
  await expect(desk.locator('.d-one')).toBeVisible();
  const left = desk.evaluate(
    () => new Promise((resolve) => document.addEventListener('fullscreenchange', () => resolve(null), { once: true })),
  );
  answers.pop()?.();
  await left;
  await expect.poll(isFull).toBe(true);
  await expect(desk.locator('.d-one')).toBeVisible();
  await leaveFullScreen(desk);
});

test('whoever types somewhere before the window is the desk’s again stays there', async ({ openDesk }) => {
  const answers: (() => void)[] = [];
  const { desk } = await openDesk(roomInATurn().meeting());
  await desk.exposeFunction('leftLate', () => new Promise<void>((resolve) => answers.push(resolve)));
  // A slow computer: it ends filling its display only when somebody has long gone on.
  await desk.evaluate(() => {
    const leave = document.exitFullscreen.bind(document);
    document.exitFullscreen = () => Object(window).leftLate().then(leave);
  });
  await desk.keyboard.press('F10');
  await expect.poll(() => desk.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await desk.keyboard.press('F10');
  await expect.poll(() => answers.length).toBe(1);
  const field = desk.locator('#turn-column').getByRole('textbox').first();
  await field.click();
  await desk.keyboard.type('Satu');
  const ended = desk.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener('fullscreenchange', () => setTimeout(resolve), { once: true }),
      ),
  );
  answers.pop()?.();
  await ended;
  await expect(field).toBeFocused();
  await desk.keyboard.type(' dua');
  await expect(field).toHaveValue(/Satu dua$/);
});

test('an answer that comes while the room looks on shows it no file and no question: both wait at the desk', async ({
  openDesk,
}) => {
  const answers: ((reply: Reply<{ path: string | null }>) => void)[] = [];
  const { desk } = await openDesk(roomInATurn().meeting(), {
    answers: { 'document.export': () => new Promise((resolve) => answers.push(resolve)) },
  });
  const path = '/home/operator/notula.pdf';
  const room = desk.locator('.d-one');
  /** Exports, shows the room this window, and only then has the answer. */
  const exportLate = async (reply: Reply<{ path: string | null }>, key: string, told: string): Promise<void> => {
    await desk.keyboard.press('Control+Shift+e');
    await expect.poll(() => answers.length).toBe(1);
    await desk.keyboard.press('F10');
    await expect(room).toBeVisible();
    answers.pop()?.(reply);
    // What is asked later is answered later; and its message is for the room, which sees the time itself.
    await desk.keyboard.press(key);
    await expect(desk.getByText(told)).toBeVisible();
    expect(await desk.getByText('notula.pdf').count()).toBe(0);
  };
  await exportLate({ ok: true, value: { path } }, 'F7', 'Waktu ditambah 1 menit.');
  await expect(desk.locator('.d-one-trouble')).toHaveCount(0);
  await leaveFullScreen(desk);
  await desk.keyboard.press('Escape');
  await expect(desk.getByText(path)).toBeVisible();

  const exists = { code: 'exportExists', params: { path } } as const;
  await exportLate({ ok: false, refusal: exists }, 'Shift+F7', 'Waktu dikurangi 1 menit.');
  await expect(desk.locator('.d-one-trouble')).toContainText('tekan F10');
  await leaveFullScreen(desk);
  await desk.keyboard.press('Escape');
  await expect(room).toHaveCount(0);
  await expect(desk.getByRole('alertdialog', { name: words.exports.replaceTitle })).toContainText(path);
});

test('words that a key closed are offered again when the room no longer looks on, and not to the room', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(roomInATurn().meeting());
  const back = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  await desk.locator('[data-note-id]').first().focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(' Segera.');
  await desk.keyboard.press('Escape');
  await expect(back).toBeVisible();
  await desk.keyboard.press('F10');
  const box = desk.getByRole('textbox', { name: words.noteBox.label });
  await expect(box).toBeFocused();
  expect(await back.count()).toBe(0);
  await desk.keyboard.press('Control+z');
  await desk.keyboard.press('F7');
  await expect.poll(() => double.sent.some(({ type }) => type === 'turn.addTime')).toBe(true);
  await leaveFullScreen(desk);
  await desk.keyboard.press('F10');
  await back.click();
  await expect(desk.getByRole('textbox', { name: words.notes.editText })).toHaveValue(/ Segera\.$/);
});
