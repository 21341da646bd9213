import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentOptions, PAPER_MM, PAPERS, PATTERNS } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { NOTE_KINDS } from '#core/model/note.ts';
import { firstSettings } from '#core/model/settings.ts';
import { playSample } from '#main/demo/play-sample.ts';
import { printedDocument } from '#main/documents/document-pdf.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { upperFirst } from '#main/documents/words.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { IS_LONG } from '../support/depth.ts';
import { NO_LETTERHEAD, optionsWith, pageOf } from '../support/document-page.ts';
import { EMBLEM } from '../support/emblem.ts';
import { bodyLines, isPageNumber, outsideMargins, type PdfSheet } from '../support/pdf-lines.ts';
import { printPage } from '../support/print-page.ts';
import { type ReadPdf, readPdf, squeezed } from '../support/read-pdf.ts';

const t = documentTexts('id');

let folder: string;
let meeting: Meeting;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ekspose-paper-test-'));
  ({ meeting } = await playSample(firstSettings(SAMPLE_AGENCIES), diskPort, folder));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Printed {
  readonly pdf: ReadPdf;
  readonly sheets: readonly PdfSheet[];
}

async function read(bytes: Uint8Array): Promise<Printed> {
  const pdf = await readPdf(bytes);
  return { pdf, sheets: pdf.pages.map(({ sheet }) => sheet) };
}

/** Headings, and the names of kinds of notes, that have no line under them on their page. */
function atTheFoot({ pdf, sheets }: Printed): string[] {
  const titles = new Set(pdf.outline.map(({ title }) => squeezed(title)));
  for (const kind of NOTE_KINDS) titles.add(squeezed(upperFirst(t(`domain:noteKind.${kind}`))));
  titles.add(squeezed(t('sheet.targets')));
  return sheets.flatMap((sheet, index) => {
    const lines = bodyLines(sheet).map(({ text }) => squeezed(text));
    // A heading may have two lines, of which the second is the last.
    const ends = [lines.at(-1) ?? '', lines.slice(-2).join('')];
    return ends.filter((end) => titles.has(end)).map((end) => `page ${index + 1}: ${end}`);
  });
}

/** The page with the signature has the sentence that it is under, and every block of it. */
function signatureIsWhole({ sheets }: Printed, words: readonly string[]): void {
  const signed = sheets.filter(({ lines }) => lines.some(({ text }) => text.includes('Demikian notula ini')));
  expect(signed).toHaveLength(1);
  const text = signed[0]?.lines.map((line) => line.text).join('\n') ?? '';
  for (const word of words) expect(text).toContain(word);
}

/** Three of the six, in which each pattern, paper, letterhead and number of signers comes up; the night tries all. */
const FOR_A_COMMIT = ['newer f4-215', 'newer f4-210', 'older a4'];

const CASES = PATTERNS.flatMap((pattern, row) =>
  PAPERS.map((paper, column) => ({
    pattern,
    paper,
    kop: (row + column) % 2 === 0 ? ('office' as const) : ('regent' as const),
    signers: (['chair', 'minuteTaker', 'acknowledged'] as const).slice(0, 1 + column),
  })),
).filter(({ pattern, paper }) => IS_LONG || FOR_A_COMMIT.includes(`${pattern} ${paper}`));

const optionsOf = ({ pattern, paper, kop, signers }: (typeof CASES)[number]): DocumentOptions =>
  optionsWith({ pattern, paper, kop, signers });

/** Printed and read once, whichever test asks first. */
const known = new Map<string, Promise<Printed>>();
function printedWith(options: DocumentOptions): Promise<Printed> {
  const key = JSON.stringify(options);
  const printing = known.get(key) ?? printPage(pageOf(meeting, { options, emblem: EMBLEM })).then(read);
  known.set(key, printing);
  return printing;
}

