import type { Page } from '@playwright/test';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';

/** Drops a file as a hand would: the page is asked first, and opens it itself unless it says that it will not. */
const drop = (page: Page, selector: string, name: string, type: string, content: string): Promise<'taken' | 'opened'> =>
  page.evaluate(
    ([where, fileName, fileType, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text ?? ''], fileName ?? '', { type: fileType ?? '' }));
      const place = document.querySelector(where ?? '');
      if (place === null) throw new Error(`not there: ${where}`);
      const deny = (kind: string): boolean =>
        !place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      deny('dragenter');
      const denied = [deny('dragover'), deny('drop')];
      return denied.every(Boolean) ? 'taken' : 'opened';
    },
    [selector, name, type, content],
  );

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
