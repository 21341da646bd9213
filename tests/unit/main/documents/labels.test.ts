import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import {
  type AttendanceForm,
  DEFAULT_OPTIONS,
  type DocumentOptions,
  PATTERNS,
  type Signer,
} from '#core/model/export-options.ts';
import type { Meeting, MeetingFields } from '#core/model/meeting.ts';
import { emptyLeader } from '#core/model/roles.ts';
import { instantOf } from '#core/time/zone.ts';
import { cameText, orderedSignatures, participantLines, signatureLines, spanText } from '#main/documents/labels.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { documentFile, documentPage, documentText } from '#main/exports/render-document.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';
import { optionsWith } from '../../../support/document-page.ts';
import { docxText } from '../../../support/docx-text.ts';
import { sourceOf } from '../../../support/export-source.ts';

/** The blocks of minutes that an assistant chairs and an acting Sekda acknowledges, as they are printed. */
function blocks(signers: Signer[], strict = false, taker: Partial<MeetingFields> = {}): string[][] {
  const room = openRoom();
  const rank = 'Pembina Tingkat I (IV/b)';
  const nip = '19720202 199603 1 002';
  const assistant = { ...emptyLeader('asisten1'), name: 'Drs. Budi, M.AP.', rank, nip };
  const secretary = { ...emptyLeader('sekda'), name: 'Dr. H. Ali, M.Si.', office: 'Plh. Sekretaris Daerah', rank, nip };
  room.send({ type: 'leader.edit', leader: assistant });
  room.send({ type: 'leader.edit', leader: secretary });
  room.send({
    type: 'meeting.edit',
    fields: { chair: 'asisten1', minuteTaker: 'Siti, S.IP.', minuteTakerOffice: 'Kepala Bagian Protokol', ...taker },
  });
  const doc = minutesOf(room.meeting(), { ...DEFAULT_OPTIONS, strict, signers, acknowledgedBy: 'sekda' });
  return orderedSignatures(doc).map((signature) => {
    const { above, name, below } = signatureLines(signature, doc, documentTexts('id'));
    return [...above, name, ...below];
  });
}

const TAKER = ['Pencatat,', 'Kepala Bagian Protokol', 'Siti, S.IP.'];
const CHAIR = [
  'Asisten Pemerintahan dan Kesejahteraan Rakyat',
  'Drs. Budi, M.AP.',
  'Pembina Tingkat I (IV/b)',
  'NIP 19720202 199603 1 002',
];

describe('the signature blocks of minutes', () => {
  it('have title, office, name, rank and NIP in this order, the chair’s at the right', () => {
    expect(blocks(['chair', 'minuteTaker'])).toEqual([TAKER, ['Pimpinan Rapat,', ...CHAIR]]);
    expect(blocks(['chair'], true)).toEqual([['Pimpinan Sidang/Rapat,', ...CHAIR]]);
  });

  it('have the minutes taker’s rank and NIP where they are given', () => {
    const fields = { minuteTakerRank: 'Penata (III/c)', minuteTakerNip: '19850101 201001 2 003' };
    expect(blocks(['minuteTaker'], false, fields)).toEqual([[...TAKER, 'Penata (III/c)', 'NIP 19850101 201001 2 003']]);
    expect(blocks(['minuteTaker'], false, { minuteTakerRank: 'Penata (III/c)' })).toEqual([
      [...TAKER, 'Penata (III/c)'],
    ]);
  });

  it('put who acknowledges below; an acting Sekda has neither degrees nor rank', () => {
    expect(blocks(['acknowledged', 'chair', 'minuteTaker'])).toEqual([
      TAKER,
      ['Pimpinan Rapat,', ...CHAIR],
      ['Mengetahui,', 'Plh. Sekretaris Daerah', 'H. Ali'],
    ]);
  });
});

