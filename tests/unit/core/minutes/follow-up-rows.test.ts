import { expect, it } from 'vitest';
import { digestOf } from '#core/archive/digest.ts';
import type { BoardPaperRow } from '#core/minutes/board-paper.ts';
import { archivePaperOf } from '#core/minutes/board-request.ts';
import { followUpRows } from '#core/minutes/follow-up-rows.ts';
import { problemRows } from '#core/minutes/problem-rows.ts';
import { openMatters } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import { Meeting } from '#core/model/meeting.ts';
import type { Author, NoteKind } from '#core/model/note.ts';
import type { Reader } from '#core/model/note-readers.ts';
import { firstSettings } from '#core/model/settings.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { citeText } from '#main/documents/words.ts';
import { countedIds, noteOf, openRoom, type Room, THREE_AGENCIES } from '../../../support/build-meeting.ts';

const BUPATI: Author = { kind: 'leader', role: 'bupati' };
const WAKIL: Author = { kind: 'leader', role: 'wakil' };
const SAID: readonly (readonly [string, NoteKind, Author])[] = [
  ['putusan', 'decision', BUPATI],
  ['usul', 'proposal', WAKIL],
  ['arahan', 'directive', BUPATI],
  ['masukan', 'directive', { kind: 'agency', agencyId: 'satui' }],
];
const CITED = {
  putusan: 'Keputusan yang disampaikan Bupati pada Rakor 17 Mei 2021',
  usul: 'Masukan Wakil Bupati pada Rakor 17 Mei 2021',
  arahan: 'Arahan Bupati pada Rakor 17 Mei 2021',
  masukan: 'Masukan Kec. Satui pada Rakor 17 Mei 2021',
};

/** Each of these notes became a follow-up. */
function ordered(): Room {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  for (const [text, kind, author] of SAID) {
    room.send(noteOf(itemId, text, { kind, author }));
    const noteId = room.lastNote().id;
    room.send({ type: 'followUp.add', noteId, itemId: null, what: null, pics: null, due: null, status: 'open' });
  }
  return room;
}
const nextAfter = (earlier: Meeting): Meeting =>
  continueMeeting(
    firstSettings(THREE_AGENCIES),
    earlier,
    { title: 'Rakor 31 Mei 2021', date: '2021-05-31', carried: openMatters(earlier) },
    { at: earlier.createdAt, newId: countedIds('next') },
  );

const t = documentTexts('id');
const words = (rows: readonly Pick<BoardPaperRow, 'what' | 'cite'>[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ what, cite }) => [what, citeText(cite, { doc: { locale: 'id' }, t })]));
const inMatrix = (meeting: Meeting): Record<string, string> => words(followUpRows(meeting, 'panel'));
function onBoards(...meetings: readonly Meeting[]): Record<string, string>[] {
  const archive = { digests: meetings.map((one) => digestOf(one, 0)), register: null, isSampleOpen: false };
  const head = { locale: 'id', zone: 'WITA', term: 'SKPD', today: '2021-06-02' } as const;
  const filter = { agencyId: null, leader: null, standing: null, text: '' };
  const board = archivePaperOf(archive, { document: 'board', filter, sort: 'due' }, head);
  const reminder = archivePaperOf(archive, { document: 'reminder', agencyId: 'dinkes' }, head);
  if (board?.document !== 'board' || reminder?.document !== 'reminder') throw new Error('no papers');
  return [words(board.groups.flatMap(({ rows }) => rows)), words(reminder.followUps)];
}
/** As an older file has it: the record does not know of what kind its note was. */
const older = (meeting: Meeting): Meeting => {
  const stored = JSON.parse(JSON.stringify(meeting)) as { followUps: { items: Record<string, Partial<FollowUp>> } };
  for (const record of Object.values(stored.followUps.items)) delete record.kind;
  return Meeting.parse(stored);
};

