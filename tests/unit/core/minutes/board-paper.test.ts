import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOARD_SORTS, type BoardFilter } from '#core/archive/board.ts';
import { digestOf } from '#core/archive/digest.ts';
import type { BoardGroup } from '#core/minutes/board-paper.ts';
import { archivePaperOf, BoardRequest } from '#core/minutes/board-request.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { VISIBILITIES } from '#core/model/note.ts';
import { MARKS, mark, steps } from '../../../support/arbitraries.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';
import {
  type Carried,
  carriedFollowUp,
  carriedProblem,
  earlierEntry,
  nextRakor,
} from '../../../support/carried-matters.ts';
import { depth } from '../../../support/depth.ts';
import { assertDrawn } from '../../../support/drawn.ts';
import { playedMeeting } from '../../../support/played-meeting.ts';

const head = { locale: 'id', zone: 'WITA', term: 'SKPD', today: '2021-06-02' } as const;
const ALL: BoardFilter = { agencyId: null, leader: null, standing: null, text: '' };

const paperOf = (meeting: Meeting, request: BoardRequest) =>
  archivePaperOf({ digests: [digestOf(meeting, 0)], register: null, isSampleOpen: false }, request, head);
function board(carried: Carried, filter: Partial<BoardFilter> = {}, sort: (typeof BOARD_SORTS)[number] = 'due') {
  const paper = paperOf(nextRakor(carried), { document: 'board', filter: { ...ALL, ...filter }, sort });
  if (paper?.document !== 'board') throw new Error('no board');
  return paper;
}
function reminder(carried: Carried, agencyId: string) {
  const paper = paperOf(nextRakor(carried), { document: 'reminder', agencyId });
  return paper?.document === 'reminder' ? paper : null;
}
const told = (groups: readonly BoardGroup[]): unknown[] =>
  groups.map(({ name, rows }) => [name, ...rows.map(({ id }) => id)]);

const SOME: Carried = {
  followUps: [
    carriedFollowUp('done', { status: 'done', doneOn: '2021-05-20', pics: ['satui'] }),
    carriedFollowUp('later', { due: '2021-12-31', pics: ['dinkes', 'pupr'] }),
    carriedFollowUp('late', { plan: 'survei' }),
    carriedFollowUp('none', { due: null, pics: [], author: null }),
    carriedFollowUp('secret', { private: true, what: 'RAHASIA' }),
  ],
  entries: [earlierEntry('x1', 'late', { remark: 'menunggu', evidence: 'foto', verifiedBy: 'sekda' })],
};

