import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Meeting } from '#core/model/meeting.ts';
import type { DeskView } from '#core/views/desk.ts';
import { makePdf } from '../support/make-pdf.ts';
import { picture } from '../support/pictures.ts';
import { axeFaultsInFront } from './support/axe.ts';
import { exportDialog, onlyPdf, preview } from './support/minutes-desk.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const AGENCIES = ['Dinas Kesehatan; Dinkes', 'Dinas Sosial; Dinsos', 'Inspektorat Daerah; Inspektorat'];

/** A flash disk as agencies leave it: two names that say whose it is, one that does not, and what is no slides. */
function flashDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ekspose-flash-disk-'));
  mkdirSync(join(folder, 'Rakor'));
  const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, 'Rakor', name), bytes);
  put('Dinkes_paparan final (2).pdf', makePdf({ pages: 4 }));
  put('01. bahan dinsos.pdf', makePdf({ pages: 2 }));
  put('presentasi baru.pdf', makePdf({ pages: 3, size: [720, 540] }));
  put('~$presentasi.pptx', 'left by an office program');
  put('undangan.txt', 'no slides');
  return folder;
}

/** Drops a file on an agenda row as a hand would. */
async function dropOn(row: Locator, name: string, bytes: Uint8Array): Promise<void> {
  await row.evaluate(
    (element, [fileName, base64]) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([content], fileName, { type: 'application/pdf' }));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
}

const shownPage = (page: Page, number: number) =>
  expect(page.locator(`.slide-page[data-page="${number}"]:not([hidden]) canvas`).first()).toBeVisible();