describe('the participants of minutes', () => {
  const LISTED = 'sebagaimana daftar hadir terlampir';
  const TICKED = optionsWith({}, { attendance: 'ticked' });
  /** The leader "Bupati A", three agencies and a guest are on the list; some of them were ticked. */
  function listed(ticked: readonly number[], filled = true): Meeting {
    const room = openRoom();
    room.send({ type: 'leader.edit', leader: { ...emptyLeader('bupati'), name: 'Bupati A' } });
    if (filled) room.send({ type: 'attendance.fill' });
    if (filled) room.send({ type: 'attendance.add', name: 'Tamu', office: '', agencyId: null });
    for (const n of ticked) {
      const attendeeId = room.meeting().attendance.order[n] ?? '';
      room.send({ type: 'attendance.tick', attendeeId, present: true });
    }
    return room.meeting();
  }
  const participants = (ticked: readonly number[], attendance: AttendanceForm, filled = true): unknown =>
    participantLines({
      doc: minutesOf(listed(ticked, filled), optionsWith({}, { attendance })),
      t: documentTexts('id'),
    });
  /** Who came, according to the attached list. */
  function came(ticked: readonly number[]): string[] {
    const doc = minutesOf(listed(ticked), TICKED);
    return doc.attendance.map((attendee) => cameText(attendee, 'ticked', { doc, t: documentTexts('id') }));
  }

  it('are those who were ticked', () => {
    expect(participants([0, 1, 2, 4], 'ticked')).toEqual({
      lines: ['Bupati A, Bupati', `2 dari 3 SKPD, ${LISTED}`, `Undangan lain: 1 orang, ${LISTED}`],
      numbered: true,
    });
    expect(participants([1], 'none')).toEqual({ lines: ['1 dari 3 SKPD'], numbered: true });
  });

  it('are whom the list names where it is signed in ink and nobody was ticked, never "0 of 3"', () => {
    expect(participants([], 'blank')).toEqual({ lines: ['Sebagaimana daftar hadir terlampir'], numbered: false });
    expect(participants([], 'none')).toEqual({ lines: ['3 SKPD sebagaimana susunan acara'], numbered: false });
    expect(participants([], 'blank', false)).toEqual({ lines: ['3 SKPD sebagaimana susunan acara'], numbered: false });
  });

  it('are the agencies of the list where only leaders or guests were ticked', () => {
    expect(participants([0], 'blank')).toEqual({ lines: ['Bupati A, Bupati', `SKPD ${LISTED}`], numbered: true });
    expect(participants([0], 'none')).toEqual({
      lines: ['Bupati A, Bupati', '3 SKPD sebagaimana susunan acara'],
      numbered: true,
    });
  });

  it('are not yet recorded where the list is ticked and nobody was, in the list neither', () => {
    expect(participants([], 'ticked')).toEqual({ lines: ['Belum dicatat'], numbered: false });
    expect(came([])).toEqual(Array.from({ length: 5 }, () => 'belum dicatat'));
    expect(participants([0], 'ticked')).toEqual({
      lines: ['Bupati A, Bupati', 'Kehadiran SKPD belum dicatat'],
      numbered: true,
    });
    expect(came([0])).toEqual(['08.30', ...Array.from({ length: 4 }, () => 'belum dicatat')]);
  });

  it('did not come where others of their group were ticked', () => {
    expect(came([1, 2])).toEqual(['belum dicatat', '08.30', '08.30', 'tidak hadir', 'belum dicatat']);
  });
});

