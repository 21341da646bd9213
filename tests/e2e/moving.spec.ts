import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { picture } from '../support/pictures.ts';
import type { AppUnderTest } from './support/app-under-test.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'Rapat Koordinasi Penajaman Visi, Misi dan Program Perangkat Daerah Kabupaten';

/** Takes the screen at every size, holds it to fit, and lets axe read it. */
async function look({ desk, host }: AppUnderTest, name: string): Promise<void> {
  if (host !== 'browser') return;
  for (const [width, height] of [
    [1024, 768],
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await desk.setViewportSize({ width, height });
    await picture(desk, `desk/moving/${width}x${height}-${name}.png`);
    expect(await desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  expect(await axeFaultsInFront(desk), name).toEqual([]);
}

/** Presses a button with Enter, from wherever the focus is. */
async function press(desk: Page, name: string): Promise<void> {
  await desk.getByRole('button', { name, exact: true }).press('Enter');
}

test('everything moves to another computer by keyboard, and a foreign file is refused by name', async ({ launch }) => {
  const there = await launch();
  await there.desk.getByLabel('Judul rapat').fill(TITLE);
  await there.desk.getByRole('button', { name: 'Buat rakor' }).click();
  const composer = there.desk.getByRole('textbox', { name: 'Catatan baru' });
  await composer.fill('Perbaiki jembatan');
  await composer.press('Enter');
  await expect(there.desk.locator('[data-note-id]')).toHaveCount(1);
  await there.desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await there.desk.getByRole('menuitem', { name: 'Tentang data' }).click();
  await look(there, 'card');
  await press(there.desk, 'Pindahkan semua data…');
  const packing = there.desk.getByRole('dialog', { name: 'Pindahkan semua data' });
  await expect(packing).toContainText('Catatan pribadi');
  await look(there, 'pack');
  // The main button has the focus.
  await there.desk.keyboard.press('Enter');
  await expect(packing).toContainText('Semua data disimpan di');
  await look(there, 'packed');
  const [name = ''] = readdirSync(there.documentsFolder).filter((file) => file.endsWith('.ekspose'));
  const archive = join(there.documentsFolder, name);

  const here = await launch();
  const { desk } = here;
  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    const chooser = desk.waitForEvent('filechooser');
    await press(desk, 'Ambil data dari komputer lain…');
    await (await chooser).setFiles(file);
  };
  await choose({ name: 'foto.ekspose', mimeType: 'image/png', buffer: Buffer.from('bukan arsip') });
  const taking = desk.getByRole('dialog', { name: 'Ambil data dari komputer lain' });
  await expect(taking.getByRole('alert')).toContainText('Berkas foto.ekspose bukan arsip Ekspose');
  await look(here, 'refused');
  const copied = (): boolean => existsSync(join(here.dataFolder, 'moving', 'received.ekspose'));
  expect(copied()).toBe(true);
  await desk.keyboard.press('Escape');
  await expect.poll(copied).toBe(false);
  await choose(archive);
  await expect(taking).toContainText('Rakor yang belum ada di sini: 1');
  await look(here, 'preview');
  await press(desk, 'Ambil semuanya');
  await expect(taking).toContainText('Data dari komputer lain sudah diambil.');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('heading', { name: 'Rakor terdahulu' })).toBeVisible();
  await desk
    .getByRole('button', { name: new RegExp(`^${TITLE}`) })
    .first()
    .click();
  await expect(desk.locator('[data-note-id]')).toContainText('Perbaiki jembatan');
  expect([...there.complaints(), ...here.complaints()]).toEqual([]);
});