test('slides come from a folder, are shown in three turns and cited by the notes', async ({ app }) => {
  test.setTimeout(240_000);
  const { desk } = app;
  const folder = flashDisk();
  const dialog = desk.getByRole('dialog');
  const call = async (name: string): Promise<void> => {
    await desk.keyboard.press('Control+k');
    await dialog.getByRole('searchbox').fill(name);
    await desk.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await desk.keyboard.press('Alt+Enter');
  };
  const composer = desk.getByRole('textbox', { name: 'Catatan baru' });

  await desk.getByLabel('Judul rapat').fill('Rakor Bahan');
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.getByLabel('Daftar SKPD untuk rakor ini').fill(AGENCIES.join('\n'));
  await desk.getByRole('button', { name: 'Buat rakor' }).click();
  await expect(composer).toBeFocused();

  await test.step('take the folder in, and say whose the unknown file is', async () => {
    await desk.getByRole('button', { name: 'Ubah susunan acara' }).press('Enter');
    await desk.getByRole('menuitem', { name: /^Ambil bahan/ }).press('Enter');
    await expect(dialog.getByText('Belum ada berkas yang dipilih')).toBeVisible();
    await dialog.locator('input[webkitdirectory]').setInputFiles(folder);
    await expect(dialog.getByRole('row')).toHaveCount(4);
    await expect(dialog.getByRole('row', { name: /Dinkes/ })).toContainText('Dikenali dari namanya');
    const unknown = dialog.getByRole('row', { name: /presentasi baru/ });
    await expect(unknown).toContainText('pilih acaranya');
    await expect(dialog.getByRole('button', { name: 'Pasang 2 bahan' })).toBeEnabled();
    await picture(desk, 'slides/dialog.png');
    expect(await axeFaultsInFront(desk)).toEqual([]);
    await unknown.getByRole('button').first().press('Enter');
    await desk.getByRole('option', { name: /Inspektorat/ }).press('Enter');
    await dialog.getByRole('button', { name: 'Pasang 3 bahan' }).press('Enter');
    await expect(dialog.getByText(/^Terpasang, /)).toHaveCount(3);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('row', { name: /Bahan paparan: presentasi baru\.pdf/ })).toHaveCount(1);
  });

  const projector = await app.projector();

  await test.step('show the first, and turn pages while a note is typed', async () => {
    await call('Dinkes');
    await desk.keyboard.press('F8');
    await desk.keyboard.press('Control+b');
    await shownPage(projector, 1);
    await desk.keyboard.press('PageDown');
    await shownPage(projector, 2);
    await desk.keyboard.press('Alt+n');
    await desk.keyboard.type('Percepat ');
    await desk.keyboard.press('PageDown');
    await shownPage(projector, 3);
    await desk.keyboard.type('imunisasi.');
    await desk.keyboard.press('Enter');
    await expect(desk.locator('[data-note-id]').first()).toContainText('Percepat imunisasi.');
    await shownPage(desk, 4);
    // Begun on the second page, whatever was turned to meanwhile.
    await expect(desk.locator('[data-note-id]').first()).toContainText('hal. 2');
    const { view } = (await sendRaw(desk, { kind: 'hello' })) as { view: { meeting: { notes: object } } };
    expect(JSON.stringify(view.meeting.notes)).toContain('"page":2');
    await picture(desk, 'slides/desk.png');
    await picture(projector, 'slides/projector.png');
  });

  await test.step('point at the page with the mouse, and let go', async () => {
    const box = await desk.locator('.d-slide-page[data-points] .slide-page:not([hidden]) canvas').boundingBox();
    if (box === null) throw new Error('no small picture');
    await desk.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
    await desk.mouse.down();
    await expect(projector.locator('.slide-spot')).toHaveAttribute('style', /--x: ?0\.2\d/);
    await desk.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2);
    await expect(projector.locator('.slide-spot')).toHaveAttribute('style', /--x: ?0\.7\d/);
    await desk.mouse.up();
    await expect(projector.locator('.slide-spot')).toHaveCount(0);
  });

  await test.step('turn them in the projector’s own window, and blank it', async () => {
    await projector.keyboard.press('End');
    await shownPage(projector, 4);
    await projector.keyboard.press('Backspace');
    await shownPage(projector, 3);
    await projector.keyboard.press('b');
    await expect(projector.locator('main.blank')).toBeAttached();
    await projector.keyboard.press('.');
    await shownPage(projector, 3);
  });

  await test.step('blank it at the desk, and choose another page among all of them', async () => {
    const black = desk.getByRole('region', { name: 'Bahan paparan' }).getByRole('button', { name: 'Kosongkan layar' });
    await expect(black).toHaveAttribute('aria-pressed', 'false');
    await black.press('Enter');
    await expect(projector.locator('main.blank')).toBeAttached();
    await expect(black).toHaveAttribute('aria-pressed', 'true');
    await black.press('Enter');
    await shownPage(projector, 3);
    await desk.getByRole('button', { name: 'Semua halaman bahan' }).press('Enter');
    await expect(dialog.getByRole('button', { name: 'Halaman 3 dari 4' })).toBeFocused();
    await expect(dialog.locator('.d-thumb canvas[style]')).toHaveCount(4);
    await picture(desk, 'slides/pages.png');
    expect(await axeFaultsInFront(desk)).toEqual([]);
    await desk.keyboard.press('ArrowLeft');
    await desk.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await shownPage(projector, 2);
  });

  await test.step('call the others; each shows its own file from its first page', async () => {
    await call('Dinsos');
    await expect(projector.getByRole('heading', { name: 'Dinas Sosial' })).toBeVisible();
    await shownPage(projector, 1);
    await desk.keyboard.press('Control+g');
    await expect(desk.locator('#slides-page')).toBeFocused();
    await desk.keyboard.type('2');
    await desk.keyboard.press('Enter');
    await shownPage(projector, 2);
    // Once more from the field, in which the focus is still.
    await desk.keyboard.press('Control+g');
    await desk.keyboard.type('1');
    await desk.keyboard.press('Enter');
    await shownPage(projector, 1);
    await desk.keyboard.press('PageDown');
    await shownPage(projector, 2);
    await desk.keyboard.press('Control+PageUp');
    await shownPage(projector, 1);
    await call('Inspektorat');
    await expect(projector.getByRole('heading', { name: 'Inspektorat Daerah' })).toBeVisible();
    await shownPage(projector, 1);
    await desk.keyboard.press('Control+PageDown');
    await shownPage(projector, 3);
  });

  await test.step('a count that is wrong is corrected by the desk that has the file open', async () => {
    const ofActive = async () => {
      const { view } = (await sendRaw(desk, { kind: 'hello' })) as { view: DeskView };
      const { current, agenda } = view.meeting ?? {
        current: null,
        agenda: { items: {} as Meeting['agenda']['items'] },
      };
      return { itemId: current, slides: current === null ? null : (agenda.items[current]?.slides ?? null) };
    };
    const { itemId, slides } = await ofActive();
    await sendRaw(desk, {
      kind: 'command',
      command: { type: 'slides.attach', itemId, slides: { ...slides, pages: 900 } },
    });
    await expect.poll(async () => (await ofActive()).slides).toMatchObject({ pages: 3, page: 3 });
  });

  await test.step('drop another file on a row, which then has that one', async () => {
    await dropOn(desk.getByRole('row', { name: /Dinsos/ }), 'paparan revisi.pdf', makePdf({ pages: 5 }));
    await expect(dialog.getByRole('row', { name: /paparan revisi/ })).toContainText('Dinas Sosial');
    await dialog.getByRole('button', { name: 'Pasang 1 bahan' }).press('Enter');
    await expect(dialog.getByText(/^Terpasang, /)).toHaveCount(1);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('row', { name: /Dinsos.*Bahan paparan: paparan revisi\.pdf/ })).toHaveCount(1);
  });

  await test.step('the minutes list the slides, and cite the page on request', async () => {
    await desk.keyboard.press('Control+e');
    await expect(preview(desk).getByText(/Dinkes_paparan final \(2\)\.pdf, 4 halaman/)).toBeVisible();
    await expect(preview(desk).locator('body')).not.toContainText('(hal.');
    await exportDialog(desk)
      .getByRole('checkbox', { name: /^Halaman bahan/ })
      .focus();
    await desk.keyboard.press('Space');
    await expect(preview(desk).locator('body')).toContainText(/Percepat imunisasi\.\s*\(hal\. 2\)/);
    await desk.keyboard.press('Control+Enter');
    await expect(exportDialog(desk).getByText(/^Tersimpan:/)).toBeVisible({ timeout: 60_000 });
    // A printed text's spaces are not in the file.
    const text = (await onlyPdf(app)).text.replaceAll(/\s/g, '');
    expect(text).toMatch(/Percepatimunisasi\.\(hal\.2\)/);
    for (const name of ['Dinkes_paparanfinal(2).pdf', 'paparanrevisi.pdf', 'presentasibaru.pdf'])
      expect(text).toContain(name);
  });
  rmSync(folder, { recursive: true, force: true });
});