describe('a meeting of two days', () => {
  /** Dinkes is called on the first day, the rest on the next, at 08.05, when the second on the list comes. */
  function twoDays() {
    const room = openRoom();
    room.send({ type: 'attendance.fill' });
    const [first = '', second = ''] = room.meeting().attendance.order;
    room.send({ type: 'attendance.tick', attendeeId: first, present: true });
    start(room, 'Dinas Kesehatan');
    room.send({ type: 'turn.finish', callNext: false });
    room.clock.advance(instantOf('2021-05-18', '08:05', 'WITA') - room.clock.at());
    room.send({ type: 'attendance.tick', attendeeId: second, present: true });
    start(room, 'Kecamatan Satui');
    room.send({ type: 'turn.finish', callNext: false });
    return { doc: minutesOf(room.meeting(), optionsWith({}, { rundown: true })), t: documentTexts('id') };
  }

  it('says of who came on the second day that it was then', () => {
    const paper = twoDays();
    expect(paper.doc.attendance.slice(0, 2).map((attendee) => cameText(attendee, 'ticked', paper))).toEqual([
      '08.30',
      '18 Mei 2021, 08.05',
    ]);
  });

  it('has a programme that says on both days when each item begins and ends', () => {
    const paper = twoDays();
    const spans = paper.doc.rundown?.rows.map((row) => spanText(row, paper)) ?? [];
    expect(spans[0]).toBe('08.45–08.57');
    expect(spans.slice(1)).not.toEqual([]);
    for (const span of spans.slice(1)) expect(span).toMatch(/^18 Mei 2021, \d\d\.\d\d–\d\d\.\d\d$/);
  });
});

/** The minutes in every form, without markup. */
async function everyForm(meeting: Meeting, options: DocumentOptions): Promise<string[]> {
  const source = sourceOf(meeting, { options });
  return [
    documentPage(source).replaceAll(/<[^>]+>/g, '\n'),
    docxText(await documentFile(source, 'docx')),
    documentText(source, 'file'),
  ];
}

describe('the headings of minutes', () => {
  it('are those to which an item’s decisions refer, in either pattern', async () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'Dibangun', { kind: 'decision' }));
    const wanted = { newer: 'Keputusan Rapat', older: 'Peraturan' } as const;
    for (const pattern of PATTERNS)
      for (const text of await everyForm(room.meeting(), optionsWith({ pattern })))
        expect(text).toContain(`Keputusan: lihat ${wanted[pattern]} nomor 1.`);
  });

  it('over the notes of a kind are in the plural where there are several', async () => {
    const room = openRoom({ settings: (s) => ({ ...s, locale: 'en' }) });
    start(room, 'Dinas Kesehatan');
    const { id } = room.item('Dinas Kesehatan');
    for (const text of ['Percepat', 'Lengkapi']) room.send(noteOf(id, text, { kind: 'directive' }));
    room.send(noteOf(id, 'Dokter kurang', { kind: 'problem' }));
    const [page = '', docx = ''] = await everyForm(room.meeting(), optionsWith());
    for (const text of [page, docx]) expect(text.match(/^(Directive|Problem)s?$/gm)).toEqual(['Problem', 'Directives']);
  });

  it('never name the closing twice where the programme has an item of that name', async () => {
    const room = openRoom();
    start(room, 'closing');
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    const [page = '', docx = ''] = await everyForm(room.meeting(), optionsWith());
    for (const text of [page, docx]) {
      expect(text.match(/\d+\. Penutup$/gm)).toHaveLength(1);
      expect(text.match(/\d+\. Penutupan Rapat$/gm)).toHaveLength(1);
    }
  });
});

it('marks every paper about the course of a meeting as a draft until it is closed', () => {
  const room = openRoom();
  const DRAFT = 'KONSEP: rapat belum ditutup.';
  const papers = (): string[] => {
    const sheet = sourceOf(room.meeting(), { document: 'agencySheet', agencyId: 'dinkes' });
    return [
      documentPage(sourceOf(room.meeting(), { document: 'minutes' })),
      documentPage(sourceOf(room.meeting(), { document: 'followUps' })),
      documentPage(sheet),
      documentText(sheet, 'file'),
      documentText(sheet, 'message'),
    ];
  };
  expect(papers().map((paper) => paper.includes(DRAFT))).toEqual([true, true, true, true, true]);
  room.send({ type: 'meeting.finish' });
  expect(papers().map((paper) => paper.includes(DRAFT))).toEqual([false, false, false, false, false]);
  // What is made for the day is no draft of its course.
  const rundown = sourceOf(openRoom().meeting(), { document: 'rundown' });
  expect(documentPage(rundown)).not.toContain(DRAFT);
});
