import { pictureAtSizes } from '../support/pictures.ts';
import { type SheetRow, workbook } from '../support/workbook.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const PASTED = `sep=;
No;Nama SKPD;Singkatan;Jabatan
I;SEKRETARIAT;;
1;"Sekretariat
Daerah";Setda;Sekretaris Daerah
2;Dinas Kesehatan;DK;Plt. Kepala Dinas
3;Dinas Sosial dan Dinas Perikanan;;
4;Dinas Sosial (Dinsos);;Kepala Dinas`;

test('a pasted list is shown as a table, corrected, and made as it then stands', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the window is the same on every host');
  const { desk } = app;
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill(PASTED);
  const table = desk.getByRole('region', { name: 'Daftar yang terbaca' });
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(desk.getByText('1 baris perlu diperiksa')).toBeVisible();
  await expect(desk.getByText('SEKRETARIAT', { exact: false }).last()).toBeVisible();
  await table.scrollIntoViewIfNeeded();
  await pictureAtSizes(desk, (width, height) => `desk/lists/${width}x${height}-pasted.png`);
  expect(await axeFaultsInFront(desk)).toEqual([]);

  await desk.getByLabel('Nama, baris 7').fill('Dinas Perikanan');
  await expect(desk.getByText('perlu diperiksa')).toBeHidden();
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  const agenda = desk.getByRole('grid', { name: 'Susunan acara' });
  await expect(agenda).toContainText('DK');
  await expect(agenda).toContainText('Diskan');
  await expect(agenda).toContainText('Dinsos');
});

test('a workbook and a CSV of Excel are read in the window, with what is hidden; an unsafe one is not', async ({
  app,
  host,
}) => {
  test.skip(host !== 'browser', 'the window is the same on every host');
  const { desk } = app;
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  const file = desk.getByRole('form', { name: 'Rakor baru' }).locator('input[type=file]');
  const table = desk.getByRole('region', { name: 'Daftar yang terbaca' });
  const rows: SheetRow[] = [
    { r: 1, cells: ['DAFTAR PERANGKAT DAERAH KABUPATEN'] },
    { r: 3, cells: ['No', 'Nama SKPD', 'Singkatan', 'Jabatan'] },
    { r: 4, cells: ['1', 'Dinas Kesehatan', 'Dinkes', 'Plt. Kepala Dinas'] },
    { r: 5, cells: ['2', 'Dinas Pemadam Kebakaran dan Penyelamatan', 'Damkar', 'Kepala Dinas'], hidden: true },
    { r: 6, cells: ['3', 'Dinas Urusan Baru', 'DUB', 'Kepala Dinas'] },
  ];
  await file.setInputFiles({ name: 'daftar.xlsx', mimeType: '', buffer: workbook(rows) });
  await expect(table.getByLabel('Nama, baris 4')).toHaveValue('Dinas Kesehatan');
  await expect(table.getByRole('row').filter({ hasText: 'diubah' })).toContainText('Semula: Kepala Dinas.');
  await expect(desk.getByText('1 baru, 1 diubah, 0 tetap, 2 tidak diambil.')).toBeVisible();
  await expect(desk.getByText('5 (2 · Dinas Pemadam Kebakaran dan Penyelamatan')).toBeVisible();
  await table.scrollIntoViewIfNeeded();
  await pictureAtSizes(desk, (width, height) => `desk/lists/${width}x${height}-workbook.png`);
  expect(await axeFaultsInFront(desk)).toEqual([]);

  const linked = workbook(rows, { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' });
  await file.setInputFiles({ name: 'terkait.xlsx', mimeType: '', buffer: linked });
  await expect(desk.getByText('Simpan lembarnya sebagai CSV', { exact: false })).toBeVisible();
  await expect(table.getByLabel('Nama, baris 4')).toHaveValue('Dinas Kesehatan');

  // Quotes as Word writes them, in the encoding of an Indonesian Windows.
  const csv = Buffer.from('Nama SKPD;Singkatan\r\nDinas \x93Uji Coba\x94;DUC', 'latin1');
  await file.setInputFiles({ name: 'daftar.csv', mimeType: '', buffer: csv });
  await expect(table.getByLabel('Nama, baris 2')).toHaveValue('Dinas “Uji Coba”');
});
