import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { DocumentKind, TextPurpose } from '#core/minutes/documents.ts';
import { followUpsOf } from '#core/minutes/follow-up-rows.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { documentFile, documentPage, documentText } from '#main/exports/render-document.ts';
import { followUpTable } from '#main/exports/tables.ts';
import { carriedFollowUp, carriedProblem, earlierEntry, nextRakor } from '../../../support/carried-matters.ts';
import { docxText } from '../../../support/docx-text.ts';
import { sourceOf } from '../../../support/export-source.ts';

const followUpId = 'f0';
const problemId = 'p0';

/** A meeting in which a follow-up was finished and extended, and a problem came back and was solved. */
const whole = (): Meeting =>
  nextRakor(
    {
      followUps: [carriedFollowUp(followUpId, { status: 'inProgress' })],
      problems: [carriedProblem(problemId), carriedProblem('p1', { text: 'Jalan putus', agencyId: 'pupr' })],
      entries: [earlierEntry('x1', problemId, { recurred: true }, 'm1')],
    },
    [
      { type: 'followUp.extend', followUpId, by: 'bupati', due: '2021-06-30', answer: 'granted' },
      {
        type: 'followUp.edit',
        followUpId,
        fields: { status: 'done', remark: 'Tiang baru', evidence: 'foto', verifiedBy: 'sekda', pics: ['dinkes'] },
      },
      { type: 'problem.recur', problemId },
      { type: 'problem.solve', problemId, solved: true, remark: 'Dua dokter baru' },
    ],
  );

const CHANGED =
  'Dalam rakor ini: status dari sedang dalam proses menjadi selesai; tenggat diperpanjang dari 31 Mei 2021 menjadi 30 Juni 2021 oleh Bupati; dialihkan kepada Dinkes.';
const REMARK = ['Tiang baru', 'Bukti: foto', 'Diverifikasi oleh Sekda.', CHANGED];
const SUMMARY = 'Dari 2 permasalahan berulang, 1 masih terbuka dan 1 dinyatakan selesai.';

const plain = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|');
const text = (meeting: Meeting, document: DocumentKind, purpose: TextPurpose): string =>
  documentText(sourceOf(meeting, { document, agencyId: document === 'agencySheet' ? 'dinkes' : null }), purpose);

describe('what came back, on paper', () => {
  it('stands in the NOTULA as page, Word file and text: what changed, how often a problem recurred, what became of it', async () => {
    const meeting = whole();
    const page = plain(documentPage(sourceOf(meeting)));
    expect(page).toContain(`|${REMARK.join('\n')}|`);
    expect(page).toContain('|30 Juni 2021\n(semula 31 Mei 2021)|');
    expect(page).toContain('|Lampiran: Permasalahan Berulang|');
    expect(page).toContain(
      '|1|Dinas Kesehatan|Dokter kurang|3 Mei 2021|3 kali|dinyatakan selesai 17 Mei 2021|Dua dokter baru|',
    );
    expect(page).toContain('|2|Dinas Pekerjaan Umum dan Penataan Ruang|Jalan putus|3 Mei 2021|–|masih terbuka|–|');
    expect(page).toContain(`|${SUMMARY}|`);

    const word = docxText(await documentFile(sourceOf(meeting), 'docx'));
    const file = text(meeting, 'minutes', 'file');
    for (const paper of [word, file]) {
      for (const words of [...REMARK, SUMMARY, 'Lampiran: Permasalahan Berulang', '3 kali', '(semula 31 Mei 2021)']) {
        expect(paper).toContain(words);
      }
    }
    expect(file).toContain(
      [
        '1. Dokter kurang',
        '   SKPD: Dinas Kesehatan',
        '   Sejak: 3 Mei 2021',
        '   Berulang: 3 kali',
        '   Status: dinyatakan selesai 17 Mei 2021',
        '   Keterangan: Dua dokter baru',
      ].join('\n'),
    );
  });

  it('stands in an agency’s sheet without the others’, and for a messenger on one line', () => {
    const meeting = whole();
    const page = plain(documentPage(sourceOf(meeting, { document: 'agencySheet', agencyId: 'dinkes' })));
    expect(page).toContain('|Permasalahan Dinas Kesehatan yang berulang|');
    expect(page).toContain('|1|Dokter kurang|3 Mei 2021|3 kali|');
    expect(page).not.toContain('Jalan putus');
    expect(text(meeting, 'agencySheet', 'message')).toContain(
      [
        '*Permasalahan Berulang*',
        '1. Dokter kurang',
        '   Sejak: 3 Mei 2021; Berulang: 3 kali; Status: dinyatakan selesai 17 Mei 2021; Keterangan: Dua dokter baru',
      ].join('\n'),
    );
  });

  it('stands in the cell of a spreadsheet', () => {
    const { rows } = followUpTable(followUpsOf(whole(), DEFAULT_OPTIONS));
    expect(rows[0]).toContain(REMARK.join('\n'));
  });

  it('has no section and no sentence where nothing came back', async () => {
    const meeting = nextRakor({ followUps: [carriedFollowUp(followUpId)] });
    for (const paper of [
      plain(documentPage(sourceOf(meeting))),
      docxText(await documentFile(sourceOf(meeting), 'docx')),
      text(meeting, 'minutes', 'file'),
    ]) {
      expect(paper).not.toMatch(/permasalahan berulang|Dalam rakor ini|semula/i);
    }
  });

  it('has the problems alone where there is no follow-up', async () => {
    const meeting = nextRakor({ problems: [carriedProblem(problemId)] });
    expect(plain(documentPage(sourceOf(meeting)))).toContain('|Lampiran: Permasalahan Berulang|');
    const word = docxText(await documentFile(sourceOf(meeting), 'docx'));
    expect(word).toContain('Lampiran: Permasalahan Berulang');
    expect(word).not.toContain('Matriks Tindak Lanjut');
  });
});

describe('what a meeting said of a follow-up', () => {
  const said = (fields: Partial<FollowUp>, ...commands: readonly Command[]): unknown => {
    const meeting = nextRakor({ followUps: [carriedFollowUp(followUpId, fields)] }, commands);
    return followUpTable(followUpsOf(meeting, DEFAULT_OPTIONS)).rows[0]?.[7];
  };
  const extend = (answer: 'proposed' | 'granted' | 'refused', by: 'sekda' | null = null): Command => ({
    ...{ type: 'followUp.extend', followUpId, by, due: '2021-06-30', answer },
  });

  it.each([
    ['a proposal', extend('proposed'), 'diusulkan perpanjangan sampai 30 Juni 2021'],
    ['a refusal', extend('refused', 'sekda'), 'usul perpanjangan sampai 30 Juni 2021 tidak disetujui oleh Sekda'],
    [
      'a correction',
      { type: 'followUp.edit', followUpId, fields: { due: null } } as const,
      'tenggat 31 Mei 2021 ditiadakan',
    ],
  ] satisfies readonly (readonly [string, Command, string])[])('says %s in plain words', (_name, command, words) => {
    expect(said({}, command)).toBe(`Dalam rakor ini: ${words}.`);
  });

  it('says that a due date was granted where there was none', () => {
    expect(said({ due: null }, extend('granted'))).toBe('Dalam rakor ini: tenggat ditetapkan 30 Juni 2021.');
  });
});
