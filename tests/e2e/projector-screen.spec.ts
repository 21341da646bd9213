import type { Page } from '@playwright/test';
import { picture } from '../support/pictures.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { callAgency } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** The sample rakor with its first item's clock running, and its projector. */
async function begin(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  await expect(desk.getByRole('textbox', { name: 'Catatan baru' })).toBeVisible();
  await callAgency(desk, 'Setda');
  await desk.keyboard.press('F8');
  await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
}

async function note(desk: Page, keys: readonly string[], text: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Catatan baru' }).focus();
  for (const key of keys) await desk.keyboard.press(key);
  await desk.keyboard.insertText(text);
  await desk.keyboard.press('Enter');
  await expect(desk.locator('[data-note-id]', { hasText: text })).toBeVisible();
}

/** The words of the projector's screen, wherever it is drawn, without the clocks, which change every second and are no text there. */
const wordsOf = (screen: Page | ReturnType<Page['frameLocator']>): Promise<string> =>
  screen
    .locator('.screen')
    .innerText()
    .then((text) => text.replaceAll(/\+?\d+[:.]\d\d(:\d\d)?/g, '·').replaceAll(/^·\s*/gm, ''));

test('each layout is a key away, and the desk shows what the room sees', async ({ app }) => {
  test.setTimeout(150_000);
  const { desk } = app;
  await desk.setViewportSize({ width: 1366, height: 768 });
  await begin(desk);
  const projector = await app.projector();
  await expect(projector.getByRole('timer')).toBeVisible();
  await note(desk, ['Alt+1', 'Alt+a'], 'Selesaikan sebelum musim hujan.');
  await expect(projector.getByText('Selesaikan sebelum musim hujan.')).toBeVisible();
  const small = desk.frameLocator('iframe[title="Yang tampil di ruang rapat"]').first();
  // Both in one answer, so that a difference is printed and not only counted.
  const same = () =>
    expect(async () => expect(await wordsOf(small)).toBe(await wordsOf(projector))).toPass({ timeout: 30_000 });
  await same();
  // Ten digits in each place would cost the desk time with each key, and nobody points at a picture.
  await expect(small.locator('.digits')).toHaveText(/^\d\d:\d\d$/);
  await expect(small.locator('.digit')).toHaveCount(0);

  await desk.keyboard.press('Control+2');
  await expect(projector.locator('.notes')).toHaveCount(0);
  await expect(projector.getByRole('timer')).toBeVisible();
  await same();
  await desk.keyboard.press('Control+3');
  await expect(projector.locator('[data-layout="notes"]')).toBeVisible();
  await expect(projector.getByRole('timer')).toHaveCount(0);
  await same();
  await desk.keyboard.press('Control+4');
  await expect(projector.locator('[data-layout="agenda"] .row[data-state="now"]')).toHaveCount(1);
  await same();
  await desk.keyboard.press('Control+5');
  await expect(projector.locator('[data-layout="hold"]')).toContainText('Rapat Koordinasi Ekspose SKPD');
  await same();

  // Nothing was announced yet: the dialog opens.
  await desk.keyboard.press('Control+6');
  await expect(desk.getByRole('dialog', { name: 'Layar ruang rapat' })).toBeVisible();
  await desk.getByRole('dialog').getByLabel('Pengumuman', { exact: true }).fill('Rapat dilanjutkan pukul 13.30');
  await desk.keyboard.press('Enter');
  await expect(projector.locator('[data-layout="announcement"]')).toContainText('Rapat dilanjutkan pukul 13.30');
  await same();
  // Also while the dialog is open.
  await desk.keyboard.press('Control+1');
  await expect(projector.getByText('Selesaikan sebelum musim hujan.')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await desk.keyboard.press('Control+6');
  await expect(projector.locator('[data-layout="announcement"]')).toContainText('Rapat dilanjutkan pukul 13.30');
  await desk.keyboard.press('Control+1');
  await expect(projector.getByRole('timer')).toBeVisible();
  // Another agency has been called since: the old announcement is not shown unread.
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('button', { name: /^Jeda/ })).toHaveCount(0);
  await desk.keyboard.press('Control+6');
  const call = desk.getByRole('dialog').getByLabel('Pengumuman', { exact: true });
  await expect(call).toBeFocused();
  await expect(projector.locator('[data-layout="announcement"]')).toHaveCount(0);
  await desk.keyboard.insertText('Mohon bersiap: Dinas Sosial');
  await desk.keyboard.press('Enter');
  await expect(projector.locator('[data-layout="announcement"]')).toContainText('Mohon bersiap: Dinas Sosial');
  await desk.keyboard.press('Escape');
  expect(app.complaints()).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
});

