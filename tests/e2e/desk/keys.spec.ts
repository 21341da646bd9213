import type { Page } from '@playwright/test';
import { itemOf } from '#core/model/meeting.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { picture, pictureAtSizes } from '../../support/pictures.ts';

const idDesk = WORDS.id.desk;

/** How many pixels of the help must be scrolled to, in either direction. */
const hidden = (desk: Page): Promise<number> =>
  desk.locator('.d-help').evaluate((help) => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = help;
    const below = help.getBoundingClientRect().bottom - window.innerHeight;
    return Math.max(scrollHeight - clientHeight, scrollWidth - clientWidth, below, 0);
  });

for (const locale of ['id', 'en'] as const) {
  test(`the help shows the keys of the screen that is up first, and whole at 1366×768 (${locale})`, async ({
    openDesk,
  }) => {
    const words = WORDS[locale].desk;
    const { desk, double } = await openDesk(meetingInATurn(), { locale });
    const groups = desk.getByRole('dialog').getByRole('heading', { level: 3 });
    await desk.keyboard.press('F1');
    await expect(groups.first()).toHaveText(words.keys.group.turn);
    await expect(groups).toHaveCount(9);
    expect(await hidden(desk)).toBe(0);
    await pictureAtSizes(desk, (width) => `hands/${locale}-help-${width}.png`);
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: words.menu.title, exact: true }).click();
    await desk.getByRole('menuitem', { name: WORDS[locale].desk.settings.title, exact: true }).click();
    await desk.keyboard.press('F1');
    await expect(groups.first()).toHaveText(words.keys.group.settings);
    expect(await hidden(desk)).toBe(0);
    await desk.keyboard.press('Escape');
    double.change((view) => {
      view.meeting = null;
    });
    await desk.reload();
    await expect(desk.getByRole('heading', { name: 'Ekspose', exact: true })).toBeVisible();
    await desk.keyboard.press('F1');
    await expect(groups.first()).toHaveText(words.keys.group.start);
    await picture(desk, `hands/${locale}-help-start.png`);
    expect(await hidden(desk)).toBe(0);
  });
}

test('Escape is heard by the dialog in front also while nothing has the focus', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  await desk.keyboard.press('F1');
  const help = desk.getByRole('dialog', { name: idDesk.help.title });
  await expect(help).toBeVisible();
  // As it is for a frame after a question over a dialog has gone; in one step, so that the focus cannot come back.
  await desk.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const key = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(help).toBeHidden();
});

test('the chips show their keys while Alt is held, and not for a chord', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  const root = desk.locator('html');
  await desk.evaluate(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    new MutationObserver(() => shown.push(document.documentElement.dataset.alt ?? 'released')).observe(
      document.documentElement,
      { attributeFilter: ['data-alt'] },
    );
  });
  await desk.keyboard.press('Alt+a');
  await desk.keyboard.down('Alt');
  await expect(root).toHaveAttribute('data-alt', 'held');
  await desk.keyboard.up('Alt');
  await expect(root).not.toHaveAttribute('data-alt');
  expect(await desk.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual(['held', 'released']);
});

