import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { instant } from '#core/time/units.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { agencyRows } from '../../support/agency-rows.ts';
import { picture } from '../../support/pictures.ts';
import { readPdf, wholeText } from '../../support/read-pdf.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { axeFaultsInFront } from './axe.ts';
import { sendRaw } from './raw.ts';
import { expect, type Fixtures } from './test.ts';

export const TITLE = 'Rakor Uji Kertas';
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

export const exportDialog = (desk: Page): Locator =>
  desk.getByRole('dialog', { name: /^(Ekspor dokumen|Export documents)$/ });
export const wordingDialog = (desk: Page): Locator =>
  desk.getByRole('dialog', { name: /^(Penyelarasan redaksi|Wording of the minutes)$/ });
/** The visible page; a newer one is loaded behind it. */
export const preview = (desk: Page): FrameLocator =>
  desk.frameLocator('iframe.d-minutes-page:not(.d-minutes-page-next)');
export const allSaved = (desk: Page) => expect(desk.getByText('Semua tersimpan')).toBeVisible();
export const composer = (desk: Page): Locator => desk.getByRole('textbox', { name: 'Catatan baru' });

/**
 * Opens a new rakor of two agencies, by a message: how it is created on the start screen is tried in rakor.spec.ts and
 * keyboard.spec.ts.
 */
export async function createRakor(desk: Page, title = TITLE): Promise<void> {
  const payload = {
    title,
    date: civilDateAt(instant(Date.now()), 'WITA'),
    agencies: agencyRows('Dinas Kesehatan; Dinkes\nDinas Sosial; Dinsos'),
    carryFrom: null,
  };
  expect(await sendRaw(desk, { kind: 'request', type: 'meeting.create', payload })).toMatchObject({ ok: true });
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(title);
}

/** Opens the rakor on the data that another run of the application has left. */
export async function reopenRakor(launch: Fixtures['launch'], { dataFolder }: AppUnderTest): Promise<AppUnderTest> {
  const app = await launch({ dataFolder });
  await app.desk
    .getByRole('button', { name: new RegExp(`^${TITLE}`) })
    .first()
    .click();
  await expect(composer(app.desk)).toBeVisible();
  return app;
}

/** Makes an agency active; the projector has a clock for agencies, and a title slide for an opening or a prayer. */
export async function callAgency(desk: Page, name: string): Promise<void> {
  // A projector may show the meeting before the desk does, and what is pressed then is for the start screen.
  await expect(composer(desk)).toBeVisible();
  await desk.keyboard.press('Control+k');
  await desk.getByRole('dialog').getByRole('searchbox').fill(name);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toBeHidden();
  await desk.keyboard.press('Alt+Enter');
  await expect(desk.getByText('Belum dimulai', { exact: true })).toBeVisible();
}

/** Skips what comes before the first agency of the open meeting, which has no clock on the projector. */
export async function skipCeremony(desk: Page): Promise<void> {
  const { view } = (await sendRaw(desk, { kind: 'hello' })) as {
    view: { meeting: { agenda: { order: string[]; items: Record<string, { kind: string }> } } };
  };
  const { order, items } = view.meeting.agenda;
  const first = order.findIndex((id) => items[id]?.kind === 'agency');
  for (const itemId of order.slice(0, first)) {
    const command = { type: 'turn.skip', itemId } as const;
    expect(await sendRaw(desk, { kind: 'command', command })).toMatchObject({ ok: true });
  }
}

/** Calls the first agency and writes notes of the Bupati's about it, shown on the projector. */
export async function writeNotes(desk: Page, texts: readonly string[]): Promise<void> {
  if ((await desk.locator('[data-note-id]').count()) === 0) {
    await desk.keyboard.press('Control+k');
    await desk
      .getByRole('dialog')
      .getByRole('combobox')
      .or(desk.getByRole('dialog').getByRole('searchbox'))
      .fill('Dinkes');
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('dialog')).toBeHidden();
    await desk.keyboard.press('Alt+Enter');
  }
  for (const text of texts) {
    await composer(desk).focus();
    await desk.keyboard.press('Alt+1');
    await desk.keyboard.press('Alt+a');
    await composer(desk).fill(text);
    await desk.keyboard.press('Enter');
    await expect(desk.locator('[data-note-id]', { hasText: text })).toBeVisible();
  }
}

export const pdfs = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));

export async function onlyPdf(app: AppUnderTest): Promise<{ text: string; pages: number }> {
  const paths = pdfs(app.documentsFolder);
  expect(paths).toHaveLength(1);
  const pdf = await readPdf(new Uint8Array(readFileSync(paths[0] ?? '')));
  return { text: wholeText(pdf), pages: pdf.pages.length };
}

/** Holds a screen to fit at every size, and lets axe read it. */
export async function look(app: AppUnderTest, name: string): Promise<void> {
  const { desk } = app;
  if (app.host !== 'browser') return;
  for (const size of SIZES) {
    await desk.setViewportSize(size);
    await picture(desk, `desk/minutes/${size.width}x${size.height}-${name}.png`);
    const wide = await desk.evaluate(() =>
      [
        document.documentElement,
        ...document.querySelectorAll('.k-dialog, .k-dialog-body, .d-minutes-options, .d-wording-main'),
      ]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.className),
    );
    expect(wide, `${name} at ${size.width}`).toEqual([]);
  }
  await desk.setViewportSize(SIZES[1]);
  expect(await axeFaultsInFront(desk, 'iframe'), name).toEqual([]);
}

/** What every run must end with. The test's own look into the preview is a script that the frame refuses. */
export function quiet(app: AppUnderTest): void {
  const own = /^Blocked script execution in '[^']*\/document\//;
  expect(app.complaints().filter((text) => !own.test(text))).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
}
