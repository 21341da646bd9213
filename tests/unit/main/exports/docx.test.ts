import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { printable } from '#core/minutes/printable.ts';
import { PAPER_MM, PAPERS, PATTERNS } from '#core/model/export-options.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import type { DocumentSource } from '#main/documents/document-source.ts';
import { documentFile } from '#main/exports/render-document.ts';
import { MARKS, steps } from '../../../support/arbitraries.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';
import { depth } from '../../../support/depth.ts';
import { optionsWith } from '../../../support/document-page.ts';
import { docxParagraphs, docxText } from '../../../support/docx-text.ts';
import { closedRoom, sourceOf } from '../../../support/export-source.ts';
import { anyText, HOSTILE_TEXTS } from '../../../support/hostile-text.ts';
import { playedMeeting } from '../../../support/played-meeting.ts';
import { textIn, unzip } from '../../../support/unzip.ts';
import { xmlFault } from '../../../support/well-formed.ts';

const docxOf = (asked: Partial<DocumentSource> = {}, meeting = closedRoom().meeting()): Promise<Uint8Array> =>
  documentFile(sourceOf(meeting, asked), 'docx');

/** A dot, as a PNG. */
const EMBLEM = {
  dataUrl:
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  width: 1,
  height: 1,
};

const twips = (mm: number): number => Math.floor((mm / 25.4) * 72 * 20);

/** Whether every part of the file is sound XML. */
function expectSound(docx: Uint8Array): void {
  for (const [name, file] of unzip(docx)) {
    if (/\.(xml|rels)$/.test(name)) expect([name, xmlFault(file.toString('utf8'))]).toEqual([name, null]);
  }
}

