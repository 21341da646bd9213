import type { Page } from '@playwright/test';
import { picture, TAKES_PICTURES } from '../support/pictures.ts';
import { axeFaultsInFront, ROOM_PICTURE } from './support/axe.ts';
import { composer } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const DAY = 86_400_000;
const inAWeek = new Date(Date.now() + 7 * DAY).toISOString().slice(0, 10);
const typed = inAWeek.split('-').reverse().join('');

const part = (desk: Page, name: string) => desk.getByRole('spinbutton', { name: new RegExp(`^${name}`) });

/** @param read whether axe reads it in every run, and not only in one that takes pictures */
async function look(desk: Page, name: string, read = false): Promise<void> {
  for (const size of TAKES_PICTURES ? SIZES : []) {
    await desk.setViewportSize(size);
    await picture(desk, `desk/life/${size.width}x${size.height}-${name}.png`);
  }
  await desk.setViewportSize(SIZES[1]);
  if (read || TAKES_PICTURES) expect(await axeFaultsInFront(desk, ROOM_PICTURE), name).toEqual([]);
}

test('a rakor of another day is rehearsed without a trace, dated today, closed, and added to', async ({ app }) => {
  if (TAKES_PICTURES) test.setTimeout(600_000);
  const { desk } = app;
  const { keyboard } = desk;

  await test.step('the proposed title is replaced by what is typed, the date goes on from part to part', async () => {
    const title = desk.getByLabel('Judul rapat');
    await expect(title).toBeFocused();
    await part(desk, 'hari').click();
    await title.click();
    await keyboard.type('Rakor Desember');
    await expect(title).toHaveValue('Rakor Desember');
    await part(desk, 'hari').click();
    await keyboard.type(typed);
    await expect(part(desk, 'tahun')).toHaveText(inAWeek.slice(0, 4));
    await expect(part(desk, 'bulan')).toHaveText(inAWeek.slice(5, 7));
    await part(desk, 'bulan').click();
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
    await keyboard.press('Enter');
    await expect(desk.getByText('Tanggal belum lengkap')).toBeVisible();
    await part(desk, 'bulan').click();
    await keyboard.type(inAWeek.slice(5, 7));
    await expect(desk.getByText('Perkiraan selesai pukul')).toBeVisible();
    await look(desk, 'start');
    await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
    await desk.getByLabel('Daftar SKPD untuk rakor ini').fill('Dinas Kesehatan; Dinkes\nDinas Sosial; Dinsos');
    await part(desk, 'tahun').click();
    await keyboard.press('Enter');
    await expect(desk.getByRole('heading', { level: 1 })).toContainText('Rakor Desember');
  });

  await test.step('it asks before it begins, and a rehearsal leaves nothing', async () => {
    await keyboard.press('F8');
    const question = desk.getByRole('dialog', { name: /^Rakor ini bertanggal/ });
    await expect(question).toBeVisible();
    await look(desk, 'other-day', true);
    await question.getByRole('button', { name: 'Gladi dahulu' }).click();
    await expect(desk.getByText('Ini gladi: tidak ada yang disimpan.')).toBeVisible();
    await expect(desk.getByRole('button', { name: /^Jeda/ }).first()).toBeVisible();
    await composer(desk).fill('hanya latihan');
    await composer(desk).press('Enter');
    await expect(desk.locator('[data-note-id]')).toHaveCount(1);
    await look(desk, 'rehearsal');
    await desk.getByRole('button', { name: 'Akhiri gladi' }).click();
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Akhiri gladi' }).click();
    await expect(desk.getByText('Ini gladi: tidak ada yang disimpan.')).toBeHidden();
    await expect(desk.getByRole('heading', { level: 1 })).not.toContainText('gladi');
    await expect(desk.locator('[data-note-id]')).toHaveCount(0);
    await expect(desk.getByText(/^Rakor belum dimulai/)).toBeVisible();
    await keyboard.press('F8');
    await question.getByRole('button', { name: /^Ubah tanggalnya/ }).click();
    await expect(desk.getByRole('button', { name: /^Jeda/ }).first()).toBeVisible();
    await composer(desk).fill('tercatat');
    await composer(desk).press('Enter');
    await expect(desk.locator('[data-note-id]')).toHaveCount(1);
    await keyboard.press('F9');
    // The next item is up, and has no notes yet.
    await expect(desk.locator('[data-note-id]')).toHaveCount(0);
  });

  await test.step('a double click changes a note and opens the details, whose leaders become the default', async () => {
    await desk.locator('[data-item-id]', { hasText: 'Pembukaan' }).first().click();
    await desk.getByText('tercatat', { exact: true }).dblclick();
    await expect(desk.getByRole('textbox', { name: 'Isi catatan' })).toBeFocused();
    await keyboard.press('Escape');
    await desk.getByRole('heading', { level: 1 }).dblclick();
    const details = desk.getByRole('dialog', { name: 'Keterangan rakor' });
    await details.getByRole('group', { name: 'Bupati', exact: true }).getByLabel('Nama').fill('dr. H. Zairullah');
    await details.getByRole('button', { name: 'Jadikan bawaan' }).click();
    await expect(details.getByText('Sama dengan pimpinan di pengaturan')).toBeVisible();
    await look(desk, 'details');
    await keyboard.press('Control+Enter');
    await expect(details).toBeHidden();
  });

  await test.step('a closed one says so, and what is added is marked', async () => {
    await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'Akhiri rakor' }).click();
    await expect(desk.getByText(/^Rakor ini sudah selesai/)).toBeVisible();
    await composer(desk).fill('menyusul');
    await composer(desk).press('Enter');
    await expect(desk.locator('[data-note-id]', { hasText: 'menyusul' })).toContainText('susulan');
    await look(desk, 'finished');
    await desk.getByRole('button', { name: 'Buka kembali', exact: true }).click();
    await expect(desk.getByText(/^Rakor ini sudah selesai/)).toBeHidden();
  });
});