describe.each(CASES)(
  'the NOTULA of the sample rakor: $pattern, $paper, kop $kop',
  ({ pattern, paper, kop, signers }) => {
    const { width, height } = PAPER_MM[paper];
    let printed: Printed;
    beforeAll(async () => {
      printed = await printedWith(optionsOf({ pattern, paper, kop, signers }));
    }, 120_000);

    it('is on the sheet that was chosen, upright but for the matriks', () => {
      const sizes = printed.pdf.pages.map(({ size }) => size.join('×'));
      expect(sizes[0]).toBe(`${width}×${height}`);
      expect(new Set(sizes)).toEqual(new Set([`${width}×${height}`, `${height}×${width}`]));
    });

    it('keeps its margins, and reaches the left one', () => {
      expect(
        printed.sheets.flatMap((sheet, n) => outsideMargins(sheet).map((what) => `page ${n + 1}: ${what}`)),
      ).toEqual([]);
      for (const sheet of printed.sheets) {
        const left = Math.min(...bodyLines(sheet).map((line) => line.left));
        expect(left).toBeLessThan(kop === 'regent' ? 60 : 33);
      }
    });

    it('numbers its pages in the middle of the top from the second on', () => {
      for (const [index, { lines, width: wide }] of printed.sheets.entries()) {
        const numbers = lines.filter(isPageNumber);
        if (index === 0) expect(numbers).toEqual([]);
        else {
          expect(numbers.map(({ text }) => squeezed(text))).toEqual([`-${index + 1}-`]);
          const [number] = numbers;
          if (number === undefined) continue;
          expect(number.y).toBeLessThan(20);
          // Over the text, whose margins are 3 and 2 cm.
          expect(Math.abs((number.left + number.right) / 2 - (wide + 10) / 2)).toBeLessThan(1);
        }
      }
    });

    it('is tagged, outlined, in its language, with its fonts', () => {
      const { pdf } = printed;
      expect(pdf).toMatchObject({ tagged: true, language: 'id' });
      expect(pdf.title).toMatch(/^Notula Rapat Koordinasi Ekspose SKPD, Senin, 17 Mei 2021$/);
      const titles = pdf.outline.map(({ title }) => title);
      expect(titles[0]).toBe(pattern === 'older' ? 'NOTULEN' : 'NOTULA');
      expect(titles).toContain('Kegiatan Rapat');
      for (const title of ['1. Kata Pembukaan', '2. Pembahasan', '3. Peraturan'])
        expect(titles.includes(title)).toBe(pattern === 'older');
      for (const font of pdf.fonts) expect(font.embedded).toBe(true);
      expect(pdf.pages.flatMap(({ roles }) => roles)).toEqual(
        expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH']),
      );
    });

    it('leaves no heading at the foot of a page, and its end in one piece', () => {
      expect(atTheFoot(printed)).toEqual([]);
      signatureIsWhole(printed, ['Pimpinan Rapat,', 'Nama Bupati (contoh)']);
      const last = signers.length > 1 ? ['Pencatat,', 'Nama Notulis (contoh)'] : [];
      signatureIsWhole(printed, [
        ...last,
        ...(signers.length > 2 ? ['Mengetahui,', 'Nama Sekretaris Daerah (contoh)'] : []),
      ]);
    });

    it('repeats the head of the matriks on each of its pages', () => {
      const lying = printed.sheets.filter((sheet) => sheet.width > sheet.height);
      expect(lying.length).toBeGreaterThan(3);
      const rows = lying.filter(({ lines }) => lines.some(({ text }) => /^\d+ /.test(text)));
      for (const { lines } of rows) expect(lines.some(({ text }) => text.includes('Arahan/Keputusan'))).toBe(true);
    });

    it('breaks no short name in the matriks', () => {
      const lying = printed.sheets.filter((sheet) => sheet.width > sheet.height).flatMap(({ lines }) => lines);
      const whole = lying.map(({ text }) => text).join('\n');
      const pics = new Set(Object.values(meeting.followUps.items).flatMap((followUp) => followUp.pics));
      const words = new Set([...pics].flatMap((id) => (meeting.agencies[id]?.short ?? '').split(' ')));
      const isBroken = (word: string): boolean => new RegExp(`${word.slice(0, -1)}(?!${word.slice(-1)})`).test(whole);
      expect([...words].filter((word) => word.length > 6 && isBroken(word))).toEqual([]);
      expect(words).toContain('Bappedalitbang');
    });

    it('says each note that is not private once, and none that is', () => {
      const whole = bodyText(printed);
      const end = whole.indexOf(squeezed('Tindak lanjut arahan dan keputusan'));
      const kegiatan = whole.slice(0, end === -1 ? undefined : end);
      const times = (text: string) => kegiatan.split(squeezed(text)).length - 1;
      const notes = allNotes(meeting);
      const wrong = notes.filter(({ text, visibility }) => times(text) !== (visibility === 'private' ? 0 : 1));
      expect(wrong.map(({ text, visibility }) => `${visibility}, ${times(text)} times: ${text}`)).toEqual([]);
      expect(notes.length).toBeGreaterThan(100);
    });
  },
);

const bodyText = ({ sheets }: Printed): string =>
  sheets
    .map((sheet) =>
      bodyLines(sheet)
        .map(({ text }) => squeezed(text))
        .join(''),
    )
    .join('');

describe('what the export leaves out', () => {
  it('is nowhere: internal notes, times, sheets, follow-ups, the list of attendance', async () => {
    const options = optionsWith(
      {},
      {
        internalNotes: false,
        times: false,
        sheet: false,
        followUps: false,
        attendance: 'none',
      },
    );
    const text = bodyText(await read(await printPage(pageOf(meeting, { options }))));
    const notes = allNotes(meeting);
    for (const { visibility, text: words } of notes) {
      expect(text.includes(squeezed(words)), words).toBe(visibility === 'shown');
    }
    for (const gone of ['lamanya', 'Pagu Rp', 'Matriks Tindak Lanjut', 'Lampiran', 'terlampir']) {
      expect(text).not.toContain(squeezed(gone));
    }
  }, 120_000);
});

describe('catchwords', () => {
  it('are the first words of the next pages, and move nothing', async () => {
    const request = {
      document: 'minutes',
      meeting,
      letterhead: NO_LETTERHEAD,
      emblem: EMBLEM,
      agencyId: null,
    } as const;
    const [first] = CASES;
    if (first === undefined) throw new Error('no case to compare with');
    const plain = await printedWith(optionsOf(first));
    const options = { ...optionsOf(first), catchword: true };
    const { sheets } = await read(await printedDocument({ ...request, options }, printPage));
    expect(sheets).toHaveLength(plain.sheets.length);
    for (const [index, sheet] of sheets.entries()) {
      const foot = sheet.lines.filter(({ y }) => y > sheet.height - 25);
      const before = plain.sheets[index];
      expect(bodyLines(sheet).filter(({ y }) => y <= sheet.height - 25)).toEqual(
        before === undefined ? [] : bodyLines(before),
      );
      const next = sheets[index + 1];
      if (next === undefined) {
        expect(foot).toEqual([]);
        continue;
      }
      const word = foot.map(({ text }) => text.trim()).join('');
      expect(word).toMatch(/[\p{L}\p{N}]/u);
      expect(squeezed(bodyLines(next)[0]?.text ?? '')).toContain(squeezed(word.replace('…', '')));
      expect(foot[0]?.right).toBeGreaterThan(sheet.width - 21);
    }
  }, 180_000);
});
