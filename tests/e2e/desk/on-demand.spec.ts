import type { Page } from '@playwright/test';
import idDesk from '#locales/id/desk.ts';
import idKit from '#locales/id/kit.json' with { type: 'json' };
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { allPrepared, SETTINGS } from '../support/all-prepared.ts';
import { axeFaults } from '../support/axe.ts';
import { holdFrames } from '../support/hold-frames.ts';
import { holdScript } from '../support/hold-script.ts';

const { notLoaded, help } = idDesk;
const DIALOGS = /dialogs-seldom[^/]*\.js$/;
const OFTEN = /dialogs-often[^/]*\.js$/;
const FORM = /new-meeting-form[^/]*\.js$/;

test('the first opening of a dialog is drawn in the next frame', async ({ page, openDesk }) => {
  const prepared = allPrepared(page);
  const { desk } = await openDesk(meetingInATurn());
  await prepared;
  const isThere = await desk.evaluate(async () => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F1', code: 'F1', bubbles: true, cancelable: true }),
    );
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('[role="dialog"]') !== null;
  });
  expect(isThere).toBe(true);
  await expect(desk.getByRole('dialog')).toBeVisible();
});

test('what may be wanted later is loaded when nobody has used the desk for two seconds', async ({ page, openDesk }) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  const asked: string[] = [];
  page.on('request', (request) => OFTEN.test(request.url()) && asked.push(request.url()));
  const { desk } = await openDesk(meetingInATurn());
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await expect(note).toBeVisible();
  for (const use of [() => desk.keyboard.press('Shift'), () => note.click()]) {
    await page.clock.runFor(1_500);
    await use();
  }
  await page.clock.runFor(1_500);
  expect(asked).toEqual([]);
  // The first picture, after which the waiting begins, may be late.
  await expect.poll(() => page.clock.runFor(500).then(() => asked.length)).toBe(1);
  // The clock belongs to the context, which the next test has too.
  await page.clock.resume();
});

test('a dialog whose script another dialog has brought is drawn at once', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  await desk.locator('.d-presenter').first().click();
  await expect(desk.getByRole('dialog', { name: idDesk.item.agencyTitle })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  const added = await desk.evaluateHandle(() => {
    const dialogs: string[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element && node.matches('dialog, :has([role="dialog"])')) dialogs.push(node.tagName);
    }).observe(document.body, { childList: true, subtree: true });
    return dialogs;
  });
  await desk.keyboard.press('Control+7');
  await expect(desk.getByRole('dialog')).toBeVisible();
  // A stand-in for what is on its way is a dialog of the browser's own.
  expect(await added.jsonValue()).toEqual(['DIV']);
});

test('the screens of a meeting are loaded on the start screen without anybody resting: who opens one types at once', async ({
  page,
  openDesk,
}) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  let asked = 0;
  page.on('request', (request) => {
    if (/meeting-screens[^/]*\.js$/.test(request.url())) asked += 1;
  });
  const { desk } = await openDesk(null);
  await expect(desk.getByRole('heading', { name: idDesk.start.new })).toBeVisible();
  await expect
    .poll(async () => {
      await desk.keyboard.press('Shift');
      await page.clock.runFor(200);
      return asked;
    })
    .toBe(1);
  await page.clock.resume();
});

test('a dialog that cannot be loaded says so, and is there when it can be', async ({ page, openDesk }) => {
  await page.route(DIALOGS, (route) => route.abort());
  const prepared = allPrepared(page);
  const { desk } = await openDesk(meetingInATurn());
  await prepared;
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await note.click();
  await desk.keyboard.press('F1');
  const failed = desk.getByRole('alertdialog', { name: notLoaded.title });
  await expect(failed).toContainText(notLoaded.what);
  const again = failed.getByRole('button', { name: idKit.tryAgain });
  await expect(again).toBeFocused();
  expect(await axeFaults(desk)).toEqual([]);
  await again.click();
  await expect(failed).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(failed).toBeHidden();
  await expect(note).toBeFocused();

  await desk.keyboard.press('F1');
  await expect(again).toBeFocused();
  await page.unroute(DIALOGS);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog', { name: help.title })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(note).toBeFocused();
});

