import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePdf } from '../support/make-pdf.ts';
import { picture } from '../support/pictures.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/test.ts';

/** A program that makes the same PDF of any presentation. */
function office(): { folder: string; program: string; presentation: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ekspose-office-'));
  const put = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const pdf = put('ready.pdf', makePdf({ pages: 2 }));
  const program = put('soffice', `#!/bin/sh\nfor IN; do :; done\ncp '${pdf}' "$(dirname "$IN")/pdf/bahan.pdf"\n`);
  chmodSync(program, 0o755);
  return { folder, program, presentation: put('Dinkes paparan.pptx', Buffer.from('PK\x03\x04 slides', 'latin1')) };
}

test.skip(({ host }) => host !== 'browser', 'the same on every host');
test.skip(process.platform === 'win32', 'the program is a shell script');

test('a presentation is used when somebody has looked at its pages, and its size is told until it is deleted', async ({
  launch,
}) => {
  const { folder, program, presentation } = office();
  const app = await launch({ env: { EKSPOSE_OFFICE: program } });
  const { desk } = app;
  const dialog = desk.getByRole('dialog');
  await desk.getByLabel('Judul rapat').fill('Rakor Bahan');
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill('Dinas Kesehatan; Dinkes');
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  await desk.getByRole('button', { name: 'Ubah susunan acara' }).press('Enter');
  await desk.getByRole('menuitem', { name: /^Ambil bahan/ }).press('Enter');
  await dialog.locator('input[type=file]:not([webkitdirectory])').setInputFiles(presentation);
  await dialog.getByRole('button', { name: 'Pasang 1 bahan' }).press('Enter');
  const pages = dialog.getByRole('region', { name: /sudah diubah menjadi PDF/ });
  await expect(pages.locator('.slide-page[data-page="1"]:not([hidden]) canvas')).toBeVisible();
  // Nothing is attached before that, and one button says what comes next.
  await expect(dialog.getByRole('button', { name: /^Pasang/ })).toHaveCount(0);
  await expect(desk.locator('.d-row-clip')).toHaveCount(0);
  await picture(desk, 'slides/converted.png');
  expect(await axeFaults(desk)).toEqual([]);
  await pages.getByRole('button', { name: 'Pakai bahan ini' }).press('Enter');
  await expect(dialog.getByText('Terpasang, 2 halaman')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('row', { name: /Bahan paparan: Dinkes paparan\.pptx/ })).toHaveCount(1);

  await test.step('its size is told, and what a meeting uses cannot be deleted', async () => {
    await desk.getByRole('button', { name: 'Rakor', exact: true }).press('Enter');
    await desk.getByRole('menuitem', { name: 'Tentang data' }).press('Enter');
    const card = desk.getByRole('region', { name: 'Bahan paparan' });
    await expect(card).toContainText('1 berkas');
    await expect(card).toContainText('diubah menjadi PDF oleh LibreOffice');
    await expect(card.getByRole('button', { name: 'Hapus yang tidak dipakai' })).toBeDisabled();
    await picture(desk, 'slides/card.png');
  });
  rmSync(folder, { recursive: true, force: true });
});
