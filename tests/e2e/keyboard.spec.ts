import { readdirSync } from 'node:fs';
import type { ElementHandle, Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const AGENCIES = ['Dinas Kesehatan; Dinkes', 'Dinas Sosial; Dinsos', 'Inspektorat Daerah; Inspektorat'];
/** More stops than any screen has: beyond them a control is out of the keyboard's reach. */
const MOST_STOPS = 120;

type Handle = ElementHandle<SVGElement | HTMLElement>;

/** The page as somebody has it who owns no mouse: keys go in, and what is on the screen is looked at. */
function keyboardOnly(desk: Page) {
  const { keyboard } = desk;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  /** `null` where the element is no longer the page's: it was drawn anew. */
  const isFocused = (element: Handle): Promise<boolean | null> =>
    element.evaluate((one) => (one.isConnected ? one === document.activeElement : null));
  const tabTo = async (target: Locator, key = 'Tab'): Promise<void> => {
    await expect(target).toBeVisible();
    // Found once: to look for it by its name at each stop would cost more than the stop.
    let element = await target.elementHandle();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const focused = element === null ? null : await isFocused(element);
      if (focused === true) return;
      if (focused === null) element = await target.elementHandle();
      else await keyboard.press(key);
    }
    throw new Error(`not reached by ${key}: ${target.toString()}`);
  };
  return { press, type: (text: string) => keyboard.type(text), tabTo };
}

const notes = (desk: Page): Locator => desk.locator('[data-note-id]');

