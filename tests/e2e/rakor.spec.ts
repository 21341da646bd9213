import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { readPdf, squeezed, wholeText } from '../support/read-pdf.ts';
import { testBrowser } from '../support/test-browser.ts';
import type { AppUnderTest } from './support/app-under-test.ts';
import { preview } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

const LONGEST = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';
const AGENCIES = [
  'Dinas Kesehatan; Dinkes; Kepala Dinas',
  `${LONGEST}; DP3AP2KB; Kepala Dinas`,
  'Dinas Sosial; Dinsos',
  'Inspektorat Daerah',
];

async function createRakor(desk: Page): Promise<void> {
  await desk.getByLabel('Judul rapat').fill('Rakor Uji Menyeluruh');
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill(AGENCIES.join('\n'));
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  await expect(desk.getByText('Rakor Uji Menyeluruh')).toBeVisible();
}

/** Looks an item up by Ctrl+K, so that it is the one shown in the middle. */
async function show(desk: Page, name: string): Promise<void> {
  await desk.keyboard.press('Control+k');
  await desk.getByRole('dialog').getByRole('combobox').or(desk.getByRole('dialog').getByRole('searchbox')).fill(name);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toBeHidden();
}

const composer = (desk: Page): Locator => desk.getByRole('textbox', { name: 'Catatan baru' });

/** Writes a note as an operator does: whose, what kind, (who may see it), the words, Enter. */
async function note(desk: Page, keys: readonly string[], text: string): Promise<void> {
  await composer(desk).focus();
  for (const key of keys) await desk.keyboard.press(key);
  await composer(desk).fill(text);
  await desk.keyboard.press('Enter');
  await expect(desk.locator('[data-note-id]', { hasText: text })).toBeVisible();
}

const allSaved = (desk: Page) => expect(desk.getByText('Semua tersimpan')).toBeVisible();

/** The paths of the PDFs that the run has written. */
const pdfs = (app: AppUnderTest): string[] =>
  readdirSync(app.documentsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(app.documentsFolder, name));