test('a note is pinned, taken off, and read along only when that was turned on', async ({ app }) => {
  test.setTimeout(120_000);
  const { desk } = app;
  await begin(desk);
  const projector = await app.projector();
  const shown = projector.locator('.note-text');
  await note(desk, ['Alt+1', 'Alt+a'], 'Arahan yang lama.');
  await note(desk, ['Alt+1', 'Alt+a'], 'Arahan yang baru.');
  await expect(shown).toHaveText(['Arahan yang baru.', 'Arahan yang lama.']);
  await desk.locator('[data-note-id]', { hasText: 'Arahan yang lama.' }).focus();
  await desk.keyboard.press('Alt+q');
  await expect(shown).toHaveText(['Arahan yang lama.', 'Arahan yang baru.']);

  // From the box: the newest that the projector shows.
  await desk.getByRole('textbox', { name: 'Catatan baru' }).focus();
  await desk.keyboard.press('Alt+x');
  await expect(shown).toHaveText(['Arahan yang lama.']);
  await desk.keyboard.press('Alt+z');
  await expect(shown).toHaveCount(2);

  await desk.keyboard.press('Alt+a');
  await desk.keyboard.insertText('Segera');
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
  await expect(projector.getByText('Segera')).toHaveCount(0);
  await desk.keyboard.press('Control+8');
  await expect(shown).toHaveText(['Arahan yang lama.', 'Segera', 'Arahan yang baru.']);
  const readsAlong = desk.getByText('Terbaca di ruang rapat');
  await expect(readsAlong).toBeVisible();
  await desk.keyboard.press('Alt+p');
  await expect(shown).toHaveCount(2);
  await expect(readsAlong).toHaveCount(0);
  await desk.keyboard.insertText(' RAHASIA');
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
  expect(app.messagesTo('projector').join()).not.toContain('RAHASIA');
});

test('the dialog of the room’s screen fits, is accessible, and sets size and colours', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the pages are the same on every host');
  test.setTimeout(150_000);
  const { desk } = app;
  await desk.setViewportSize({ width: 1366, height: 768 });
  await begin(desk);
  const projector = await app.projector();
  const name = () =>
    projector.locator('.sign-main').evaluate((sign) => Number.parseFloat(getComputedStyle(sign).fontSize));
  const usual = await name();
  await picture(desk, 'desk/room/desk-with-room.png');
  await desk.keyboard.press('Control+7');
  const dialog = desk.getByRole('dialog', { name: 'Layar ruang rapat' });
  await dialog.getByText('Terbesar').click();
  await expect.poll(name).toBeGreaterThan(usual);
  await dialog.getByText('Gelap').click();
  await expect(projector.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByText('Terang', { exact: true }).click();
  for (const size of SIZES) {
    await desk.setViewportSize(size);
    const outside = await dialog.evaluate(
      (box) =>
        [...box.querySelectorAll('button, input, .d-room')].filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        }).length,
    );
    expect(outside).toBe(0);
    await picture(desk, `desk/room/${size.width}x${size.height}.png`);
  }
  expect(await axeFaultsInFront(desk)).toEqual([]);
});