test('a whole rakor without the mouse', async ({ app }) => {
  test.setTimeout(180_000);
  const { desk } = app;
  const { press, type, tabTo } = keyboardOnly(desk);
  const composer = desk.getByRole('textbox', { name: 'Catatan baru' });
  const agenda = desk.getByRole('grid', { name: 'Susunan acara' });
  const turn = desk.getByRole('region', { name: 'Giliran' });
  const dialog = desk.getByRole('dialog');

  await test.step('prepare it', async () => {
    await tabTo(desk.getByLabel('Judul rapat'));
    await press('Control+a');
    await type('Rakor Papan Ketik');
    await tabTo(desk.getByRole('button', { name: 'Tempel daftar lain' }));
    await press('Enter');
    await tabTo(desk.getByLabel('Daftar SKPD untuk rakor ini'));
    await type(AGENCIES.join('\n'));
    await tabTo(desk.getByRole('button', { name: 'Buat rakor' }));
    await press('Enter');
    await expect(desk.getByRole('heading', { name: /Rakor Papan Ketik/ })).toBeVisible();
    await expect(composer).toBeFocused();
  });

  const projector = await app.projector();

  await test.step('put an agency before another', async () => {
    await press('Control+k');
    await type('inspek');
    await press('Enter');
    await expect(dialog).toBeHidden();
    await expect(turn.getByText('Sedang dilihat, bukan giliran sekarang')).toBeVisible();
    await press('Alt+g');
    await expect(agenda.getByRole('row', { name: /^Inspektorat/ })).toBeFocused();
    await press('Alt+ArrowUp');
    await expect(agenda.getByRole('row').nth(4)).toHaveAccessibleName(/^Inspektorat/);
    await expect(agenda.getByRole('row', { name: /^Inspektorat/ })).toBeFocused();
  });

  await test.step('name the presenter', async () => {
    await press('Enter');
    await tabTo(dialog.getByLabel('Nama penyaji'));
    await type('Hj. Siti Aminah');
    await tabTo(dialog.getByRole('button', { name: /^Simpan/ }));
    await press('Enter');
    await expect(dialog).toBeHidden();
    await expect(agenda.getByRole('row', { name: /Siti Aminah/ })).toBeFocused();
  });

  await test.step('start; a second F9 passes over nobody', async () => {
    await press('Alt+Home', 'Alt+n', 'F8');
    await expect(turn.getByRole('heading', { name: 'Pembukaan' })).toBeVisible();
    await expect(turn.getByRole('button', { name: /^Jeda/ })).toBeVisible();
    await press('F9');
    await expect(turn.getByRole('heading', { name: 'Indonesia Raya' })).toBeVisible();
    await press('F9');
    await expect(desk.getByText('Indonesia Raya belum dimulai: tekan F8 untuk memulai.')).toBeVisible();
    await expect(turn.getByRole('heading', { name: 'Indonesia Raya' })).toBeVisible();
    await press('Control+k');
    await type('dinkes');
    await press('Enter');
    await expect(turn.getByRole('heading', { name: 'Dinas Kesehatan' })).toBeVisible();
    await press('Alt+Enter');
    await expect(projector.getByRole('heading', { name: 'Dinas Kesehatan' })).toBeVisible();
    await press('F8', 'F8', 'F7');
    await expect(turn.getByText('Dijeda', { exact: true })).toBeVisible();
    await expect(turn.getByText(/ditambah 1 menit/)).toBeVisible();
    await press('F8');
    await expect(turn.getByRole('button', { name: /^Jeda/ })).toBeVisible();
  });

  await test.step('notes of four roles and of another agency, one of them private', async () => {
    await press('Alt+1', 'Alt+a');
    await type('Puskesmas keliling tiap pekan.');
    await press('Enter', 'Alt+2', 'Alt+u');
    await type('Libatkan kader.');
    await press('Enter', 'Alt+3', 'Alt+c');
    await type('Baris satu');
    await press('Shift+Enter');
    await type('baris dua');
    await press('Enter', 'Alt+7', 'Alt+p');
    await type('Rahasia jabatan.');
    await press('Enter', 'Alt+0');
    await type('dinsos');
    await press('ArrowDown', 'Enter');
    await expect(composer).toBeFocused();
    await type('Data penerima siap dipakai.');
    await press('Enter');
    await expect(notes(desk)).toHaveCount(5);
    await expect(notes(desk).first()).toContainText('Dinsos');
    await expect(notes(desk).nth(1)).toContainText('pribadi');
    await expect(projector.getByText('Puskesmas keliling tiap pekan.')).toBeVisible();
    await expect(projector.getByText('Rahasia jabatan.')).toHaveCount(0);
    expect(app.messagesTo('projector').join('')).not.toContain('Rahasia jabatan');
  });

  await test.step('change, show, delete and bring back a note', async () => {
    await tabTo(notes(desk).first());
    await press('Enter');
    await press('End');
    await type(' Lengkap.');
    await press('Enter');
    await expect(notes(desk).first()).toContainText('siap dipakai. Lengkap.');
    await expect(notes(desk).first()).toBeFocused();
    await press('Alt+l');
    await expect(notes(desk).first()).toContainText('tampil');
    await expect(projector.getByText('Data penerima siap dipakai. Lengkap.')).toBeVisible();
    await press('ArrowDown', 'ArrowDown', 'Delete');
    await expect(notes(desk)).toHaveCount(4);
    await press('Control+z');
    await expect(notes(desk)).toHaveCount(5);
  });

  await test.step('a follow-up of what is being typed', async () => {
    await press('Alt+n', 'Alt+1', 'Alt+k');
    await type('Tambah dua dokter.');
    await press('Alt+j');
    await expect(dialog.getByLabel('Arahan atau keputusan')).toHaveValue('Tambah dua dokter.');
    await tabTo(dialog.getByRole('button', { name: /^Simpan/ }));
    await press('Enter');
    await expect(dialog).toBeHidden();
    await expect(composer).toBeFocused();
    await expect(notes(desk).first()).toContainText('Ada tindak lanjut');
  });

  await test.step('text begun for one agency stays with it', async () => {
    await type('Kalimat yang terpotong');
    await press('F9');
    await expect(desk.getByText('Catatan ini untuk Dinkes')).toBeVisible();
    await expect(composer).toHaveValue('Kalimat yang terpotong');
    await press('Enter');
    await expect(desk.getByText('Catatan ini untuk Dinkes')).toBeHidden();
    await expect(agenda.getByRole('row', { name: /^Dinkes.*7 catatan/ })).toBeVisible();
  });

  await test.step('postpone, blank the projector, and bring it back', async () => {
    await press('F4');
    await expect(desk.getByText('Indonesia Raya ditunda ke belakang.')).toBeVisible();
    await press('F6');
    await expect(desk.getByRole('button', { name: /dikosongkan/ })).toBeVisible();
    await press('F6');
    await expect(desk.getByRole('button', { name: /dikosongkan/ })).toBeHidden();
  });

  await test.step('the keys can be read, and closed again', async () => {
    await press('F1');
    await expect(dialog.getByText('Selesai dan panggil berikutnya')).toBeVisible();
    await press('Escape');
    await expect(dialog).toBeHidden();
    await expect(composer).toBeFocused();
  });

  await test.step('end it and write the NOTULA', async () => {
    await tabTo(desk.getByRole('button', { name: 'Rakor', exact: true }), 'Shift+Tab');
    await press('Enter');
    await type('Akhiri');
    await expect(desk.getByRole('menuitem', { name: 'Akhiri rakor' })).toBeFocused();
    await press('Enter');
    await expect(turn.getByRole('heading', { name: 'Rakor selesai' })).toBeVisible();
    await press('Control+e');
    await tabTo(dialog.getByRole('button', { name: /^Simpan PDF/ }));
    await press('Enter');
    await expect(desk.getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
    const files = readdirSync(app.documentsFolder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  });
  expect(app.externalRequests()).toEqual([]);
});
