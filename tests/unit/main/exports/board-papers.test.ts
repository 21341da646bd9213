import { describe, expect, it } from 'vitest';
import type { BoardFilter } from '#core/archive/board.ts';
import { digestOf } from '#core/archive/digest.ts';
import type { BoardRequest } from '#core/minutes/board-request.ts';
import { boardHtml } from '#main/documents/board-page.tsx';
import { type ArchiveSource, archivePaper, boardFile, boardText } from '#main/exports/board-papers.ts';
import { boardFileName } from '#main/exports/file-name.ts';
import { storedDigest } from '../../../support/archive-documents.ts';
import { carriedFollowUp, carriedProblem, earlierEntry, nextRakor } from '../../../support/carried-matters.ts';
import { NO_LETTERHEAD, optionsWith } from '../../../support/document-page.ts';
import { textIn } from '../../../support/unzip.ts';

const meeting = nextRakor({
  followUps: [
    carriedFollowUp('late', { plan: '=1+1' }),
    carriedFollowUp('done', { status: 'done', doneOn: '2021-05-20', pics: ['dinkes', 'pupr'] }),
    carriedFollowUp('secret', { private: true, what: 'RAHASIA' }),
  ],
  problems: [
    carriedProblem('p0', { agencyId: 'pupr' }),
    carriedProblem('p1', { agencyId: 'pupr', private: true, text: 'RAHASIA' }),
  ],
  entries: [
    earlierEntry('x1', 'late', { remark: 'menunggu lelang', status: 'inProgress' }),
    earlierEntry('x2', 'p0', { recurred: true }, 'm1'),
  ],
});
const ALL = { agencyId: null, leader: null, standing: null, text: '' } as const;
const BOARD: BoardRequest = { document: 'board', filter: ALL, sort: 'agency' };
const REMINDER: BoardRequest = { document: 'reminder', agencyId: 'pupr' };

const sourceOf = (request: BoardRequest, given: Partial<ArchiveSource> = {}): ArchiveSource => ({
  request,
  digests: [storedDigest(meeting)],
  open: null,
  register: null,
  head: { locale: 'id', zone: 'WITA', term: 'SKPD', today: '2021-06-02' },
  ...given,
});
const layout = { options: optionsWith(), letterhead: { ...NO_LETTERHEAD, office: 'SEKRETARIAT DAERAH' }, emblem: null };
const page = (request: BoardRequest, given: Partial<ArchiveSource> = {}): string =>
  boardHtml(archivePaper(sourceOf(request, given)), layout)
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|');
const utf8 = new TextDecoder();