describe('the board on paper', () => {
  it('has every follow-up as it is now, the late ones first, and nothing private', () => {
    const paper = board(SOME);
    expect(told(paper.groups)).toEqual([[null, 'late', 'later', 'none', 'done']]);
    expect(paper.groups[0]?.rows[0]).toMatchObject({
      what: 'Perbaiki jembatan Sungai Loban',
      plan: 'survei',
      inCharge: ['PUPR'],
      due: '2021-05-31',
      lateBy: 2,
      standing: 'late',
      remark: 'menunggu',
      evidence: 'foto',
      verifiedBy: 'sekda',
      cite: { speaker: { role: 'bupati' }, kind: 'directive', date: '2021-05-03' },
    });
    expect(paper.counts).toEqual({ late: 1, attention: 0, onTrack: 2, done: 1 });
    expect(JSON.stringify(paper)).not.toContain('RAHASIA');
  });

  it('lists by agency a shared one with each, by leader those of nobody last', () => {
    expect(told(board(SOME, {}, 'agency').groups)).toEqual([
      [{ agency: 'Dinas Kesehatan' }, 'later'],
      [{ agency: 'Dinas Pekerjaan Umum dan Penataan Ruang' }, 'late', 'later'],
      [{ agency: 'Kecamatan Satui' }, 'done'],
      [{ agency: '' }, 'none'],
    ]);
    expect(told(board(SOME, { agencyId: 'dinkes' }, 'agency').groups)).toEqual([
      [{ agency: 'Dinas Kesehatan' }, 'later'],
    ]);
    expect(told(board(SOME, {}, 'leader').groups)).toEqual([
      [{ leader: 'bupati' }, 'late', 'later', 'done'],
      [{ leader: null }, 'none'],
    ]);
  });

  it('says what was asked for, and how far everybody is with that', () => {
    const paper = board(SOME, { agencyId: 'pupr', leader: 'bupati', text: 'jembatan' });
    expect(paper.filter).toEqual({
      agency: 'Dinas Pekerjaan Umum dan Penataan Ruang',
      short: 'PUPR',
      leader: 'bupati',
      standing: null,
      text: 'jembatan',
    });
    expect(paper.progress).toEqual([
      { name: { leader: 'bupati' }, counts: { late: 1, attention: 0, onTrack: 1, done: 0 } },
      { name: { agency: 'Dinas Kesehatan' }, counts: { late: 0, attention: 0, onTrack: 1, done: 0 } },
      {
        name: { agency: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
        counts: { late: 1, attention: 0, onTrack: 1, done: 0 },
      },
    ]);
    expect(board(SOME, { standing: 'done' }).counts).toEqual({ late: 0, attention: 0, onTrack: 0, done: 1 });
    expect(board(SOME, { text: 'tidak ada' })).toMatchObject({ groups: [], progress: [] });
  });
});

describe('a reminder', () => {
  const carried: Carried = {
    ...SOME,
    problems: [
      carriedProblem('p1', { agencyId: 'pupr' }),
      carriedProblem('p2', { agencyId: 'pupr', since: '2021-04-05' }),
      carriedProblem('p3', { agencyId: 'pupr', private: true, text: 'RAHASIA' }),
      carriedProblem('p4'),
      carriedProblem('p5', { agencyId: 'pupr' }),
    ],
    entries: [
      earlierEntry('x1', 'p1', { recurred: true }, 'm1'),
      earlierEntry('x2', 'p5', { solved: true }, 'm1'),
      earlierEntry('x3', 'later', { status: 'inProgress' }, 'm1'),
    ],
  };

  it('has what one agency has not finished, and its open problems, the most frequent first', () => {
    const paper = reminder(carried, 'pupr');
    expect(paper).toMatchObject({ agency: { short: 'PUPR', head: 'Kepala Dinas' } });
    expect(paper?.followUps.map(({ id, status }) => [id, status])).toEqual([
      ['late', 'open'],
      ['later', 'inProgress'],
    ]);
    expect(paper?.problems.map(({ id, raised }) => [id, raised])).toEqual([
      ['p1', 2],
      ['p2', 1],
    ]);
    expect(JSON.stringify(paper)).not.toContain('RAHASIA');
    expect(reminder(carried, 'satui')).toMatchObject({ followUps: [], problems: [] });
  });

  it('is not there for an agency that nobody knows', () => {
    for (const id of ['gone', 'constructor', '']) expect(reminder(carried, id)).toBeNull();
  });
});

it('no paper has a word of what is private, whatever the meeting, and each has all the rest', () => {
  const seen = { secret: 0, told: 0 };
  const requests: BoardRequest[] = [
    ...BOARD_SORTS.map((sort) => ({ document: 'board' as const, filter: ALL, sort })),
    ...['dinkes', 'pupr', 'satui'].map((agencyId) => ({ document: 'reminder' as const, agencyId })),
  ];
  const marks = (value: unknown): string[] => JSON.stringify(value).match(MARKS) ?? [];
  assertDrawn(
    fc.property(steps(15), (course) => {
      const room = openRoom();
      const { id } = room.item('Dinas Kesehatan');
      for (const [index, visibility] of VISIBILITIES.entries()) {
        room.send(noteOf(id, mark(901 + index), { visibility, kind: 'problem' }));
        const noteId = room.lastNote().id;
        room.send({ type: 'followUp.add', noteId, itemId: null, what: null, pics: null, due: null, status: 'open' });
        room.send({ type: 'problem.keep', noteId, itemId: null, text: null });
      }
      const meeting = playedMeeting(course, room);
      const matters = [...followUpsNow(meeting), ...problemsNow(meeting)];
      const secret = new Set(marks([matters.filter((one) => one.private), meeting.drafts]));
      for (const request of requests) {
        const printed = marks(paperOf(meeting, request));
        expect(printed.filter((one) => secret.has(one))).toEqual([]);
        if (request.document === 'board' && request.sort !== 'agency') {
          const open = followUpsNow(meeting).filter((one) => !one.private);
          expect(printed).toHaveLength(
            marks(open.map(({ what, plan, remark, evidence }) => [what, plan, remark, evidence])).length,
          );
        }
        seen.told += printed.length;
      }
      seen.secret += matters.filter((one) => one.private).length;
    }),
    depth(20, 400),
    () => Math.min(seen.secret, seen.told) > 5,
  );
  expect(Math.min(seen.secret, seen.told)).toBeGreaterThan(5);
});

it('a request is understood as the desk sends it, and nothing else', () => {
  expect(BoardRequest.safeParse({ document: 'board', filter: ALL, sort: 'due' }).success).toBe(true);
  for (const wrong of [
    { document: 'board', filter: ALL, sort: 'name' },
    { document: 'board', filter: { ...ALL, text: 'x'.repeat(501) }, sort: 'due' },
    { document: 'reminder', agencyId: '' },
    { document: 'minutes', agencyId: 'pupr' },
  ]) {
    expect(BoardRequest.safeParse(wrong).success).toBe(false);
  }
});
