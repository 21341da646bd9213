import type { Page } from '@playwright/test';
import idDesk from '#locales/id/desk.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { axeFaults } from '../support/axe.ts';
import { holdFrames } from '../support/hold-frames.ts';
import { holdScript } from '../support/hold-script.ts';

const OFTEN = /dialogs-often[^/]*\.js$/;

/** The box of the search, whichever role it has. */
const searchBox = (desk: Page) =>
  desk.getByRole('dialog').getByRole('searchbox').or(desk.getByRole('dialog').getByRole('combobox'));

test('what is typed while a dialog is on its way is in the dialog, and nowhere else', async ({ page, openDesk }) => {
  const release = await holdScript(page, OFTEN);
  const { desk, double } = await openDesk(meetingInATurn());
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await note.click();
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('dinas so');
  await expect(desk.locator('dialog[aria-busy="true"]')).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  release();
  const box = searchBox(desk);
  await expect(box).toHaveValue('dinas so');
  await desk.keyboard.type('sial');
  await expect(box).toHaveValue('dinas sosial');
  await desk.keyboard.press('Escape');
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('');
  expect(double.sent.filter(({ type }) => type === 'draft.set')).toEqual([]);
});

test('what is typed right after a dialog came follows what was typed before it did', async ({ page, openDesk }) => {
  const release = await holdScript(page, OFTEN);
  const { desk } = await openDesk(meetingInATurn());
  await desk.getByRole('textbox', { name: idDesk.noteBox.label }).click();
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('dinas so');
  const frames = await holdFrames(desk);
  release();
  const box = searchBox(desk);
  await expect(box).toBeFocused();
  await desk.keyboard.type('sial');
  await frames.release();
  await expect(box).toHaveValue('dinas sosial');
});

for (const instead of ['another', 'none'] as const) {
  test(`what is typed for a dialog in whose place ${instead} comes is offered to be copied`, async ({
    page,
    openDesk,
  }) => {
    const release = await holdScript(page, OFTEN, 'fails');
    const { desk } = await openDesk(meetingInATurn());
    const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
    await desk.locator('.d-presenter').first().click();
    await desk.keyboard.type('Ir. Sari');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('Kepala');
    // Enough, and again: whether to end the turn is to be asked in its place.
    for (let times = 0; instead === 'another' && times < 2; times += 1) await desk.keyboard.press('Shift+F9');
    if (instead === 'none') release();
    await expect(bringBack).toBeVisible();
    await desk.keyboard.press('Escape');
    await bringBack.click();
    await expect(desk.getByRole('dialog').getByRole('textbox')).toHaveValue('Ir. Sari\nKepala');
    await expect(bringBack).toHaveCount(0);
  });
}

test('what is typed for a place of a dialog that is no text box is offered to be copied', async ({
  page,
  openDesk,
}) => {
  const release = await holdScript(page, OFTEN);
  const { desk } = await openDesk(meetingInATurn());
  const dialog = desk.getByRole('dialog');
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  await desk.getByRole('tab', { name: WORDS.id.desk.tabs.followUps }).click();
  await desk.getByRole('button', { name: idDesk.followUps.add }).click();
  await desk.keyboard.type('Bangun jembatan');
  for (let times = 0; times < 2; times += 1) await desk.keyboard.press('Tab');
  await desk.keyboard.type('31122026');
  release();
  await expect(dialog.getByRole('textbox', { name: idDesk.followUps.what })).toHaveValue('Bangun jembatan');
  await expect(bringBack).toBeVisible();
  await dialog.getByRole('button', { name: WORDS.id.kit.save }).click();
  await expect(dialog).toHaveCount(0);
  await bringBack.click();
  await expect(dialog.getByRole('textbox')).toHaveValue('31122026');
});

test('a dialog that is on its way is left by Escape with what was typed, and does not come afterwards', async ({
  page,
  openDesk,
}) => {
  const release = await holdScript(page, OFTEN);
  const { desk } = await openDesk(meetingInATurn());
  const note = desk.getByRole('textbox', { name: idDesk.noteBox.label });
  await note.click();
  const coming = desk.locator('dialog[aria-busy="true"]');
  const bringBack = desk.getByRole('button', { name: WORDS.id.domain.bringBack });
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('dinas');
  await expect(coming).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(coming).toHaveCount(0);
  await expect(note).toBeFocused();
  await expect(bringBack).toBeVisible();
  const loaded = page.waitForResponse((response) => OFTEN.test(response.url()));
  release();
  await loaded;
  await desk.keyboard.press('F1');
  await expect(desk.getByRole('dialog', { name: idDesk.help.title })).toBeVisible();
  await expect(desk.getByRole('dialog')).toHaveCount(1);
  await expect(note).toHaveValue('');
  await desk.keyboard.press('Escape');
  await bringBack.click();
  await expect(desk.getByRole('dialog').getByRole('textbox')).toHaveValue('dinas');
});
