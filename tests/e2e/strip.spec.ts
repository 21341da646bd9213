import { callAgency } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

test.skip(({ host }) => host === 'browser', 'a browser window cannot be kept above another program');

test('the strip takes the projector’s place with the same clock, and the projector comes back', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { desk } = app;
  await desk.getByRole('button', { name: 'Coba rakor contoh' }).click();
  await expect(desk.getByRole('textbox', { name: 'Catatan baru' })).toBeVisible();
  await callAgency(desk, 'Setda');
  await desk.keyboard.press('F8');
  const full = await app.projector();
  await expect(full.locator('.card')).toBeVisible();

  await desk.getByRole('button', { name: 'Rakor', exact: true }).press('Enter');
  await desk.getByRole('menuitem', { name: 'Pengaturan' }).press('Enter');
  await desk.getByRole('radio', { name: 'Tepi bawah' }).press('Space');
  await desk.getByRole('button', { name: 'Kembali' }).press('Enter');
  const menu = desk.locator('.d-projector');
  await menu.press('Enter');
  await desk.getByRole('menuitem', { name: 'Strip di atas PowerPoint' }).press('Enter');
  await expect(menu).toContainText(': strip');
  await expect.poll(() => full.isClosed()).toBe(true);
  await expect.poll(() => app.projectorOpen()).toBe(true);
  const strip = await app.projector();
  await expect(strip.getByRole('heading', { name: 'Sekretariat Daerah' })).toBeVisible();
  await expect(strip.getByRole('timer')).toHaveText(/^\d\d:\d\d$/);
  await expect(strip.locator('.sign-shape')).toHaveAttribute('data-shape', 'running');
  await desk.keyboard.press('F8');
  await expect(strip.locator('.sign-shape')).toHaveAttribute('data-shape', 'paused');

  await menu.press('Enter');
  await desk.getByRole('menuitem', { name: /^Tutup strip/ }).press('Enter');
  await expect(menu).toContainText(': terbuka');
  const back = await app.projector();
  await expect(back.locator('.card')).toBeVisible();
  expect(app.complaints()).toEqual([]);
});
