import type { Page } from '@playwright/test';
import { picture } from '../support/pictures.ts';
import { resize } from '../support/resize.ts';
import { axeFaultsInFront, ROOM_PICTURE } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const LONGEST = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';
const PRESENTER =
  'Prof. Dr. Ir. Hj. Siti Aminah Noor Hasanah Binti Muhammad Zainal Abidin Al-Banjari, S.T., M.T., Ph.D.';
const USUAL = { width: 1366, height: 768 };
const SIZES = [{ width: 1024, height: 768 }, USUAL, { width: 1920, height: 1080 }];

/** What sticks out of the window, or would make it scroll; nothing may. */
const tooWide = (desk: Page): Promise<string[]> =>
  desk.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const page = scrollWidth > innerWidth || scrollHeight > innerHeight ? [`page ${scrollWidth}×${scrollHeight}`] : [];
    const outside = [...document.querySelectorAll<HTMLElement>('.d-shell button, .d-shell h1, .d-shell h2')].filter(
      (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      },
    );
    return [...page, ...outside.map(({ textContent, className }) => `${className}: ${textContent}`)];
  });

test('what a desk can be in the middle of fits its window and is accessible', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the pages are the same on every host');
  test.setTimeout(600_000);
  const { desk } = app;
  const { keyboard } = desk;

  const sizes = [...SIZES];
  const look = (state: string): Promise<void> =>
    test.step(state, async () => {
      for (const size of sizes) {
        await resize(desk, size);
        await expect.poll(() => tooWide(desk), `${state} at ${size.width}×${size.height}`).toEqual([]);
        await picture(desk, `desk/states/${size.width}x${size.height}-${state}.png`);
        // The room's picture is hidden from readers; the projector's own tests read its screens.
        if (size === USUAL) expect(await axeFaultsInFront(desk, ROOM_PICTURE)).toEqual([]);
      }
      // The next state is looked at the other way round: it begins at the size at which this one ended.
      sizes.reverse();
    });

  await desk
    .getByLabel('Judul rapat')
    .fill('Rapat Koordinasi Penajaman Visi, Misi dan Program SKPD Kabupaten Tanah Bumbu');
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill(`${LONGEST}; DP3AP2KB\n${LONGEST} II`);
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  await expect(desk.getByRole('textbox', { name: 'Catatan baru' })).toBeFocused();

  await keyboard.press('Control+k');
  await keyboard.type('DP3AP2KB');
  await look('search');
  await keyboard.press('Enter');
  await expect(desk.getByText('Sedang dilihat, bukan giliran sekarang')).toBeVisible();
  await look('viewing');

  await desk.locator('.d-presenter').first().click();
  await desk.getByRole('dialog').getByLabel('Nama penyaji').fill(PRESENTER);
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Simpan/ })
    .click();
  await expect(desk.getByRole('dialog')).toBeHidden();

  await keyboard.press('Alt+Enter');
  await expect(desk.getByText('Belum dimulai', { exact: true })).toBeVisible();
  await keyboard.press('F8');
  await keyboard.press('Alt+a');
  await keyboard.insertText(`<b>Bukan tebal</b> & "kutip" 👩‍💼 ${'kata '.repeat(150)}`);
  await keyboard.press('Enter');
  await expect(desk.locator('[data-note-id]')).toHaveCount(1);
  await expect(desk.locator('[data-note-id] b')).toHaveCount(0);
  await keyboard.type('Rahasia');
  await keyboard.press('Alt+p');
  await keyboard.press('Enter');
  await look('running');

  await desk.locator('[data-note-id]').first().focus();
  await keyboard.press('Enter');
  await look('editing');
  await keyboard.press('Escape');

  await desk.evaluate(() => {
    const box = document.querySelector<HTMLTextAreaElement>('#note-composer');
    box?.focus();
    document.execCommand('insertText', false, 'Satu kalimat yang panjang sekali. '.repeat(3000));
  });
  await keyboard.press('Enter');
  await expect(desk.getByText(/Catatan terlalu panjang/)).toBeVisible();
  expect((await desk.getByRole('textbox', { name: 'Catatan baru' }).inputValue()).length).toBeGreaterThan(100_000);
  await look('refused');
  await keyboard.press('Control+a');
  await keyboard.type('Pendek saja');
  await keyboard.press('F9');
  await expect(desk.getByText('Catatan ini untuk DP3AP2KB')).toBeVisible();
  await look('other-target');
  await keyboard.press('Enter');

  await keyboard.press('Alt+0');
  await keyboard.type('dinkes');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(desk.getByRole('radio', { name: 'Dinkes' })).toBeChecked();
  await look('other-author');
  await desk.getByRole('button', { name: 'Ubah susunan acara' }).click();
  await desk.getByRole('menuitem', { name: /^Tambah acara/ }).click();
  await desk.getByText('Acara lain', { exact: true }).click();
  await look('add-item');
  await keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toBeHidden();

  expect(app.complaints()).toEqual([]);
});