describe('the NOTULA for Word', () => {
  it('has the parts of the form in their order, as headings of an editor', async () => {
    const heads = docxParagraphs(await docxOf()).filter(({ style }) => /^(Title|Heading)/.test(style));
    expect(heads).toEqual([
      { style: 'Title', text: 'NOTULA' },
      { style: 'Heading1', text: 'Pimpinan Rapat' },
      { style: 'Heading1', text: 'Peserta Rapat' },
      { style: 'Heading1', text: 'Kegiatan Rapat' },
      { style: 'Heading2', text: '1. Dinas Kesehatan' },
      { style: 'Heading2', text: '2. Acara yang tidak berlangsung' },
      { style: 'Heading2', text: '3. Keputusan Rapat' },
      { style: 'Heading2', text: '4. Penutup' },
      { style: 'Heading1', text: 'Lampiran: Matriks Tindak Lanjut' },
      { style: 'Heading1', text: 'Lampiran: Daftar Hadir' },
    ]);
    const older = docxParagraphs(await docxOf({ options: optionsWith({ pattern: 'older' }) }));
    expect(older.filter(({ style }) => style === 'Title')).toEqual([{ style: 'Title', text: 'NOTULEN' }]);
    expect(older.filter(({ style }) => style === 'Heading2').map(({ text }) => text)).toEqual([
      '1. Kata Pembukaan',
      '2. Pembahasan',
      '3. Peraturan',
    ]);
    expect(older.find(({ style }) => style === 'Heading3')?.text).toBe('2.1. Dinas Kesehatan');
  });

  it('is Arial 12 in Indonesian, with a title, and styles of its own that are all defined', async () => {
    const docx = await docxOf();
    const styles = textIn(docx, 'word/styles.xml');
    expect(styles).toContain('<w:lang w:val="id-ID"/>');
    expect(styles).toMatch(/<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"[^>]*\/><w:sz w:val="24"\/>/);
    expect(textIn(docx, 'docProps/core.xml')).toContain('<dc:title>Notula judul, Senin, 17 Mei 2021</dc:title>');
    const defined = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    const used = textIn(docx, 'word/document.xml').matchAll(/<w:(?:p|tbl)Style w:val="([^"]*)"/g);
    for (const [, id] of used) expect(defined).toContain(id);
  });

  it.each(PAPERS)(
    'is laid out on %s, in portrait except for the matrix, with the margins of the rule',
    async (paper) => {
      const { width, height } = PAPER_MM[paper];
      const xml = textIn(await docxOf({ options: optionsWith({ paper }) }), 'word/document.xml');
      const sizes = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"\/>/g)].map(
        ([, w, h, orient]) => [Number(w), Number(h), orient],
      );
      const [w, h] = [twips(width), twips(height)];
      expect(sizes).toEqual([
        [w, h, 'portrait'],
        [h, w, 'landscape'],
        [w, h, 'portrait'],
      ]);
      for (const [margins] of xml.matchAll(/<w:pgMar [^>]*>/g)) {
        for (const [side, mm] of [
          ['top', 20],
          ['right', 20],
          ['bottom', 25],
          ['left', 30],
        ] as const) {
          expect(margins).toContain(`w:${side}="${twips(mm)}"`);
        }
      }
    },
  );

  it('numbers its pages "- 2 -" but for the first, which has a header of its own', async () => {
    const docx = await docxOf();
    const xml = textIn(docx, 'word/document.xml');
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1);
    const [first] = xml.match(/<w:sectPr>.*?<\/w:sectPr>/s) ?? [''];
    expect(first).toContain('w:type="first"');
    const headers = [...unzip(docx)].filter(([name]) => /header\d+\.xml$/.test(name)).map(([, file]) => String(file));
    const numbered = headers.filter((header) => header.includes('PAGE'));
    expect([headers.length, numbered.length]).toEqual([4, 3]);
    for (const header of numbered) expect(header).toMatch(/>- <.*PAGE.*> -</s);
  });

  it('repeats the header of its tables, and does not split short rows', async () => {
    const xml = textIn(await docxOf(), 'word/document.xml');
    const grids = xml.match(/<w:tblStyle w:val="grid"\/>/g) ?? [];
    expect(grids).toHaveLength(3);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.filter((row) => row.includes('<w:cantSplit/>')).length).toBeGreaterThan(8);
    const long = textIn(
      await docxOf({}, closedRoom((name) => (name === 'ket' ? 'kata '.repeat(400) : name)).meeting()),
      'word/document.xml',
    );
    expect((long.match(/<w:cantSplit\/>/g) ?? []).length).toBe((xml.match(/<w:cantSplit\/>/g) ?? []).length - 1);
  });

  it('keeps each signature block together, and with the sentence before it', async () => {
    const signers = ['chair', 'minuteTaker', 'acknowledged'] as const;
    const docx = await docxOf({ options: optionsWith({ signers: [...signers] }) });
    const signed = docxParagraphs(docx).filter(({ style }) => style === 'signature');
    const words = signed.map(({ text }) => text).filter((text) => text !== '' && !text.startsWith('...'));
    expect(words).toEqual(['Pencatat,', 'Pimpinan Rapat,', 'Bupati', 'Mengetahui,', 'Sekretaris Daerah']);
    expect(textIn(docx, 'word/styles.xml')).toMatch(/w:styleId="signature">.*?<w:keepNext\/><w:keepLines\/>/s);
  });

  it('keeps the name of an agency that was not reached with what was noted of it, and alone if nothing was', async () => {
    const room = openRoom();
    start(room, 'Kecamatan Satui');
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'Percepat puskesmas.'));
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    const xml = textIn(await docxOf({}, room.meeting()), 'word/document.xml');
    const names = (xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? []).filter((part) => part.includes('belum sampai'));
    expect(names.length).toBeGreaterThan(1);
    const kept = names.filter((part) => part.includes('<w:keepNext/>'));
    expect(kept.map((part) => part.includes('Dinas Kesehatan'))).toEqual([true]);
  });

  it('keeps who presented and when with what was said first, and alone if nothing was', async () => {
    const kept = async (said: boolean): Promise<boolean[]> => {
      const room = openRoom();
      start(room, 'Kecamatan Satui');
      if (said) room.send(noteOf(room.item('Kecamatan Satui').id, 'Percepat puskesmas.'));
      room.send({ type: 'turn.finish', callNext: false });
      room.send({ type: 'meeting.finish' });
      const xml = textIn(await docxOf({}, room.meeting()), 'word/document.xml');
      const cells = (xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? []).filter((part) => />Waktu<|>pukul /.test(part));
      // The meeting's own come first.
      return cells.slice(-2).map((part) => part.includes('<w:keepNext/>'));
    };
    expect(await kept(true)).toEqual([true, true]);
    expect(await kept(false)).toEqual([false, false]);
  });

  it('carries the emblem in itself, and the kop by its preset', async () => {
    const letterhead = { government: 'PEMERINTAH KABUPATEN UJI', office: 'SEKRETARIAT DAERAH', lines: ['Jalan Uji 1'] };
    const office = await docxOf({ letterhead, emblem: EMBLEM });
    expect([...unzip(office).keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1);
    expect(docxText(office)).toContain('PEMERINTAH KABUPATEN UJI\nSEKRETARIAT DAERAH\nJalan Uji 1');
    const regent = docxText(await docxOf({ letterhead, options: optionsWith({ kop: 'regent' }) }));
    expect(regent).toContain('BUPATI UJI\nJalan Uji 1');
    expect(regent).not.toContain('SEKRETARIAT');
    expectSound(office);
  });

  it('leaves out what the export leaves out', async () => {
    const bare = { sheet: false, times: false, followUps: false, internalNotes: false, attendance: 'none' } as const;
    const text = docxText(await docxOf({ options: optionsWith({}, bare) }));
    for (const words of ['visi\n', 'lamanya', 'Matriks', 'catatan', 'keputusan', 'Lampiran'])
      expect(text).not.toContain(words);
    expect(text).toContain('tampil');
    const more = docxText(
      await docxOf({ options: optionsWith({}, { rundown: true, chart: true, attendance: 'ticked' }) }),
    );
    for (const words of ['Lampiran: Susunan Acara', 'Lampiran: Rencana dan Pelaksanaan', 'belum dicatat'])
      expect(more).toContain(words);
  });

  it('begins each numbered list with 1', async () => {
    const room = closedRoom();
    const [attendeeId = ''] = room.meeting().attendance.order;
    room.send({ type: 'attendance.tick', attendeeId, present: true });
    const xml = textIn(await docxOf({}, room.meeting()), 'word/document.xml');
    const numbers = [
      ...xml.matchAll(/<w:pStyle w:val="ListParagraph"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"\/>/g),
    ];
    // The programme, the participants and the decisions, and the dashes of the notes.
    expect(new Set(numbers.map(([, id]) => id)).size).toBe(4);
  });

  it('holds every note that the minutes hold exactly once, and no private one, in both patterns', async () => {
    await fc.assert(
      fc.asyncProperty(steps(40), fc.constantFrom(...PATTERNS), async (course, pattern) => {
        const meeting = playedMeeting(course);
        const options = optionsWith({ pattern }, { sheet: false, attendance: 'none' });
        const minutes = minutesOf(meeting, options);
        const items = [...minutes.items, ...minutes.notPresented];
        const notes = [...items.flatMap((item) => item.notes.flatMap((group) => group.notes)), ...minutes.decisions];
        const expected = (
          JSON.stringify([notes.map(({ text }) => text), minutes.followUps]).match(MARKS) ?? []
        ).toSorted();
        const secret = allNotes(meeting).filter(({ visibility }) => visibility === 'private');
        const docx = await docxOf({ options }, meeting);
        const text = docxText(docx);
        expectSound(docx);
        expect((text.match(MARKS) ?? []).filter((mark) => expected.includes(mark)).toSorted()).toEqual(expected);
        for (const mark of JSON.stringify(secret.map((note) => note.text)).match(MARKS) ?? []) {
          if (!expected.includes(mark)) expect(text).not.toContain(mark);
        }
      }),
      { numRuns: depth(16, 200) },
    );
  });

  it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 30), text]))(
    'takes %j for the text that it is',
    async (_name, text) => {
      const docx = await docxOf({}, closedRoom((name) => `${text.slice(0, 250)} ${name}`.trim()).meeting());
      expectSound(docx);
      const printed = printable(`${text.slice(0, 250)} catatan`).trim();
      expect(docxText(docx)).toContain(printed);
    },
  );

  it('is sound whatever a note holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const docx = await docxOf({}, closedRoom((name) => (name === 'catatan' ? `x${text}` : name)).meeting());
        expectSound(docx);
        expect(docxText(docx)).toContain(printable(`x${text}`).trimEnd());
      }),
      { numRuns: depth(25, 300) },
    );
  });
});