test('the focus returns to where it was, also when a dialog comes before the next frame', async ({
  page,
  openDesk,
}) => {
  await page.route(DIALOGS, (route) => route.abort());
  const prepared = allPrepared(page);
  const { desk } = await openDesk(meetingInATurn());
  await prepared;
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await note.click();
  await desk.keyboard.press('F1');
  const again = desk.getByRole('alertdialog', { name: notLoaded.title }).getByRole('button', { name: idKit.tryAgain });
  await expect(again).toBeFocused();
  await page.unroute(DIALOGS);
  const frames = await holdFrames(desk);
  const loaded = page.waitForEvent('requestfinished', (request) => DIALOGS.test(request.url()));
  await desk.keyboard.press('Enter');
  await loaded;
  await frames.release();
  await expect(desk.getByRole('dialog', { name: help.title })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(note).toBeFocused();
});

test('of dialogs that follow one another the last returns the focus to where it was before the first', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(meetingInATurn());
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await note.click();
  await desk.keyboard.press('Control+k');
  await desk.getByRole('dialog').getByRole('searchbox').fill(idDesk.exports.title);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog', { name: idDesk.exports.title })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(note).toBeFocused();
});

test('a screen that cannot be loaded says so in its place', async ({ page, openDesk }) => {
  await page.route(SETTINGS, (route) => route.abort());
  const { desk } = await openDesk(meetingInATurn());
  await desk.getByRole('button', { name: idDesk.menu.title, exact: true }).click();
  await desk.getByRole('menuitem', { name: idDesk.settings.title, exact: true }).click();
  await expect(desk.getByRole('alert')).toContainText(notLoaded.title);
  const again = desk.getByRole('button', { name: idKit.tryAgain });
  await expect(again).toBeFocused();
  await page.unroute(SETTINGS);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(again).toBeHidden();
});

/** The start screen as it is before the form of a new meeting has come. @returns lets it come */
async function beforeForm(page: Page, openDesk: () => Promise<unknown>): Promise<() => void> {
  const release = await holdScript(page, FORM);
  await openDesk();
  await expect(page.getByRole('heading', { name: idDesk.start.new })).toBeVisible();
  return release;
}

test('the start screen takes keys before the form of a new meeting is there, and the form leaves the focus where it went', async ({
  page,
  openDesk,
}) => {
  const release = await beforeForm(page, () => openDesk(null));
  expect(await axeFaults(page)).toEqual([]);
  const settings = page.getByRole('button', { name: idDesk.settings.title, exact: true });
  await settings.focus();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: help.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings).toBeFocused();
  release();
  await expect(page.getByRole('textbox', { name: idDesk.details.title })).toBeVisible();
  await expect(settings).toBeFocused();
});

test('the title of a new meeting has the focus when its form is there and nobody has gone elsewhere', async ({
  page,
  openDesk,
}) => {
  const release = await beforeForm(page, () => openDesk(null));
  release();
  await expect(page.getByRole('textbox', { name: idDesk.details.title })).toBeFocused();
});

test('a form that cannot be loaded says so in its place, and is there when it can be', async ({ page, openDesk }) => {
  await page.route(FORM, (route) => route.abort());
  // It is tried once more with what is loaded in advance.
  const prepared = allPrepared(page);
  const { desk } = await openDesk(null);
  await prepared;
  await expect(desk.getByRole('alert')).toContainText(notLoaded.what);
  expect(await axeFaults(desk)).toEqual([]);
  await page.unroute(FORM);
  await desk.getByRole('button', { name: idKit.tryAgain }).click();
  await expect(desk.getByRole('textbox', { name: idDesk.details.title })).toBeVisible();
});
