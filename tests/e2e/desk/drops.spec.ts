import type { Page } from '@playwright/test';
import { meetingInATurn, savedMeeting } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';

/** Drops files as a hand would: the page is asked first, and opens them itself unless it says that it will not. */
const dropAll = (
  page: Page,
  selector: string,
  names: readonly string[],
  type: string,
  content: string,
): Promise<'taken' | 'opened'> =>
  page.evaluate(
    ([where, fileNames, fileType, text]) => {
      const dataTransfer = new DataTransfer();
      for (const name of fileNames) dataTransfer.items.add(new File([text], name, { type: fileType, lastModified: 1 }));
      const place = document.querySelector(where);
      if (place === null) throw new Error(`not there: ${where}`);
      const deny = (kind: string): boolean =>
        !place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      deny('dragenter');
      const denied = [deny('dragover'), deny('drop')];
      return denied.every(Boolean) ? 'taken' : 'opened';
    },
    [selector, names, type, content] as const,
  );
const drop = (page: Page, selector: string, name: string, type: string, content: string): Promise<'taken' | 'opened'> =>
  dropAll(page, selector, [name], type, content);

test('a file dropped where nobody takes it does nothing, on the desk and on the projector', async ({
  openDesk,
  renderer,
  page,
}) => {
  const { desk, double } = await openDesk(meetingInATurn());
  for (const place of ['body', '.d-header', '#note-composer', '.d-agenda-list', '.d-room']) {
    expect(await drop(desk, place, 'surat.pdf', 'application/pdf', '%PDF'), place).toBe('taken');
  }
  expect(double.sent).toEqual([]);
  await page.goto(`${renderer.origin}/projector.html`);
  expect(await drop(page, 'body', 'surat.pdf', 'application/pdf', '%PDF')).toBe('taken');
});

test('a backup dropped on the start screen is imported, a picture on the emblem is taken', async ({ openDesk }) => {
  const { desk, double } = await openDesk(null);
  await drop(desk, '.d-start', 'cadangan.json', 'application/json', '{"a":1}');
  await expect.poll(() => double.asked).toContainEqual({ type: 'backup.import', payload: { text: '{"a":1}' } });
  await desk.getByRole('button', { name: 'Pengaturan' }).click();
  await desk.getByRole('tab', { name: 'Kop surat' }).click();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';
  await drop(desk, '.emblem', 'lambang.svg', 'image/svg+xml', svg);
  await expect.poll(() => double.asked.map(({ type }) => type)).toContain('emblem.set');
});

test('a list dropped on its box on the start screen is no backup too, and only its box is marked', async ({
  openDesk,
}) => {
  const { desk, double } = await openDesk(null);
  await desk.getByRole('button', { name: 'Tempel daftar lain' }).click();
  await desk.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([''], 'skpd.csv'));
    for (const place of ['.d-start', '.d-read-drop'])
      document
        .querySelector(place)
        ?.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(desk.locator('.d-read-drop')).toHaveAttribute('data-over');
  await expect(desk.locator('.d-start')).not.toHaveAttribute('data-over');
  await drop(desk, '.d-read-drop', 'skpd.csv', 'text/csv', 'Dinas Kesehatan');
  const list = desk.getByLabel('Daftar SKPD untuk rakor ini');
  await expect(list).toHaveValue('Dinas Kesehatan');
  // What a file replaces is a step back, as if the file's text had been pasted.
  await list.fill('Dinas Sosial\nDinas Perhubungan');
  await desk.locator('.d-read-file button').focus();
  await drop(desk, '.d-read-drop', 'skpd.csv', 'text/csv', 'Dinas Kesehatan\r\nDinas Pertanian');
  await expect(list).toHaveValue('Dinas Kesehatan\nDinas Pertanian');
  await expect(list).toBeFocused();
  await desk.keyboard.press('Control+z');
  await expect(list).toHaveValue('Dinas Sosial\nDinas Perhubungan');
  await desk.keyboard.press('Control+y');
  await expect(list).toHaveValue('Dinas Kesehatan\nDinas Pertanian');
  await expect(desk.getByLabel('Nama, baris 2')).toHaveValue('Dinas Pertanian');
  // In front of the start screen stands what takes nothing.
  double.change((view) => {
    view.meetings = [savedMeeting()];
  });
  await desk.getByRole('button', { name: 'Buang Rapat Koordinasi SKPD' }).click();
  await expect(desk.getByRole('alertdialog')).toBeVisible();
  expect(await drop(desk, '[role=alertdialog]', 'lain.json', 'application/json', '{"b":2}')).toBe('taken');
  await desk.keyboard.press('Escape');
  // Whatever the drops before have begun was read before this one is asked for.
  await drop(desk, '.d-start', 'cadangan.json', 'application/json', '{"a":1}');
  await expect
    .poll(() => double.asked.filter(({ type }) => type === 'backup.import').map(({ payload }) => payload))
    .toEqual([{ text: '{"a":1}' }]);
});

test('slides that are dropped or chosen later are added to those whose item was said already', async ({ openDesk }) => {
  const { desk } = await openDesk(meetingInATurn());
  await desk.getByRole('button', { name: 'Ubah susunan acara' }).press('Enter');
  await desk.getByRole('menuitem', { name: /^Ambil bahan/ }).press('Enter');
  const dialog = desk.getByRole('dialog');
  const files = dialog.locator('input[type=file]:not([webkitdirectory])');
  const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await files.setInputFiles([pdf('presentasi baru.pdf'), pdf('Dinsos.pdf')]);
  const unknown = dialog.getByRole('row', { name: /presentasi baru/ });
  await unknown.getByRole('button').first().press('Enter');
  await desk.getByRole('option', { name: /Dinas Kesehatan/ }).press('Enter');
  await dropAll(desk, '.d-slides-drop', ['lupa.pdf', 'lupa lagi.pdf', '~$lupa.pptx'], 'application/pdf', '%PDF');
  await expect(dialog.getByRole('row')).toHaveText([
    /^Berkas/,
    /^Dinsos\.pdf/,
    /^presentasi baru\.pdf.*Dipilih sendiri/,
    /^lupa lagi\.pdf.*pilih acaranya/,
    /^lupa\.pdf.*pilih acaranya/,
  ]);
  // The same one takes its own row, and what is no slides says so and takes nothing away.
  await dropAll(desk, '.d-slides-drop', ['lupa.pdf'], 'application/pdf', '%PDF');
  await files.setInputFiles([pdf('undangan.txt')]);
  await expect(dialog.getByText('Tidak ada berkas PDF, PPT, PPTX atau ODP di sana')).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(5);
  await files.setInputFiles([pdf('tambahan.pdf')]);
  await expect(dialog.getByRole('row')).toHaveCount(6);
  await expect(unknown).toContainText('Dipilih sendiri');
});

test('where the system has dialogs of its own, a file and a folder are asked for by them', async ({ openDesk }) => {
  const { desk, double } = await openDesk(null);
  double.change((view) => {
    view.host = { ...view.host, kind: 'electron' };
  });
  await desk.getByRole('button', { name: 'Tentang data' }).click();
  await desk.getByRole('button', { name: 'Buka berkas cadangan' }).click();
  await expect.poll(() => double.asked).toContainEqual({ type: 'backup.import', payload: { text: null } });
  await desk.getByRole('button', { name: 'Pilih folder' }).click();
  await expect.poll(() => double.asked).toContainEqual({ type: 'backup.chooseFolder', payload: {} });
});
