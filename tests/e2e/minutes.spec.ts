import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { makePng } from '../support/make-png.ts';
import { readPdf, squeezed, wholeText } from '../support/read-pdf.ts';
import type { AppUnderTest } from './support/app-under-test.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'Rakor Uji Kertas';
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

const exportDialog = (desk: Page): Locator => desk.getByRole('dialog', { name: /^(Ekspor dokumen|Export documents)$/ });
const wordingDialog = (desk: Page): Locator =>
  desk.getByRole('dialog', { name: /^(Penyelarasan redaksi|Wording of the minutes)$/ });
/** The page in sight; a newer one is loaded behind it. */
const preview = (desk: Page): FrameLocator => desk.frameLocator('iframe.minutes-page:not(.minutes-page-next)');
const allSaved = (desk: Page) => expect(desk.getByText('Semua tersimpan')).toBeVisible();
const composer = (desk: Page): Locator => desk.getByRole('textbox', { name: 'Catatan baru' });

async function createRakor(desk: Page): Promise<void> {
  await desk.getByLabel('Judul rapat').fill(TITLE);
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill('Dinas Kesehatan; Dinkes\nDinas Sosial; Dinsos');
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(TITLE);
}

/** Calls the first agency and writes notes of the Bupati's about it, shown to the room. */
async function writeNotes(desk: Page, texts: readonly string[]): Promise<void> {
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

const pdfs = (app: AppUnderTest): string[] =>
  readdirSync(app.documentsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(app.documentsFolder, name));

async function onlyPdf(app: AppUnderTest): Promise<{ text: string; pages: number }> {
  const paths = pdfs(app);
  expect(paths).toHaveLength(1);
  const pdf = await readPdf(new Uint8Array(readFileSync(paths[0] ?? '')));
  return { text: wholeText(pdf), pages: pdf.pages.length };
}

/** Holds a screen to fit at every size, and lets axe read it. */
async function look(app: AppUnderTest, name: string): Promise<void> {
  const { desk } = app;
  if (app.host !== 'browser') return;
  for (const size of SIZES) {
    await desk.setViewportSize(size);
    await desk.screenshot({ path: `artefacts/desk/minutes/${size.width}x${size.height}-${name}.png` });
    const wide = await desk.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.k-dialog, .k-dialog-body, .minutes-options, .w-main')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.className),
    );
    expect(wide, `${name} at ${size.width}`).toEqual([]);
  }
  await desk.setViewportSize(SIZES[1]);
  const { violations } = await new AxeBuilder({ page: desk }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** What every run must end with. The test's own look into the preview is a script that the frame refuses. */
function quiet(app: AppUnderTest): void {
  const own = /^Blocked script execution in '[^']*\/document\//;
  expect(app.complaints().filter((text) => !own.test(text))).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
}

test('the options change the paper, are remembered, and one key exports again', async ({ launch, host }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { desk } = app;
  await createRakor(desk);
  await writeNotes(desk, ['Percepat puskesmas.']);
  await desk.keyboard.press('Control+e');
  const dialog = exportDialog(desk);
  await expect(preview(desk).getByText('NOTULA', { exact: true })).toBeVisible();
  await look(app, 'export-id');

  await dialog.getByRole('radio', { name: 'Notula', exact: true }).focus();
  await desk.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Notulen' })).toBeChecked();
  await expect(preview(desk).getByText('NOTULEN', { exact: true })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Mengetahui' }).focus();
  await desk.keyboard.press('Space');
  await expect(
    preview(desk)
      .getByText(/^Mengetahui/)
      .first(),
  ).toBeVisible();

  await desk.keyboard.press('Control+Enter');
  await expect(dialog.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
  expect((await onlyPdf(app)).text).toContain('NOTULEN');
  expect((await onlyPdf(app)).text).toContain('Percepatpuskesmas.');
  if (host === 'browser') {
    await desk.keyboard.press('Control+e');
    const question = desk.getByRole('alertdialog');
    await expect(question).toBeVisible();
    await question.getByRole('button', { name: 'Batal' }).press('Enter');
    await expect(dialog.getByText('Berkas tidak jadi disimpan.')).toBeVisible();
  }
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await writeNotes(desk, ['Lengkapi dokter.']);
  await desk.keyboard.press('Control+Shift+e');
  if (host === 'browser') {
    await expect(desk.getByRole('alertdialog')).toBeVisible();
    await desk.getByRole('button', { name: 'Ganti berkas' }).press('Enter');
    await expect(dialog.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
    await desk.keyboard.press('Escape');
  } else {
    await expect(desk.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
  }
  const { text } = await onlyPdf(app);
  expect(text).toContain('NOTULEN');
  expect(text).toContain('Lengkapidokter.');
  await allSaved(desk);
  quiet(app);
  await app.kill();

  const again = await launch({ dataFolder: app.dataFolder });
  await again.desk
    .getByRole('button', { name: new RegExp(`^${TITLE}`) })
    .first()
    .click();
  await expect(composer(again.desk)).toBeVisible();
  await again.desk.keyboard.press('Control+e');
  await expect(exportDialog(again.desk).getByRole('radio', { name: 'Notulen' })).toBeChecked();
  await expect(exportDialog(again.desk).getByRole('checkbox', { name: 'Mengetahui' })).toBeChecked();
  await expect(preview(again.desk).getByText('NOTULEN', { exact: true })).toBeVisible();
  quiet(again);
});

test('the paper says it in other words, the room and the notes keep what was said', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { desk } = app;
  await createRakor(desk);
  const projector = await app.projector();
  await writeNotes(desk, ['Percepat puskesmas', 'tolong dokternya ditambah ya', 'Tes mikrofon']);
  await expect(projector.getByText('Tes mikrofon')).toBeVisible();

  const dialog = wordingDialog(desk);
  const row = (text: string): Locator => dialog.getByRole('listitem').filter({ hasText: text });
  const words = (text: string): Locator => row(text).getByRole('textbox');
  await test.step('by keys alone', async () => {
    await desk.keyboard.press('Alt+w');
    await expect(dialog).toBeVisible();
    await words('tolong dokternya').focus();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('Jumlah dokter agar ditambah.');
    await desk.keyboard.press('Control+Enter');
    await expect(row('tolong dokternya').getByText('Diselaraskan')).toBeVisible();
    await row('Tes mikrofon').getByRole('checkbox').focus();
    await desk.keyboard.press('Space');
    await expect(row('Tes mikrofon').getByText('Tidak masuk notula')).toBeVisible();
    await words('tolong dokternya').focus();
    await desk.keyboard.press('Alt+ArrowUp');
    await expect(dialog.getByRole('listitem').first()).toContainText('tolong dokternya');
    await expect(words('tolong dokternya')).toBeFocused();
  });
  await look(app, 'wording-id');

  await test.step('what is typed is taken back by Escape, and only the next one closes', async () => {
    await words('Percepat puskesmas').focus();
    await desk.keyboard.type(' sekali');
    await desk.keyboard.press('Escape');
    await expect(words('Percepat puskesmas')).toHaveValue('Percepat puskesmas');
    await expect(dialog).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await expect(desk.locator('[data-note-id]')).toHaveCount(3);
  await expect(desk.locator('[data-note-id]', { hasText: 'tolong dokternya ditambah ya' })).toBeVisible();
  await expect(projector.getByText('tolong dokternya ditambah ya')).toBeVisible();
  await desk.keyboard.press('Control+e');
  await expect(preview(desk).getByText('Jumlah dokter agar ditambah.')).toBeVisible();
  await desk.keyboard.press('Control+e');
  await expect(desk.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
  const { text } = await onlyPdf(app);
  const [dokter, puskesmas] = ['Jumlah dokter agar ditambah.', 'Percepat puskesmas'].map((one) =>
    text.indexOf(squeezed(one)),
  );
  expect(dokter).toBeGreaterThan(0);
  expect(puskesmas).toBeGreaterThan(dokter ?? 0);
  expect(text).not.toContain(squeezed('tolong dokternya'));
  expect(text).not.toContain(squeezed('Tes mikrofon'));
  expect(app.messagesTo('projector').join(' ')).not.toContain('Jumlah dokter');
  await desk.keyboard.press('Escape');

  await test.step('a word being typed outlives a power cut', async () => {
    await desk.keyboard.press('Alt+w');
    await words('Percepat puskesmas').focus();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('Pembangunan puskesmas agar diper');
    await expect(row('Percepat puskesmas').getByText('Sedang diketik')).toBeVisible();
    await expect
      .poll(() => app.messagesTo('desk').filter((message) => message.includes('agar diper')).length)
      .toBeGreaterThan(0);
    await allSaved(desk);
    quiet(app);
    await app.kill();
  });
  const again = await launch({ dataFolder: app.dataFolder });
  await again.desk
    .getByRole('button', { name: new RegExp(`^${TITLE}`) })
    .first()
    .click();
  await again.desk.keyboard.press('Alt+w');
  const kept = wordingDialog(again.desk).getByRole('listitem').filter({ hasText: 'Percepat puskesmas' });
  await expect(kept.getByRole('textbox')).toHaveValue('Pembangunan puskesmas agar diper');
  await expect(kept.getByText('Sedang diketik')).toBeVisible();
});

test('the user’s own emblem stands in the letterhead and is served to the room', async ({ launch, host }) => {
  test.setTimeout(180_000);
  const SVG =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="10" height="20" fill="#064"/></svg>';
  const app = await launch();
  const { desk } = app;
  await createRakor(desk);
  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Pengaturan' }).click();
  await desk.getByRole('tab', { name: 'Kop surat' }).click();
  await desk.getByLabel('Pemerintah daerah').fill('PEMERINTAH KABUPATEN CONTOH');
  const file = desk.locator('input[type=file]');
  const image = desk.getByRole('img', { name: 'Lambang yang dipakai' });
  const choose = (name: string, content: Buffer | string) =>
    file.setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(content) });

  await choose('lambang.png', 'ini hanya tulisan');
  await expect(desk.getByText(/^lambang\.png bukan gambar/)).toBeVisible();
  await choose('rusak.png', makePng({ width: 40, height: 40 }).subarray(0, 40));
  await expect(desk.getByText(/^rusak\.png tidak dapat dibaca/)).toBeVisible();
  for (const bad of [
    SVG.replace('<rect', '<script>alert(1)</script><rect'),
    SVG.replace('<rect', '<rect onload="alert(1)"'),
    SVG.replace('<rect', '<image href="https://contoh.go.id/a.png"/><rect'),
    SVG.replace('fill="#064"', 'style="fill:url(https://contoh.go.id/a.svg#f)"'),
    SVG.replace('<rect', '<style>@import "https://contoh.go.id/a.css";</style><rect'),
    SVG.replace('<rect', '<foreignObject/><rect'),
  ]) {
    await choose('jahat.svg', bad);
    await expect(desk.getByText(/^jahat\.svg memuat skrip/)).toBeVisible();
    await choose('lambang.png', 'ini hanya tulisan');
    await expect(desk.getByText(/^lambang\.png bukan gambar/)).toBeVisible();
  }
  await expect(image).toBeHidden();

  const sizeOf = () => image.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]);
  await choose('lambang.svg', SVG);
  await expect.poll(sizeOf).toEqual([600, 1200]);
  // Its own styles are drawn, whatever the window's policy says of styles.
  const styled = SVG.replace('<rect', '<style>.a{stroke:#00f}</style><rect class="a"').replace(
    'fill="#064"',
    'style="fill:#f00"',
  );
  await choose(
    'gaya.svg',
    styled.replace('viewBox="0 0 10 20"', 'viewBox="0 0 30 20"').replace('width="10"', 'width="30"'),
  );
  await expect.poll(sizeOf).toEqual([1200, 800]);
  const colourAt = (x: number, y: number) =>
    image.evaluate(
      (one: HTMLImageElement, [left, top]) => {
        const context = document.createElement('canvas').getContext('2d');
        context?.drawImage(one, -left, -top);
        return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
      },
      [x, y] as const,
    );
  expect(await colourAt(600, 400)).toEqual([255, 0, 0, 255]);
  expect(await colourAt(5, 400)).toEqual([0, 0, 255, 255]);
  await choose('besar.png', makePng({ width: 8000, height: 5000, colour: 2 }));
  await expect.poll(sizeOf, { timeout: 30_000 }).toEqual([1200, 750]);
  await look(app, 'letterhead-id');

  const address = (await image.getAttribute('src')) ?? '';
  expect(address).toMatch(/^\/emblem\/[0-9a-f]{32}\.png$/);
  const projector = await app.projector();
  const fetched = (path: string) => projector.evaluate(async (one) => (await fetch(one)).status, path);
  expect(await fetched(address)).toBe(200);
  expect(await fetched('/emblem/..%2Fsettings.png')).toBe(404);

  await desk.getByRole('button', { name: 'Kembali' }).click();
  await desk.keyboard.press('Control+e');
  await expect(preview(desk).locator('img')).toBeVisible();
  await exportDialog(desk).getByRole('button', { name: 'Tutup' }).click();
  const expected = app.complaints().filter((text) => !/404/.test(text));
  expect(expected.filter((text) => !/^Blocked script execution/.test(text))).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
  expect(host === 'browser' || host === 'electron-double' || host === 'electron').toBe(true);
});

test('every agency’s sheet comes into one folder, and a paper onto the clipboard', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { desk } = app;
  await createRakor(desk);
  await writeNotes(desk, ['Percepat puskesmas.']);
  await desk.keyboard.press('Control+Shift+c');
  await expect(desk.getByText(/^Teks disalin/)).toBeVisible();
  await composer(desk).focus();
  await desk.keyboard.press('Control+v');
  await expect(composer(desk)).toHaveValue(/NOTULA[\s\S]*Percepat puskesmas\./);
  await composer(desk).fill('');

  await desk.keyboard.press('Control+e');
  const dialog = exportDialog(desk);
  await dialog.getByRole('button', { name: /Dokumen$/ }).press('Enter');
  await desk.getByRole('option', { name: 'Lembar arahan' }).press('Enter');
  await expect(preview(desk).getByText('Percepat puskesmas.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'PDF' }).focus();
  await desk.keyboard.press('ArrowRight');
  await expect(dialog.locator('.minutes-text')).toContainText('Percepat puskesmas.');
  await desk.keyboard.press('Control+Shift+c');
  await expect(desk.getByText(/^Teks disalin/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Semua lembar arahan' }).press('Enter');
  await expect(dialog.getByText(/^Tersimpan \d+ lembar arahan di/)).toBeVisible({ timeout: 90_000 });
  expect(pdfs(app).length).toBeGreaterThan(0);
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await expect(desk.getByRole('menuitem', { name: 'Buka ekspor terakhir' })).toBeEnabled();
  quiet(app);
});

test('the dialogs can be read by everybody in English too', async ({ launch }) => {
  const app = await launch();
  const { desk } = app;
  await createRakor(desk);
  await writeNotes(desk, ['Percepat puskesmas', 'Tambah dokter']);
  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Switch to English' }).click();
  await desk.keyboard.press('Alt+w');
  await expect(wordingDialog(desk)).toBeVisible();
  await look(app, 'wording-en');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+e');
  await expect(preview(desk).getByText('NOTULA', { exact: true })).toBeVisible();
  for (const [name, kind] of [
    ['matrix', 'Follow-up matrix'],
    ['sheet', 'Directive sheet'],
    ['ledger', 'Ledger of times'],
  ] as const) {
    await exportDialog(desk)
      .getByRole('button', { name: /Document$/ })
      .click();
    await desk.getByRole('option', { name: kind }).click();
    await expect(exportDialog(desk).locator('.minutes-preview')).toHaveAttribute('aria-busy', 'false');
    await look(app, `export-en-${name}`);
  }
  quiet(app);
});
