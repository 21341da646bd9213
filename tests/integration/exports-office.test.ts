import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { printable } from '#core/minutes/printable.ts';
import { type DocumentOptions, PATTERNS, type Pattern } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { firstSettings } from '#core/model/settings.ts';
import { playSample } from '#main/demo/play-sample.ts';
import { documentFile } from '#main/exports/render-document.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { noteOf } from '../support/build-meeting.ts';
import { optionsWith } from '../support/document-page.ts';
import { closedRoom, sourceOf } from '../support/export-source.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { findOffice, printedByOffice } from '../support/office.ts';
import { type ReadPdf, readPdf, squeezed, wholeText } from '../support/read-pdf.ts';

const office = findOffice('writer', 'calc');
if (office === null)
  console.warn('SKIPPED: LibreOffice is not installed: what it makes of the exports is NOT tried here.');

const times = (text: string, part: string): number => text.split(part).length - 1;

const patternOptions = (pattern: Pattern): DocumentOptions =>
  optionsWith({ pattern, paper: pattern === 'older' ? 'f4-215' : 'a4' }, { followUps: false });
const HOSTILE = 'hostile';
const MATRIX = 'matriks';
const TABLES = ['followUps', 'ledger'] as const;

describe.skipIf(office === null)('what LibreOffice makes of the exports', () => {
  let folder: string;
  let sample: Meeting;
  const printed = new Map<string, ReadPdf>();
  const paper = (name: string): ReadPdf => {
    const pdf = printed.get(name);
    if (pdf === undefined) throw new Error(`not printed: ${name}`);
    return pdf;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ekspose-kantor-contoh-'));
    sample = (await playSample(firstSettings(SAMPLE_AGENCIES), diskPort, folder)).meeting;
    const hostile = closedRoom();
    hostile.send({ type: 'meeting.reopen' });
    const { id } = hostile.item('Dinas Kesehatan');
    for (const [n, text] of HOSTILE_TEXTS.entries()) hostile.send(noteOf(id, `[[${n}:${text}:${n}]]`));
    const docx = (meeting: Meeting, options = optionsWith()) => documentFile(sourceOf(meeting, { options }), 'docx');
    const files: [string, Uint8Array][] = [
      [`${MATRIX}.docx`, await docx(sample)],
      [`${HOSTILE}.docx`, await docx(hostile.meeting())],
    ];
    for (const pattern of PATTERNS) files.push([`${pattern}.docx`, await docx(sample, patternOptions(pattern))]);
    for (const document of TABLES)
      files.push([`${document}.xlsx`, await documentFile(sourceOf(sample, { document }), 'xlsx')]);
    const made = await printedByOffice(office ?? '', files);
    for (const [n, bytes] of made.entries())
      printed.set((files[n]?.[0] ?? '').replace(/\.\w+$/, ''), await readPdf(bytes));
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(PATTERNS)('prints the sample rakor by the %s pattern with every note once, and no private one', (pattern) => {
    const pdf = paper(pattern);
    const text = wholeText(pdf);
    const minutes = minutesOf(sample, patternOptions(pattern));
    const items = [...minutes.items, ...minutes.notPresented];
    const notes = [...items.flatMap((item) => item.notes.flatMap((group) => group.notes)), ...minutes.decisions];
    expect(notes.length).toBeGreaterThan(100);
    expect(notes.filter((note) => times(text, squeezed(note.text)) !== 1).map((note) => note.text)).toEqual([]);
    const secret = allNotes(sample).filter(({ visibility }) => visibility === 'private');
    expect(secret.length).toBeGreaterThanOrEqual(5);
    expect(secret.filter((note) => text.includes(squeezed(note.text)))).toEqual([]);
    expect(pdf.language).toBe('id-ID');
    expect(pdf.pages[0]?.size).toEqual(pattern === 'older' ? [215, 330] : [210, 297]);
    expect(pdf.pages[0]?.text).not.toMatch(/- 1 -/);
    for (const [index, page] of pdf.pages.slice(1).entries()) expect(page.text).toContain(`- ${index + 2} -`);
    // A signature is on the same page as a sentence before it.
    const signed = pdf.pages.find((page) => page.text.includes('Pimpinan Rapat,'));
    expect(signed?.text).toContain('Demikian notula ini dibuat');
  });

  it('prints the matriks lying, its header on each page', () => {
    const pdf = paper(MATRIX);
    const lying = pdf.pages.filter(({ size }) => size[0] > size[1]);
    expect(lying.length).toBeGreaterThan(3);
    const withRows = lying.filter(({ text }) => /Arahan .* pada Rakor/.test(text.replaceAll('\n', ' ')));
    for (const { text } of withRows) expect(squeezed(text)).toContain('Arahan/Keputusan');
    const text = wholeText(pdf);
    for (const { what } of minutesOf(sample, optionsWith()).followUps) expect(text).toContain(squeezed(what));
  });

  it('prints hostile texts as the texts that they are', () => {
    const text = wholeText(paper(HOSTILE));
    for (const [n, hostile] of HOSTILE_TEXTS.entries()) {
      const found = new RegExp(`\\[\\[${n}:(.*?):${n}\\]\\]`, 's').exec(text)?.[1];
      // What no font of this machine has is left to the font; letters, figures and signs are there.
      const plain = (one: string): string => squeezed(printable(one)).replace(/[^\x20-\x7E]/g, '');
      expect([n, found === undefined ? null : plain(found)]).toEqual([n, plain(hostile)]);
    }
  });

  it.each(TABLES)('opens %s for Excel and prints it', (document) => {
    const pdf = paper(document);
    const text = wholeText(pdf);
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const page of pdf.pages)
      expect(page.text).toContain(document === 'ledger' ? 'Rencana mulai' : 'Arahan/Keputusan');
    expect(text).toContain(document === 'ledger' ? '17Mei202108.31' : '17Mei2021');
    expect(text).not.toMatch(/#{3,}|#NAME|#VALUE|Err:/);
  });
});
