import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allSaved,
  composer,
  createRakor,
  exportDialog,
  look,
  onlyPdf,
  pdfs,
  preview,
  quiet,
  reopenRakor,
  wordingDialog,
  writeNotes,
} from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

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
    await expect(question).toBeHidden();
  }
  // To the dialog itself: the focus comes back to it a frame after the question has gone.
  await dialog.press('Escape');
  await expect(dialog).toBeHidden();

  await writeNotes(desk, ['Lengkapi dokter.']);
  await desk.keyboard.press('Control+Shift+e');
  if (host === 'browser') {
    await expect(desk.getByRole('alertdialog')).toBeVisible();
    await desk.getByRole('button', { name: 'Ganti berkas' }).press('Enter');
    await expect(dialog.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
    await dialog.press('Escape');
  } else {
    await expect(desk.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
  }
  const { text } = await onlyPdf(app);
  expect(text).toContain('NOTULEN');
  expect(text).toContain('Lengkapidokter.');
  await allSaved(desk);
  quiet(app);
  await app.kill();

  const again = await reopenRakor(launch, app);
  await again.desk.keyboard.press('Control+e');
  await expect(exportDialog(again.desk).getByRole('radio', { name: 'Notulen' })).toBeChecked();
  await expect(exportDialog(again.desk).getByRole('checkbox', { name: 'Mengetahui' })).toBeChecked();
  await expect(preview(again.desk).getByText('NOTULEN', { exact: true })).toBeVisible();
  quiet(again);
});

test('every agency’s sheet comes into one folder, and a paper onto the clipboard', async ({ launch, host }) => {
  test.setTimeout(180_000);
  // What the folder's dialog answers, on the host that has one.
  const chosen = mkdtempSync(join(tmpdir(), 'ekspose-sheets-'));
  const app = await launch({ env: { EKSPOSE_DOUBLE_OPEN: chosen } });
  const { desk } = app;
  await createRakor(desk);
  await writeNotes(desk, ['Percepat puskesmas.']);
  // Internal, as a plain note is unless somebody shows it.
  await desk.keyboard.press('Alt+c');
  await composer(desk).fill('Untuk panel saja.');
  await composer(desk).press('Enter');
  await expect(desk.locator('[data-note-id]')).toHaveCount(2);
  await desk.keyboard.press('Control+Shift+c');
  const copied = desk.getByRole('listitem').filter({ hasText: /^Ringkasan rapat disalin/ });
  await expect(copied).toBeVisible();
  // The message of the next copy says the same.
  await copied.getByRole('button', { name: 'Tutup pesan' }).click();
  await expect(copied).toHaveCount(0);
  await composer(desk).focus();
  await desk.keyboard.press('Control+v');
  await expect(composer(desk)).toHaveValue(/^\*Ringkasan(?=[\s\S]*Percepat puskesmas)(?![\s\S]*Untuk panel saja)/);
  await composer(desk).fill('');

  await desk.keyboard.press('Control+e');
  const dialog = exportDialog(desk);
  await dialog.getByRole('button', { name: /Dokumen$/ }).press('Enter');
  await desk.getByRole('option', { name: 'Lembar arahan' }).press('Enter');
  await expect(preview(desk).getByRole('heading', { name: 'Lembar Arahan' })).toBeVisible();
  await expect(preview(desk).getByText('Percepat puskesmas.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'PDF' }).focus();
  await desk.keyboard.press('ArrowRight');
  await expect(dialog.locator('.d-minutes-text')).toContainText('Percepat puskesmas.');
  await desk.keyboard.press('Control+Shift+c');
  await expect(copied).toBeVisible();
  await dialog.getByRole('button', { name: 'Semua lembar arahan' }).press('Enter');
  await expect(dialog.getByText(/^Tersimpan \d+ lembar arahan di/)).toBeVisible({ timeout: 90_000 });
  const written = host === 'browser' ? pdfs(app.documentsFolder) : pdfs(chosen);
  expect(written.length).toBeGreaterThan(0);
  rmSync(chosen, { recursive: true });
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await expect(desk.getByRole('menuitem', { name: 'Buka ekspor terakhir' })).toBeEnabled();
  quiet(app);
});

test('the dialogs can be read by everybody in English too', async ({ app }) => {
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
    await expect(exportDialog(desk).locator('.d-minutes-preview')).toHaveAttribute('aria-busy', 'false');
    await look(app, `export-en-${name}`);
  }
  quiet(app);
});
