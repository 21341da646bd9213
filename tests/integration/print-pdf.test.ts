import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { NOTE_MAX } from '#core/model/lengths.ts';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';
import { printPdfWith } from '#main/hosts/browser/print-pdf.ts';
import { noteOf, openRoom, start } from '../support/build-meeting.ts';
import { pageOf } from '../support/document-page.ts';
import { fontsOf, type ReadPdf, readPdf, squeezed, wholeText } from '../support/read-pdf.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const browser = findBrowser();
if (browser === null) throw new Error('no Chromium, Chrome or Edge to print with');
const leftovers = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('ekspose-cetak-'));

const HOSTILE = '<script>document.title="hijacked"</script> & <b>tebal</b> "kutip"';
const ENDLESS = 'x'.repeat(400);
const LONG = Array.from({ length: 2_400 }, (_, n) => `kata${n}`)
  .join(' ')
  .slice(0, NOTE_MAX - 1);

describe('a NOTULA of hostile texts', () => {
  let pdf: ReadPdf;
  let text: string;
  let html: string;

  beforeAll(async () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    start(room, 'Dinas Kesehatan');
    room.send({ type: 'agency.edit', agencyId: 'dinkes', name: `${HOSTILE} 🏥`, short: '', head: '' });
    for (const words of [
      HOSTILE,
      ENDLESS,
      LONG,
      'baris satu\r\nbaris dua',
      'rusak \uD83D\u0000\u202E utuh',
      'awal 🏗️ 中文 ﷽ akhir',
    ]) {
      room.send(noteOf(id, words));
    }
    room.send(noteOf(id, 'rahasia sekali', { visibility: 'private' }));
    const follow = { itemId: null, what: LONG, pics: null, due: null, status: 'open' } as const;
    room.send({ type: 'followUp.add', noteId: null, ...follow });
    html = pageOf(room.meeting());
    pdf = await readPdf(await printPdfWith(browser, html));
    text = wholeText(pdf);
  });

  it('is printed with every word of them, and runs nothing', () => {
    for (const words of [HOSTILE, ENDLESS, 'baris satu', 'baris dua', 'utuh', 'awal', 'akhir']) {
      expect(text).toContain(squeezed(words));
    }
    // A machine without a font for a script has no letters to print it with; one that has some prints all of them.
    expect(html).toContain('中文');
    if (/[\u4E00-\u9FFF]/.test(text)) expect(text).toContain('中文');
    expect(pdf.title).toMatch(/^Notula Rakor/);
    expect(text).not.toContain('rahasia');
  });

  it('prints the longest note and the longest follow-up whole, over as many pages as they need', () => {
    const first = text.indexOf(squeezed(LONG).slice(0, 200));
    expect(first).toBeGreaterThan(0);
    const count = (word: string) => text.split(word).length - 1;
    for (const word of ['kata17kata18', 'kata1200kata1201', 'kata2000kata2001']) expect(count(word)).toBe(2);
  });

  it('keeps inside the paper', () => {
    expect(new Set(pdf.pages.map(({ size }) => size.join('×')))).toEqual(new Set(['210×297', '297×210']));
    for (const font of pdf.fonts) expect(font.embedded).toBe(true);
  });
});

it('a font counts as embedded with a program, or with its glyphs as drawings, and not without either', () => {
  const objects = [
    '1 0 obj <</Type /Font /Subtype /Type3 /CharProcs <</g1 9 0 R>> /FontDescriptor 2 0 R>> endobj',
    '2 0 obj <</Type /FontDescriptor /FontName /Emoji /Flags 4>> endobj',
    '3 0 obj <</Type /FontDescriptor /FontName /Arimo /FontFile2 8 0 R>> endobj',
    '4 0 obj <</Type /Font /Subtype /TrueType /FontDescriptor 5 0 R>> endobj',
    '5 0 obj <</Type /FontDescriptor /FontName /Helvetica /Flags 4>> endobj',
  ];
  expect(fontsOf(Buffer.from(objects.join('\n')))).toEqual([
    { name: 'Emoji', embedded: true },
    { name: 'Arimo', embedded: true },
    { name: 'Helvetica', embedded: false },
  ]);
});

describe('printing', () => {
  it('leaves nothing behind', async () => {
    // In a folder of its own: beside this test others print.
    const folder = await temporaryFolder();
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(tmpdir()).toBe(folder);
    await printPdfWith(browser, '<!DOCTYPE html><title>a</title><p>a');
    expect(await leftovers(folder)).toEqual([]);
  });

  it('is refused with what the system said when the browser cannot be started', async () => {
    const printing = printPdfWith('/no/such/browser', '<p>a');
    await expect(printing).rejects.toMatchObject({ code: 'exportFailed' });
    await expect(printing).rejects.toHaveProperty('cause.message', expect.stringContaining('ENOENT'));
  });

  it('is refused when the browser writes no PDF', async () => {
    await expect(printPdfWith(process.execPath, '<p>a')).rejects.toMatchObject({ code: 'exportFailed' });
  });
});