test('Enter right after fast letters takes what was typed, not what the list still shows', async ({ openDesk }) => {
  const { desk, double } = await openDesk(meetingInATurn());
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('option')).not.toHaveCount(0);
  // All of it before the page can draw once.
  await desk.evaluate(() => {
    const box = document.activeElement;
    document.execCommand('insertText', false, 'satui');
    box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(desk.getByRole('dialog')).toBeHidden();
  await expect(desk.locator('#turn-column').getByRole('heading', { name: 'Kecamatan Satui' })).toBeVisible();
  // What the search had sent would come before this.
  await desk.keyboard.press('F6');
  await expect.poll(() => double.sent.map(({ type }) => type)).toEqual(['screen.blank']);
});

test('out of order: the key, the menu and the search end the turn and call at once; undo takes both back', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const before = double.view().meeting;
  const current = (): string | undefined => {
    const meeting = double.view().meeting;
    const item = meeting === null ? null : itemOf(meeting, meeting.current);
    return item === null ? undefined : `${item.agencyId} ${item.status}`;
  };
  const satui = desk.getByRole('row', { name: /^Kec. Satui/ });
  const back = async (): Promise<void> => {
    await expect.poll(current).toMatch(/called$/);
    const called = current();
    // The next key of the meeting is about the agency that the projector shows, and no other.
    await desk.keyboard.press('F9');
    await expect(desk.getByText(/Kec. Satui belum dimulai/)).toBeVisible();
    expect(current()).toBe(called);
    await desk.keyboard.press('Alt+z');
    await expect.poll(() => double.view().meeting).toEqual(before);
  };
  await satui.click();
  await expect(desk.getByRole('button', { name: 'Akhiri PUPR, panggil Kec. Satui' })).toBeVisible();
  await picture(desk, 'hands/out-of-order.png');
  await desk.keyboard.press('Alt+Enter');
  await back();
  await satui.hover();
  await satui.getByRole('button', { name: /^Tindakan untuk/ }).click();
  await desk.getByRole('menuitem', { name: 'Akhiri PUPR, panggil Kec. Satui' }).click();
  await back();
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('satui');
  await picture(desk, 'hands/search.png');
  await desk.keyboard.press('Alt+Enter');
  await back();
});

test('F9 also starts where the settings say so, offered where it was missed; pressed twice it passes over nobody', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  const started = (): number => double.sent.filter(({ type }) => type === 'turn.finish').length;
  await desk.keyboard.press('F9');
  await desk.keyboard.press('F9');
  await desk.getByRole('button', { name: idDesk.toast.finishStarts }).click();
  await expect.poll(() => double.view().settings.finishStarts).toBe(true);
  await expect(desk.getByText(idDesk.toast.finishStartsOn)).toBeVisible();
  await picture(desk, 'hands/f9.png');
  const ended = started();
  await desk.keyboard.press('F9');
  await desk.keyboard.press('F9');
  await expect(desk.getByText(/baru saja dimulai/)).toBeVisible();
  await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
  expect(started()).toBe(ended);
});

test('closing a meeting in the middle of a turn asks, and says what becomes of the turn', async ({ openDesk }) => {
  const { desk, double } = await openDesk(meetingInATurn());
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  const names = await desk.getByRole('menuitem').allTextContents();
  const [finish, close] = [idDesk.menu.finish, idDesk.menu.close].map((name) =>
    names.findIndex((text) => text.startsWith(name)),
  );
  expect(Math.abs((finish ?? 0) - (close ?? 0))).toBeGreaterThan(3);
  await picture(desk, 'hands/menu.png');
  await desk.getByRole('menuitem', { name: idDesk.menu.close, exact: true }).click();
  const question = desk.getByRole('alertdialog', { name: idDesk.closing.title });
  await expect(question).toContainText(/Giliran PUPR sedang berjalan \(\d/);
  await picture(desk, 'hands/closing.png');
  await desk.keyboard.press('Escape');
  expect(double.view().meeting).not.toBeNull();
  await desk.keyboard.press('F8');
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: idDesk.menu.close, exact: true }).click();
  await expect(question).toContainText('sedang dijeda');
  await question.getByRole('button', { name: idDesk.closing.yes }).click();
  await expect.poll(() => double.view().meeting).toBeNull();
});

test('the tools of a note are there for whoever comes to its card, by pointer or by key', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  const cards = desk.locator('[data-note-id]');
  const more = (n: number) => cards.nth(n).getByRole('button', { name: idDesk.notes.actions, exact: true });
  // Whoever reads the desk without looking at it finds them too.
  await expect(cards.last().getByRole('button', { name: idDesk.notes.followUp })).toBeAttached();
  await cards.nth(1).hover();
  await more(1).click();
  await expect(desk.getByRole('menu', { name: idDesk.notes.actions })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(more(1)).toBeFocused();

  await cards.first().focus();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  await expect(cards.nth(2)).toBeFocused();
  await desk.keyboard.press('Tab');
  await expect(cards.nth(2).getByRole('button', { name: idDesk.notes.followUp })).toBeFocused();
  await desk.keyboard.press('Shift+Tab');
  await expect(cards.nth(2)).toBeFocused();
});