it('cites a follow-up as what it was, in its meeting, in the next one and on the papers of all', () => {
  const first = ordered().meeting();
  const second = nextAfter(first);
  expect(inMatrix(first)).toEqual(CITED);
  expect(inMatrix(second)).toEqual(CITED);
  expect(inMatrix(nextAfter(second))).toEqual(CITED);
  for (const meetings of [[first, second], [first], [second]]) {
    expect(onBoards(...meetings)).toEqual([CITED, CITED]);
  }
});

it('still does when the note was given another kind, and was deleted', () => {
  const room = ordered();
  const [noteId = ''] = room.item('Dinas Kesehatan').noteIds;
  room.send({ type: 'note.edit', noteId, fields: { kind: 'proposal' } });
  const changed = { ...CITED, putusan: 'Masukan Bupati pada Rakor 17 Mei 2021' };
  expect(inMatrix(room.meeting())).toEqual(changed);
  for (const id of room.item('Dinas Kesehatan').noteIds) room.send({ type: 'note.delete', noteId: id });
  expect(inMatrix(room.meeting())).toEqual(changed);
  expect(inMatrix(nextAfter(room.meeting()))).toEqual(changed);
  expect(onBoards(room.meeting())).toEqual([changed, changed]);
});

it('of an older file it says what its note was, and a directive where that is gone', () => {
  const first = older(ordered().meeting());
  expect(inMatrix(first)).toEqual(CITED);
  expect(inMatrix(nextAfter(first))).toEqual(CITED);
  expect(onBoards(first)).toEqual([CITED, CITED]);
  const gone = older(nextAfter(first));
  expect(inMatrix(gone)).toEqual({
    ...CITED,
    putusan: 'Arahan Bupati pada Rakor 17 Mei 2021',
    usul: 'Arahan Wakil Bupati pada Rakor 17 Mei 2021',
  });
  expect(onBoards(gone)).toEqual([inMatrix(gone), inMatrix(gone)]);
});

const RECORDED = ['tangan', 'internal', 'tampil', 'dihapus'] as const;
const made = { itemId: null, due: null, status: 'open', pics: null } as const;

/** One follow-up and one problem made by hand, and one each of an internal note, a shown one and a deleted one. */
function recorded(): Meeting {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  for (const text of RECORDED) {
    if (text !== 'tangan')
      room.send(noteOf(itemId, text, { kind: 'problem', visibility: text === 'tampil' ? 'shown' : 'internal' }));
    const noteId = text === 'tangan' ? null : room.lastNote().id;
    room.send({ type: 'followUp.add', ...made, noteId, what: text });
    room.send({ type: 'problem.keep', noteId, itemId, text });
    if (text === 'dihapus') room.send({ type: 'note.delete', noteId: noteId ?? '' });
  }
  return room.meeting();
}
const readIn = (meeting: Meeting, reader: Reader): string[] =>
  followUpRows(meeting, reader)
    .map(({ what }) => what)
    .toSorted();
const problemsIn = (meeting: Meeting, reader: Reader): string[] =>
  problemRows(meeting, reader)
    .map(({ text }) => text)
    .toSorted();

it('is for everybody only as its note was, in every meeting to which it is carried', () => {
  const first = recorded();
  const second = nextAfter(first);
  for (const meeting of [first, second, nextAfter(second)]) {
    expect(readIn(meeting, 'panel')).toEqual(RECORDED.toSorted());
    expect(readIn(meeting, 'public')).toEqual(['tampil', 'tangan']);
  }
  for (const meeting of [second, nextAfter(second)]) {
    expect(problemsIn(meeting, 'panel')).toEqual(RECORDED.toSorted());
    expect(problemsIn(meeting, 'public')).toEqual(['tampil', 'tangan']);
  }
});

it('of an older file that does not say so, a copy is for everybody if the room could see it or nobody’s note ordered it', () => {
  const second = nextAfter(recorded());
  for (const { items } of [second.followUps, second.problems])
    for (const one of Object.values(items)) delete one.public;
  const meeting = Meeting.parse(second);
  expect(readIn(meeting, 'public')).toEqual(['tampil', 'tangan']);
  expect(problemsIn(meeting, 'public')).toEqual(['tampil']);
});