test('a rakor from preparing it to the NOTULA, with a power cut of the operator’s own in between', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  // Printed as it will be: by the command line of a browser.
  const env = { EKSPOSE_BROWSER: testBrowser() ?? '' };
  const app = await launch({ env });
  // On the double only what passes through the host: what the clock, the dialogs and the agenda do is the pages’ own.
  const inPages = app.host === 'electron-double' ? async () => undefined : test.step;
  const { desk } = app;
  await createRakor(desk);
  const projector = await app.projector();
  const turn = desk.getByRole('region', { name: 'Giliran' });
  await expect(projector.getByText('Rakor Uji Menyeluruh').first()).toBeVisible();

  await show(desk, 'Dinas Kesehatan');
  await inPages('limits of its own for one agency, so that its time is soon up', async () => {
    await desk.locator('.d-presenter').first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Nama penyaji').fill('dr. Uji Coba, M.Kes.');
    await dialog.getByText('Batas sendiri').click();
    await dialog.getByLabel('Peringatan pada menit ke').fill('0:02');
    await dialog.getByLabel('Batas akhir pada menit ke').fill('0:09');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('call, start', async () => {
    await desk.keyboard.press('Alt+Enter');
    await expect(projector.getByRole('heading', { name: 'Dinas Kesehatan' })).toBeVisible();
    await expect(desk.getByText('Belum dimulai', { exact: true })).toBeVisible();
    await desk.keyboard.press('F8');
    await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
  });

  await inPages('wrap up, overtime', async () => {
    await expect(projector.getByText('mohon simpulkan')).toBeVisible();
    await expect(projector.getByText('Waktu habis').first()).toBeVisible();
    await expect(projector.getByRole('timer', { name: /^\+00:0\d$/ })).toBeVisible();
  });

  await inPages('pause, add time, resume', async () => {
    await desk.keyboard.press('F8');
    await expect(desk.getByRole('button', { name: /^Lanjutkan/ })).toBeVisible();
    await desk.keyboard.press('F7');
    await expect(projector.getByRole('timer', { name: /00:5\d|01:0\d/ })).toBeVisible();
    await desk.keyboard.press('F8');
    await expect(desk.getByRole('button', { name: /^Jeda/ })).toBeVisible();
  });

  await test.step('notes by four roles, one of them private', async () => {
    await note(desk, ['Alt+1', 'Alt+a'], 'Puskesmas keliling menjangkau pesisir.');
    await note(desk, ['Alt+2', 'Alt+u'], 'Libatkan kader posyandu.');
    await note(desk, ['Alt+3', 'Alt+t'], 'Berapa tenaga dokter yang kurang?');
    await note(desk, ['Alt+5', 'Alt+c', 'Alt+p'], 'Rahasia: kepala dinas akan diganti.');
    await expect(projector.getByText('Puskesmas keliling menjangkau pesisir.')).toBeVisible();
    await expect(projector.getByText('Libatkan kader posyandu.')).toBeVisible();
  });

  await inPages('a follow-up of a note', async () => {
    await desk.locator('[data-note-id]', { hasText: 'Puskesmas keliling' }).focus();
    await desk.keyboard.press('Alt+j');
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByLabel('Arahan atau keputusan')).toHaveValue('Puskesmas keliling menjangkau pesisir.');
    await dialog.getByRole('button', { name: /^Simpan/ }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('finish and call the next', async () => {
    // Pembukaan and the other opening items were never called: the next in order is one of them.
    await desk.keyboard.press('F9');
    await expect(turn.getByRole('heading', { name: 'Pembukaan' })).toBeVisible();
  });

  await inPages('call one by name, postpone it', async () => {
    await show(desk, 'DP3AP2KB');
    await expect(turn.getByRole('heading', { name: LONGEST })).toBeVisible();
    await desk.keyboard.press('Alt+Enter');
    await expect(projector.getByRole('heading', { name: LONGEST })).toBeVisible();
    await expect(desk.getByText('Belum dimulai', { exact: true })).toBeVisible();
    await desk.keyboard.press('F4');
    await expect(projector.getByRole('heading', { name: LONGEST })).toBeHidden();
    await expect(desk.getByText(/DP3AP2KB ditunda|ditunda ke belakang/).first()).toBeVisible();
  });

  await test.step('words that were only typed', async () => {
    await show(desk, 'Dinas Sosial');
    await composer(desk).fill('Bantuan belum sele');
    await expect(desk.getByText('tersimpan', { exact: true })).toBeVisible();
    await allSaved(desk);
  });

  for (const message of app.messagesTo('projector')) {
    expect(message).not.toContain('Rahasia');
    expect(message).not.toContain('Berapa tenaga dokter');
    expect(message).not.toContain('Bantuan belum sele');
  }
  expect(await projector.content()).not.toContain('Rahasia');
  expect(app.messagesTo('desk').join('')).toContain('Rahasia');
  expect(app.complaints()).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
  await app.kill();

  const again = await launch({ dataFolder: app.dataFolder, env });
  await again.desk
    .getByRole('button', { name: /^Rakor Uji Menyeluruh/ })
    .first()
    .click();
  await expect(composer(again.desk)).toBeVisible();
  await show(again.desk, 'Dinas Kesehatan');
  await expect(again.desk.locator('[data-note-id]')).toHaveCount(4);
  await expect(composer(again.desk)).toHaveValue('Bantuan belum sele');

  await test.step('the NOTULA as a file', async () => {
    await again.desk.keyboard.press('Control+e');
    const notula = preview(again.desk);
    await expect(notula.getByText('NOTULA').first()).toBeVisible();
    await expect(notula.getByText('Puskesmas keliling').first()).toBeVisible();
    await again.desk.getByRole('button', { name: /^Simpan PDF/ }).click();
    await expect(again.desk.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
    const [path = ''] = pdfs(again);
    const text = wholeText(await readPdf(new Uint8Array(readFileSync(path))));
    expect(text).toContain(squeezed('Puskesmas keliling menjangkau pesisir.'));
    expect(text).toContain(squeezed('Berapa tenaga dokter yang kurang?'));
    expect(text).not.toContain('Rahasia');
  });
  // The preview's frame lets no script run, and the test's own look into it is one.
  const own = /^Blocked script execution in '[^']*\/document\//;
  expect(again.complaints().filter((text) => !own.test(text))).toEqual([]);
  expect(await again.close()).toBe(0);
});
