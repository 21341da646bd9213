import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOTE_MAX } from '#core/model/note.ts';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';
import { printPdfWith } from '#main/hosts/browser/print-pdf.ts';
import { noteOf, openRoom, start } from '../support/build-meeting.ts';
import { pageOf } from '../support/document-page.ts';
import { type ReadPdf, readPdf, squeezed, wholeText } from '../support/read-pdf.ts';

const browser = findBrowser();
if (browser === null) throw new Error('no Chromium, Chrome or Edge to print with');
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('ekspose-cetak-'));

const HOSTILE = '<script>document.title="hijacked"</script> & <b>tebal</b> "kutip"';
const ENDLESS = 'x'.repeat(400);
const LONG = Array.from({ length: 2_400 }, (_, n) => `kata${n}`)
  .join(' ')
  .slice(0, NOTE_MAX - 1);

describe('a NOTULA of hostile texts', () => {
  let pdf: ReadPdf;
  let text: string;

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
      '🏗️ 中文 ﷽',
    ]) {
      room.send(noteOf(id, words));
    }
    room.send(noteOf(id, 'rahasia sekali', { visibility: 'private' }));
    const follow = { itemId: null, what: LONG, pics: null, due: null, status: 'open' } as const;
    room.send({ type: 'followUp.add', noteId: null, ...follow });
    pdf = await readPdf(await printPdfWith(browser, pageOf(room.meeting())));
    text = wholeText(pdf);
  });

  it('is printed with every word of them, and runs nothing', () => {
    for (const words of [HOSTILE, ENDLESS, 'baris satu', 'baris dua', 'utuh', '中文']) {
      expect(text).toContain(squeezed(words));
    }
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

describe('printing', () => {
  it('leaves nothing behind', async () => {
    const before = await leftovers();
    await printPdfWith(browser, '<!DOCTYPE html><title>a</title><p>a');
    expect((await leftovers()).filter((name) => !before.includes(name))).toEqual([]);
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
