import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#core/commands/apply.ts';
import { problemsNow } from '#core/model/meeting-matters.ts';
import { foldProblem, type ProblemNow, timesRaised } from '#core/model/problem-now.ts';
import { contextOf, countedIds, noteOf, openRoom, type Room } from '../../../support/build-meeting.ts';
import { withCarriedProblem } from '../../../support/matter-messages.ts';

type Keep = Extract<Command, { type: 'problem.keep' }>;
const keep = (fields: Partial<Keep>): Keep => ({
  type: 'problem.keep',
  noteId: null,
  itemId: null,
  text: null,
  ...fields,
});
const last = (room: Room): ProblemNow => {
  const found = problemsNow(room.meeting()).at(-1);
  if (found === undefined) throw new Error('no problem');
  return found;
};
const withNote = (fields: Parameters<typeof noteOf>[2] = {}): { room: Room; noteId: string; itemId: string } => {
  const room = openRoom();
  const itemId = room.item('Dinas Kesehatan').id;
  room.send(noteOf(itemId, 'Dokter kurang', { kind: 'problem', ...fields }));
  return { room, noteId: room.lastNote().id, itemId };
};

describe('a problem', () => {
  it('of a note is the presenting agency’s, since the day of the note', () => {
    const { room, noteId, itemId } = withNote();
    room.clock.advance(86_400_000);
    room.send(keep({ noteId }));
    expect(last(room)).toMatchObject({
      text: 'Dokter kurang',
      agencyId: 'dinkes',
      since: '2021-05-17',
      noteId,
      itemId,
      private: false,
      origin: null,
      solved: false,
    });
    expect(room.refusal(keep({ noteId }))).toBe('problemKept');
  });

  it('of the sheet has its words, and of no agency is refused', () => {
    const room = openRoom();
    room.send(keep({ itemId: room.item('Dinas Kesehatan').id, text: ' Alat rusak ' }));
    expect(last(room)).toMatchObject({ text: 'Alat rusak', agencyId: 'dinkes', noteId: null });
    const { id: itemId } = room.item('opening');
    expect(room.refusal(keep({ itemId, text: 'x' }))).toBe('unknownAgency');
    expect(room.refusal(keep({ itemId, text: 'x', agencyId: 'gone' }))).toBe('unknownAgency');
    room.send(keep({ itemId, text: 'x', agencyId: 'pupr' }));
    expect(last(room).agencyId).toBe('pupr');
    expect(room.refusal(keep({ itemId, text: ' ' }))).toBe('noteEmpty');
  });

  it('is as private as its note, and moves with it', () => {
    const { room, noteId } = withNote();
    room.send(keep({ noteId }));
    room.send({ type: 'note.edit', noteId, fields: { visibility: 'private' } });
    expect(last(room).private).toBe(true);
    const { id: itemId } = room.item('opening');
    room.send({ type: 'note.move', noteId, itemId });
    expect(last(room).itemId).toBe(itemId);
  });

  it('is solved, opened again, corrected, and says when', () => {
    const { room, noteId } = withNote();
    room.send(keep({ noteId }));
    const problemId = last(room).id;
    room.send({ type: 'problem.edit', problemId, fields: { text: 'Dokter spesialis kurang', agencyId: 'pupr' } });
    room.send({ type: 'problem.solve', problemId, solved: true, remark: 'Dua dokter baru', by: 'sekda' });
    expect(last(room)).toMatchObject({
      text: 'Dokter spesialis kurang',
      agencyId: 'pupr',
      solved: true,
      solvedOn: '2021-05-17',
      remark: 'Dua dokter baru',
    });
    room.send({ type: 'problem.solve', problemId, solved: false });
    expect(last(room)).toMatchObject({ solved: false, solvedOn: null });
    expect(last(room).entries).toHaveLength(3);
  });

  it('is raised once in a meeting: not again where it was raised first', () => {
    const { room, noteId } = withNote();
    room.send(keep({ noteId }));
    expect(room.refusal({ type: 'problem.recur', problemId: last(room).id })).toBe('problemRaised');
    expect(timesRaised(last(room), room.meeting().id)).toBe(1);
  });

  it('of an earlier meeting is raised again once a meeting, which opens it again', () => {
    const room = openRoom();
    let meeting = withCarriedProblem(room.meeting());
    const send = (command: Command): void => {
      meeting = applyCommand(meeting, command, contextOf(room.clock, countedIds('e'))).meeting;
    };
    send({ type: 'problem.recur', problemId: 'p0' });
    expect(() => send({ type: 'problem.recur', problemId: 'p0' })).toThrow('problemRaised');
    const [raised] = problemsNow(meeting);
    expect(raised).toMatchObject({ solved: false, entries: [{ fields: { recurred: true } }] });
    expect(raised && timesRaised(raised, meeting.id)).toBe(2);
  });

  it('that was solved is open when it is raised again', () => {
    const room = openRoom();
    const problemId = 'p0';
    let meeting = withCarriedProblem(room.meeting());
    const newId = countedIds('e');
    for (const type of ['problem.solve', 'problem.recur'] as const) {
      meeting = applyCommand(meeting, { type, problemId, solved: true }, contextOf(room.clock, newId)).meeting;
    }
    expect(problemsNow(meeting)).toMatchObject([{ solved: false, solvedOn: null }]);
    // Also where the meeting that raised it again did not know that it was solved.
    const [problem] = Object.values(meeting.problems.items);
    const entries = Object.values(meeting.entries).map((entry) =>
      entry.fields.recurred ? { ...entry, fields: { recurred: true as const } } : entry,
    );
    expect(problem && foldProblem(problem, entries)).toMatchObject({ solved: false, solvedOn: null });
  });

  it('of this meeting is deleted, and one with entries is withdrawn', () => {
    const { room, noteId } = withNote();
    room.send(keep({ noteId }));
    room.send({ type: 'problem.delete', problemId: last(room).id });
    expect(room.meeting().problems).toEqual({ order: [], items: {} });
    room.send(keep({ noteId }));
    const problemId = last(room).id;
    room.send({ type: 'problem.edit', problemId, fields: { remark: 'x' } });
    room.send({ type: 'problem.delete', problemId });
    expect(problemsNow(room.meeting())).toEqual([]);
    expect(room.meeting().problems.order).toEqual([problemId]);
  });

  it('takes no entry that is not of a problem', () => {
    const { room, noteId } = withNote();
    room.send(keep({ noteId }));
    const subjectId = last(room).id;
    expect(room.refusal({ type: 'entry.add', subjectId, fields: { status: 'done' } })).toBe('badMessage');
    expect(room.refusal({ type: 'entry.add', subjectId, fields: { pics: ['pupr', 'satui'] } })).toBe('badMessage');
  });
});
