import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentKind } from '#core/minutes/documents.ts';
import { Meeting, orderedItems } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { NOTE_KINDS, VISIBILITIES } from '#core/model/note.ts';
import { ROLES } from '#core/model/roles.ts';
import { documentPage } from '#main/exports/render-document.ts';
import { snapshotFrom } from '#main/meeting/snapshot-text.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';
import { sourceOf } from '../support/export-source.ts';
import { printPage, sharedChromium } from '../support/print-page.ts';
import { printingWith } from '../support/printer.ts';
import { type ReadPdf, readPdf, squeezed, wholeText } from '../support/read-pdf.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder: string;
let printing: Readonly<Record<string, string>>;
const env = () => ({ ...process.env, ...printing, EKSPOSE_DIST: join(folder, 'dist') });

const run = (script: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: root, env: env() }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err }),
    );
  });
const play = (...args: string[]) => run(join(folder, 'dist/main/demo.cjs'), args);

let ended: Ended;
let meeting: Meeting;
let pdf: ReadPdf;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ekspose-demo-test-'));
  printing = await printingWith(await sharedChromium());
  const [out, data] = [join(folder, 'notula.pdf'), join(folder, 'data')];
  ended = await run(join(root, 'scripts/demo.mjs'), ['--out', out, '--data', data]);
  if (ended.code !== 0) throw new Error(ended.err);
  const [id = ''] = await readdir(join(data, 'meetings'));
  const stored = await readFile(join(data, 'meetings', id, 'meeting.json'), 'utf8');
  meeting = Meeting.parse(snapshotFrom(JSON.parse(stored)).stored);
  pdf = await readPdf(new Uint8Array(await readFile(out)));
  text = wholeText(pdf);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the sample rakor', () => {
  it('has the 41 agencies in their order and six other items', () => {
    const items = orderedItems(meeting);
    expect(items.filter(({ kind }) => kind !== 'agency')).toHaveLength(6);
    const names = items.flatMap(({ agencyId }) => (agencyId === null ? [] : meeting.agencies[agencyId]?.name));
    expect(names).toHaveLength(41);
    const listed = SAMPLE_AGENCIES.filter(({ inAgenda }) => inAgenda).map(({ name }) => name);
    expect(names.toSorted()).toEqual(listed.toSorted());
  });

  it('has notes of all roles and kinds, of agencies too, and of every visibility', () => {
    const notes = allNotes(meeting);
    expect(notes.length).toBeGreaterThanOrEqual(120);
    const roles = new Set(notes.flatMap(({ author }) => (author.kind === 'leader' ? author.role : [])));
    expect([...roles].toSorted()).toEqual([...ROLES].toSorted());
    expect(notes.filter(({ author }) => author.kind === 'agency').length).toBeGreaterThanOrEqual(10);
    expect(new Set(notes.map(({ kind }) => kind)).size).toBe(NOTE_KINDS.length);
    expect(new Set(notes.map(({ visibility }) => visibility)).size).toBe(VISIBILITIES.length);
    expect(meeting.followUps.order.length).toBeGreaterThanOrEqual(20);
  });

  it('goes as a real day goes', () => {
    const items = Object.values(meeting.agenda.items);
    const did = (what: string) => items.filter(({ turn }) => turn.ledger.some((entry) => entry.what === what)).length;
    expect(meeting.status).toBe('finished');
    expect(did('pause')).toBeGreaterThanOrEqual(3);
    expect(did('add')).toBeGreaterThanOrEqual(2);
    expect(items.filter(({ status }) => status === 'skipped')).toHaveLength(1);
    expect(meeting.presented).not.toEqual(
      meeting.agenda.order.filter((id) => meeting.presented.includes(id)).toSorted(),
    );
    const present = Object.values(meeting.attendance.items).filter(({ present: here }) => here);
    expect(present.length).toBeGreaterThanOrEqual(40);
    expect(items.some(({ turn }) => turn.spent > 12 * 60_000 + turn.added)).toBe(true);
  });
});