test('whoever works with the turn’s buttons by keys stays there when a step takes the pressed one away', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(meetingInATurn());
  const { turn } = idDesk;
  const button = (name: string) => desk.locator('.d-turn-card').getByRole('button', { name });
  const column = desk.locator('#turn-column');
  await button(turn.pause).focus();
  await desk.keyboard.press('Enter');
  await expect(button(turn.resume)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(button(turn.pause)).toBeFocused();
  await button('Selesai').focus();
  await desk.keyboard.press('Enter');
  await expect(button(turn.start)).toBeVisible();
  await expect(column).toBeFocused();
  await desk.keyboard.press('Tab');
  await expect(desk.locator('.d-turn-card .d-presenter')).toBeFocused();
  // Another item, called from its own card.
  await desk.locator('.d-row-waiting').last().click();
  const call = desk.locator('.d-viewed-card .d-actions button').first();
  await call.focus();
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.d-viewed-card')).toHaveCount(0);
  await expect(column).toBeFocused();
  await desk.keyboard.press('x');
  await expect(desk.locator('#note-composer')).toHaveValue('x');
  // By pointer it is nobody's place.
  await button(turn.start).click();
  await button('Selesai').click();
  await expect(button(turn.start)).toBeVisible();
  await expect(column).not.toBeFocused();
});

test('a letter in a note is heard by nothing inside the page but as text; every other key is heard', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(meetingInATurn());
  const box = desk.locator('#note-composer');
  await box.focus();
  await desk.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const kinds = ['keydown', 'keypress', 'textInput', 'keyup', 'beforeinput', 'input'];
    for (const kind of kinds)
      document.body.addEventListener(
        kind,
        (event) => heard.push(event instanceof KeyboardEvent ? `${kind} ${event.key}` : kind),
        { capture: true },
      );
  });
  const heard = (): Promise<string[]> =>
    desk.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  await desk.keyboard.press('a');
  await desk.keyboard.press('Space');
  await expect(box).toHaveValue('a ');
  expect(await heard()).toEqual(['beforeinput', 'input', 'beforeinput', 'input']);
  await desk.keyboard.press('Shift+Enter');
  expect(await heard()).toEqual(expect.arrayContaining(['keydown Enter', 'input', 'keyup Enter']));
  await desk.keyboard.press('Control+a');
  expect(await heard()).toContain('keydown a');
  await desk.keyboard.press('ArrowLeft');
  expect(await heard()).toContain('keydown ArrowLeft');
  // In a box of one line a letter may mean something else as well.
  const [line] = await desk.locator('input[type="text"]:visible').all();
  await line?.focus();
  await desk.keyboard.press('b');
  expect(await heard()).toContain('keydown b');
});

test('whoever comes to another screen by keys has the focus at its title', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  const title = (name: string) => desk.getByRole('heading', { level: 1, name, exact: true });
  const back = async (name: string): Promise<void> => {
    await desk.getByRole('button', { name, exact: true }).click();
    await expect(desk.locator('#note-composer')).toBeVisible();
  };
  await desk.locator('#note-composer').focus();
  await desk.keyboard.press('Control+Shift+T');
  await expect(title(idDesk.board.title)).toBeFocused();
  await back(idDesk.board.toMeeting);
  for (const [entry, of, way] of [
    [idDesk.board.title, idDesk.board.title, idDesk.board.toMeeting],
    [idDesk.settings.title, idDesk.settings.title, WORDS.id.kit.back],
  ] as const) {
    await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).focus();
    await desk.keyboard.press('Enter');
    const item = desk.getByRole('menuitem', { name: entry });
    await item.focus();
    await desk.keyboard.press('Enter');
    await expect(title(of)).toBeFocused();
    await back(way);
  }
});
