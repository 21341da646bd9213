import { pictureAtSizes } from '../support/pictures.ts';
import { axeFaults } from './support/axe.ts';
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
  expect(await axeFaults(desk)).toEqual([]);

  await desk.getByLabel('Nama, baris 7').fill('Dinas Perikanan');
  await expect(desk.getByText('perlu diperiksa')).toBeHidden();
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  const agenda = desk.getByRole('grid', { name: 'Susunan acara' });
  await expect(agenda).toContainText('DK');
  await expect(agenda).toContainText('Diskan');
  await expect(agenda).toContainText('Dinsos');
});