describe('the NOTULA on paper', () => {
  it('holds every note that is not private, word for word', () => {
    const open = allNotes(meeting).filter(({ visibility }) => visibility !== 'private');
    expect(open.length).toBeGreaterThanOrEqual(110);
    expect(open.filter((note) => !text.includes(squeezed(note.text))).map((note) => note.text)).toEqual([]);
  });

  it('holds no private one', () => {
    const secret = allNotes(meeting).filter(({ visibility }) => visibility === 'private');
    expect(secret.length).toBeGreaterThanOrEqual(5);
    expect(secret.filter((note) => text.includes(squeezed(note.text))).map((note) => note.text)).toEqual([]);
  });

  it('holds every follow-up that is not private, with its cite', () => {
    const open = Object.values(meeting.followUps.items).filter((followUp) => !followUp.private);
    expect(open.filter(({ what }) => !text.includes(squeezed(what)))).toEqual([]);
    expect(text).toContain(squeezed('Arahan Bupati pada Rakor 17 Mei 2021'));
    expect(text).toContain(squeezed('Arahan Bupati pada Rakor 3 Mei 2021'));
  });

  it('names the items in the order in which they really began', () => {
    // Squeezed, since the outline loses the space at which a long heading's line was broken.
    const expected = meeting.presented.flatMap((id) => {
      const agencyId = meeting.agenda.items[id]?.agencyId ?? null;
      return agencyId === null ? [] : squeezed(meeting.agencies[agencyId]?.name ?? '');
    });
    const headings = pdf.outline.map(({ title }) => squeezed(title.replace(/^\d+\. /, '')));
    const told = headings.filter((name) => expected.includes(name));
    expect(expected).toHaveLength(40);
    expect(told).toEqual(expected);
  });

  it('has kop, budget with its part, signature and attendance', () => {
    for (const words of [
      'PEMERINTAH KABUPATEN TANAH BUMBU',
      'SEKRETARIAT DAERAH',
      'Senin, 17 Mei 2021',
      'Pagu Rp418.600.000.000; realisasi Rp71.999.000.000 (17,2%)',
      'Pimpinan Rapat,',
      'Lampiran: Daftar Hadir',
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  it('is A4, upright but for the matriks', () => {
    const [upright, across] = ['210×297', '297×210'];
    const sizes = pdf.pages.map(({ size }) => size.join('×'));
    expect(new Set(sizes)).toEqual(new Set([upright, across]));
    expect(sizes.filter((size) => size === across).length).toBeLessThan(sizes.length / 4);
    expect(sizes[0]).toBe(upright);
  });

  it('is tagged, with headings, tables and their head cells, and says its language', () => {
    expect(pdf.tagged).toBe(true);
    expect(pdf.language).toBe('id');
    const roles = new Set(pdf.pages.flatMap((page) => page.roles));
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'Caption']));
  });

  it('has a title and an outline of its headings', () => {
    expect(pdf.title).toBe('Notula Rapat Koordinasi Ekspose SKPD, Senin, 17 Mei 2021');
    expect(pdf.outline[0]).toEqual({ depth: 0, title: 'NOTULA' });
    expect(pdf.outline.length).toBeGreaterThan(45);
    expect(Math.max(...pdf.outline.map(({ depth }) => depth))).toBe(2);
  });

  it('carries its own fonts, Arimo and no other', () => {
    expect(pdf.fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of pdf.fonts)
      expect(font).toMatchObject({ name: expect.stringContaining('Arimo'), embedded: true });
  });

  it('numbers its pages from the second on', () => {
    expect(pdf.pages.length).toBeGreaterThan(10);
    for (const [index, page] of pdf.pages.entries()) {
      if (index === 0) expect(page.text).not.toMatch(/^-\s*1\s*-$/m);
      else expect(squeezed(page.text)).toContain(`-${index + 1}-`);
    }
  });

  it('never leaves the signature alone on a page, nor a heading at its foot', () => {
    const signed = pdf.pages.find(({ text: words }) => words.includes('Pimpinan Rapat,'));
    expect(signed?.text).toContain('Demikian notula ini');
    const titles = new Set(pdf.outline.map(({ title }) => squeezed(title)));
    const lastLines = pdf.pages.map(({ text: words }) => squeezed(words.trim().split('\n').at(-1) ?? ''));
    expect(lastLines.filter((line) => titles.has(line))).toEqual([]);
  });
});

describe('the papers of the day, read back', () => {
  const words = new Map<string, string>();
  const print = async (document: DocumentKind, agencyId: string | null = null): Promise<string> => {
    const page = documentPage(sourceOf(meeting, { document, agencyId }));
    return wholeText(await readPdf(await printPage(page)));
  };
  beforeAll(async () => {
    words.set('minutes', text);
    words.set('attendance', await print('attendance'));
    words.set('matrix', await print('followUps'));
    for (const id of ['pupr', 'disnakertrans', 'kec-karang-bintang']) words.set(id, await print('agencySheet', id));
  }, 120_000);

  it.each([
    ['minutes', 'Ir. Fauzan Erlangga, S.T., M.T., Plt. Kepala Dinas Pekerjaan Umum dan Penataan Ruang'],
    ['minutes', 'Arbain Cakrawala, S.E., Plh. Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'],
    ['minutes', 'Sekretaris Dinas Tenaga Kerja dan Transmigrasi, mewakili Kepala Dinas Tenaga Kerja dan Transmigrasi'],
    ['minutes', '4. Paparan 14 SKPD 5. Ishoma 6. Paparan 26 SKPD'],
    ['minutes', '18. Ishoma Waktu pukul 11.55 s.d. 13.18 WITA'],
    // A turn that was cut short has its own times, and no word of the cut.
    ['minutes', 'Waktu pukul 14.07 s.d. 14.17 WITA (lamanya 10 menit)'],
    // Somebody came whose name nobody knows: the agency, and no presenter.
    ['minutes', '35. Kecamatan Karang Bintang Waktu Selasa, 18 Mei 2021'],
    ['attendance', 'Plt. Kepala Dinas Pekerjaan Umum dan Penataan Ruang'],
    ['attendance', 'Sekretaris Camat Kuranji, mewakili Camat Kuranji'],
    ['attendance', 'Camat Karang Bintang'],
    ['pupr', 'Ir. Fauzan Erlangga, S.T., M.T., Plt. Kepala Dinas Pekerjaan Umum dan Penataan Ruang'],
    ['disnakertrans', 'mewakili Kepala Dinas Tenaga Kerja dan Transmigrasi'],
    ['pupr', 'Hasil rakor ini dibawa pulang dan dijelaskan kepada staf masing-masing'],
    ['disnakertrans', 'Hasil rakor ini dibawa pulang dan dijelaskan kepada staf masing-masing'],
    ['kec-karang-bintang', 'Hasil rakor ini dibawa pulang dan dijelaskan kepada staf masing-masing'],
    ['matrix', 'Arahan Bupati pada Rakor 3 Mei 2021'],
  ])('%s: %s', (paper, expected) => {
    expect(words.get(paper)).toContain(squeezed(expected));
  });

  it('say nothing of what only the clock knows, and hold no private note', () => {
    const secret = allNotes(meeting).filter(({ visibility }) => visibility === 'private');
    for (const paper of words.values()) {
      expect(paper).not.toMatch(/dipersingkat|dikurangi|detik/);
      expect(secret.filter((note) => paper.includes(squeezed(note.text)))).toEqual([]);
    }
  });
});

describe('the command', () => {
  it('says in plain lines what it did', () => {
    expect(ended.out).toContain('41 SKPD dan 6 acara lain');
    expect(ended.out).toContain('notula.pdf');
  });

  it.each([
    [[], 'Pilihan --out memerlukan isi.'],
    [['--out'], 'Pilihan --out memerlukan isi.'],
    [['--out', 'a.pdf', '--lekas'], 'Pilihan tidak dikenal: --lekas.'],
    [['--out', 'a.pdf', '--options', '{"paper":"a5"}'], 'bukan pilihan dokumen yang dikenal'],
    [['--out', 'a.pdf', 'sisa'], 'Pilihan tidak dikenal: sisa.'],
  ])('refuses %j with a plain sentence and code 2', async (args, sentence) => {
    const { code, err } = await play(...args);
    expect(err).toContain(sentence);
    expect(err).toContain('Pemakaian: npm run demo');
    expect(code).toBe(2);
  });

  it('says what is missing where there is no browser to print with', async () => {
    const out = join(folder, 'never.pdf');
    const bare = { ...env(), EKSPOSE_BROWSER: join(folder, 'no-such-browser') };
    const { code, err } = await new Promise<Ended>((resolve) => {
      const demo = join(folder, 'dist/main/demo.cjs');
      execFile(process.execPath, [demo, '--out', out], { env: bare }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), out: stdout, err: stderr }),
      );
    });
    expect(code).toBe(1);
    expect(err).toContain('Tidak ada Chromium, Chrome atau Edge');
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });
});