describe('the papers of the board', () => {
  it('have their words on a page, under the letterhead of the settings', () => {
    const board = page(BOARD);
    for (const words of [
      '|SEKRETARIAT DAERAH|',
      '|DAFTAR TINDAK LANJUT|',
      '|Keadaan per|:|Rabu, 2 Juni 2021|',
      '|Yang dimuat|:|semua tindak lanjut|',
      '|Jumlah|:|2 tindak lanjut: 1 terlambat, 0 perlu perhatian, 0 sesuai rencana, 1 tuntas|',
      '|Dinas Kesehatan|1|Perbaiki jembatan Sungai Loban|Arahan Bupati pada Rakor 3 Mei 2021|–|Dinkes dan PUPR|31 Mei 2021|Tuntas|selesai 20 Mei 2021|–|',
      '|2|Perbaiki jembatan Sungai Loban|Arahan Bupati pada Rakor 3 Mei 2021|=1+1|PUPR|31 Mei 2021|Terlambat 2 hari|sedang dalam proses|menunggu lelang|',
      '|Lampiran: Rekapitulasi|',
      '|Bupati|1|0|0|1|2|',
    ]) {
      expect(board).toContain(words);
    }
    const filtered = page({
      ...BOARD,
      filter: { agencyId: 'pupr', leader: 'bupati', standing: 'late', text: 'jembatan' },
    });
    expect(filtered).toContain(
      '|Dinas Pekerjaan Umum dan Penataan Ruang; Bupati; Terlambat; yang memuat kata “jembatan”|',
    );
    expect(page({ ...BOARD, filter: { ...ALL, text: 'tidak ada' } })).toContain(
      '|Tidak ada tindak lanjut yang sesuai.|',
    );
  });

  it('number each follow-up once, however many share it: as the count and the spreadsheet do', async () => {
    const shared = nextRakor({
      followUps: [
        carriedFollowUp('both', { what: 'Bersama', pics: ['dinkes', 'pupr'] }),
        carriedFollowUp('own', { what: 'Sendiri', due: '2021-05-01' }),
        carriedFollowUp('all', { what: 'Semua', due: '2021-12-31', pics: ['dinkes', 'pupr', 'satui'] }),
      ],
    });
    const given = { digests: [storedDigest(shared)] };
    const numbered = (text: string, pattern: RegExp): string[] =>
      [...text.matchAll(pattern)].map(([, number, what]) => `${number} ${what}`);
    const onPaper = numbered(page(BOARD, given), /\|(\d+)\|(Bersama|Sendiri|Semua)\|/g);
    const csv = utf8.decode(await boardFile(archivePaper(sourceOf(BOARD, given)), 'csv'));
    expect(onPaper).toHaveLength(6);
    expect([...new Set(onPaper)].toSorted()).toEqual(numbered(csv, /^(\d+);(\w+);/gm).toSorted());
  });

  it('remind an agency of what is open, on paper and in a messenger, where no remark is', () => {
    const words = 'Mohon perhatian atas 1 tindak lanjut yang belum selesai; 1 di antaranya lewat tenggat.';
    const paper = page(REMINDER);
    expect(paper).toContain(`|${words}|`);
    expect(paper).toContain('|Permasalahan yang masih terbuka|');
    expect(boardText(archivePaper(sourceOf(REMINDER)))).toBe(
      [
        '*Pengingat Tindak Lanjut*',
        'Kepada: Kepala Dinas Pekerjaan Umum dan Penataan Ruang',
        'Keadaan per: Rabu, 2 Juni 2021',
        '',
        words,
        '',
        '1. Perbaiki jembatan Sungai Loban',
        '   Sumber: Arahan Bupati pada Rakor 3 Mei 2021; Tenggat: 31 Mei 2021; Status: Terlambat 2 hari, sedang dalam proses',
        '',
        '*Permasalahan yang masih terbuka*',
        '1. Dokter kurang',
        '   Sejak: 3 Mei 2021; Berulang: 2 kali',
        '',
        'Mohon menyampaikan perkembangannya sebelum rakor berikutnya.',
        '',
      ].join('\n'),
    );
    expect(page({ document: 'reminder', agencyId: 'satui' })).toContain(
      '|Tidak ada tindak lanjut yang belum selesai.|',
    );
  });

  it('are tables in which each follow-up stands once, and no formula', async () => {
    const paper = archivePaper(sourceOf(BOARD));
    const csv = utf8.decode(await boardFile(paper, 'csv')).split('\r\n');
    expect(csv[0]).toContain('No.;Arahan/Keputusan;Sumber;Rencana tindak lanjut;Penanggung jawab;Tenggat;Keadaan');
    expect(csv.filter((line) => line.includes('jembatan'))).toHaveLength(2);
    expect(csv.join('\n')).toContain(";'=1+1;PUPR;2021-05-31;Terlambat;2;sedang dalam proses;menunggu lelang;");
    const sheet = await boardFile(paper, 'xlsx');
    expect(textIn(sheet, 'xl/sharedStrings.xml')).toContain('menunggu lelang');
  });

  it('have nothing private in any form', async () => {
    const board = archivePaper(sourceOf(BOARD));
    const all = [
      page(BOARD),
      page(REMINDER),
      boardText(archivePaper(sourceOf(REMINDER))),
      utf8.decode(await boardFile(board, 'csv')),
      textIn(await boardFile(board, 'xlsx'), 'xl/sharedStrings.xml'),
    ];
    for (const text of all) {
      expect(text).toContain('Perbaiki jembatan Sungai Loban');
      expect(text).not.toContain('RAHASIA');
    }
  });

  it('leave out what cannot be read, and take the open meeting as it is now', () => {
    const broken = sourceOf(BOARD, { digests: ['{', 'null', '', '{"gzip":"AAAA"}', '{"gzip":1}'] });
    expect(archivePaper(broken)).toMatchObject({ counts: { late: 0, done: 0 } });
    const open = digestOf(meeting, 7);
    expect(archivePaper({ ...broken, open })).toMatchObject({ counts: { late: 1, done: 1 } });
  });

  it('are refused for an agency that nobody knows, and in formats that they do not have', async () => {
    const refusal = (code: string) => expect.objectContaining({ code });
    expect(() => archivePaper(sourceOf({ document: 'reminder', agencyId: 'gone' }))).toThrow(refusal('unknownAgency'));
    await expect(boardFile(archivePaper(sourceOf(REMINDER)), 'csv')).rejects.toEqual(refusal('badMessage'));
    await expect(boardFile(archivePaper(sourceOf(BOARD)), 'docx')).rejects.toEqual(refusal('badMessage'));
    expect(() => boardText(archivePaper(sourceOf(BOARD)))).toThrow(refusal('badMessage'));
  });

  it('have names and directives of 200 letters whole, on paper, as text and in cells; only the name of the file is cut', async () => {
    const name = `Dinas ${'Pemberdayaan Masyarakat Desa '.repeat(7)}`.slice(0, 200).trim();
    const what = 'Perbaiki jembatan gantung '.repeat(8).slice(0, 200).trim();
    const word = 'Pertanggungjawaban'.repeat(12).slice(0, 200);
    const long = nextRakor({ followUps: [carriedFollowUp('long', { what, plan: word, remark: what })] });
    const named = { ...long, agencies: { ...long.agencies, pupr: { id: 'pupr', name, short: '', head: '' } } };
    const digests = [storedDigest(named)];
    const reminder = archivePaper(sourceOf(REMINDER, { digests }));
    const texts = [
      page(BOARD, { digests }),
      page(REMINDER, { digests }),
      boardText(reminder),
      textIn(await boardFile(archivePaper(sourceOf(BOARD, { digests })), 'xlsx'), 'xl/sharedStrings.xml'),
    ];
    for (const text of texts) for (const words of [name, what]) expect(text).toContain(words);
    expect(texts[3]).toContain(word);
    expect(boardFileName(reminder, 'pdf')).toBe('Pengingat Tindak Lanjut Dinas Pemberdayaan Masyarakat 2021-06-02.pdf');
  });

  it('are named after which follow-ups they have', () => {
    const named = (filter: Partial<BoardFilter>) => {
      const request = { ...BOARD, filter: { ...ALL, ...filter } };
      return boardFileName(archivePaper(sourceOf(request)), 'pdf').replace(
        /^Daftar Tindak Lanjut (.*)2021-06-02\.pdf$/,
        '$1',
      );
    };
    expect(named({})).toBe('');
    expect(named({ agencyId: 'pupr' })).toBe('PUPR ');
    expect(named({ leader: 'wakil' })).toBe('Wakil Bupati ');
    expect(named({ standing: 'late' })).toBe('Terlambat ');
    expect(named({ text: ' jembatan/jalan ' })).toBe('jembatan jalan ');
    expect(named({ agencyId: 'pupr', leader: 'bupati', standing: 'done', text: 'x' })).toBe('PUPR Bupati Tuntas x ');
    const long = boardFileName(archivePaper(sourceOf({ ...BOARD, filter: { ...ALL, text: '🏗'.repeat(90) } })), 'xlsx');
    expect(Buffer.byteLength(long)).toBeLessThan(160);
  });

  it('are named after what they are, for whom, and the day', () => {
    expect(boardFileName(archivePaper(sourceOf(BOARD)), 'xlsx')).toBe('Daftar Tindak Lanjut 2021-06-02.xlsx');
    expect(boardFileName(archivePaper(sourceOf(REMINDER)), 'pdf')).toBe('Pengingat Tindak Lanjut PUPR 2021-06-02.pdf');
  });
});
