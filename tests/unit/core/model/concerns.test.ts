import { expect, it } from 'vitest';
import { agenciesWithSheet, agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { followUpRows } from '#core/minutes/follow-up-rows.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { Concerns, EVERY_AGENCY, Note, type NoteKind } from '#core/model/note.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { noteRemarks } from '#main/documents/words.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';

const t = documentTexts('id');

function said(item: string, concerns: Concerns, kind: NoteKind = 'directive') {
  const room = openRoom();
  room.send(noteOf(room.item(item).id, 'Bawa pulang hasilnya', { kind, concerns }));
  const meeting = room.meeting();
  const { notPresented, decisions } = minutesOf(meeting, DEFAULT_OPTIONS);
  const [note = decisions[0]] = notPresented.flatMap(({ notes }) => notes.flatMap((group) => group.notes));
  return { room, sheets: agenciesWithSheet(meeting, DEFAULT_OPTIONS), words: note && noteRemarks(note, t) };
}

it('a directive to all is on the sheet of each agency, and so is one of the closing that names nobody', () => {
  const all = ['dinkes', 'pupr', 'satui'];
  expect(said('Dinas Kesehatan', EVERY_AGENCY)).toMatchObject({ sheets: all, words: '(untuk semua SKPD)' });
  expect(said('closingRemarks', EVERY_AGENCY).sheets).toEqual(all);
  expect(said('closingRemarks', null)).toMatchObject({ sheets: all, words: '' });
  expect(said('closingRemarks', null, 'decision').sheets).toEqual(all);
  expect(said('closingRemarks', null, 'question').sheets).toEqual([]);
  const { room } = said('closingRemarks', EVERY_AGENCY);
  const sheet = agencySheetOf(room.meeting(), 'satui', DEFAULT_OPTIONS);
  expect(sheet?.elsewhere).toMatchObject([{ item: { kind: 'closingRemarks' } }]);
});

it('one to chosen agencies is on their sheets and no other', () => {
  expect(said('closingRemarks', ['satui', 'pupr'])).toMatchObject({
    sheets: ['pupr', 'satui'],
    words: '(untuk Kecamatan Satui; Dinas Pekerjaan Umum dan Penataan Ruang)',
  });
  expect(said('Dinas Kesehatan', 'satui').sheets).toEqual(['dinkes', 'satui']);
  expect(said('Dinas Kesehatan', null).sheets).toEqual(['dinkes']);
});

it('those that it is for are in charge of what follows from it', () => {
  const follow = { type: 'followUp.add', itemId: null, what: null, pics: null, due: null, status: 'open' } as const;
  for (const [concerns, names, forAll] of [
    [EVERY_AGENCY, ['Dinkes', 'PUPR', 'Kec. Satui'], 'SKPD'],
    [['satui', 'pupr'], ['Kec. Satui', 'PUPR'], ''],
    [null, ['Dinkes'], ''],
  ] as const) {
    const { room } = said(
      'Dinas Kesehatan',
      concerns === null || typeof concerns === 'string' ? concerns : [...concerns],
    );
    room.send({ ...follow, noteId: room.lastNote().id });
    expect(followUpRows(room.meeting(), 'panel')).toMatchObject([{ inCharge: names, forAll }]);
  }
});

it('names only agencies that there are, and reads what older files hold', () => {
  const room = openRoom();
  const { id } = room.item('Dinas Kesehatan');
  expect(room.refusal(noteOf(id, 'x', { concerns: ['pupr', 'gone'] }))).toBe('unknownAgency');
  expect(room.refusal(noteOf(id, 'x', { concerns: 'constructor' }))).toBe('unknownAgency');
  room.send(noteOf(id, 'x', { concerns: 'pupr' }));
  for (const concerns of [null, 'pupr', EVERY_AGENCY, ['pupr']])
    expect(Note.parse({ ...room.lastNote(), concerns }).concerns).toEqual(concerns);
  expect(Concerns.safeParse([]).success).toBe(false);
});
