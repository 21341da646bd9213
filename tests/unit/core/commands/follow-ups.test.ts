import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { FollowUpNow } from '#core/model/follow-up-now.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { noteOf, openRoom, type Room } from '../../../support/build-meeting.ts';

type Add = Extract<Command, { type: 'followUp.add' }>;
const add = (fields: Partial<Add>): Add => ({
  type: 'followUp.add',
  noteId: null,
  itemId: null,
  what: null,
  pics: null,
  due: null,
  status: 'open',
  ...fields,
});
const last = (room: Room): FollowUpNow => {
  const found = followUpsNow(room.meeting()).at(-1);
  if (found === undefined) throw new Error('no follow-up');
  return found;
};
const withNote = (fields: Parameters<typeof noteOf>[2] = {}): { room: Room; noteId: string; itemId: string } => {
  const room = openRoom();
  const itemId = room.item('Dinas Kesehatan').id;
  room.send(noteOf(itemId, 'Percepat puskesmas', { kind: 'directive', ...fields }));
  return { room, noteId: room.lastNote().id, itemId };
};

describe('a follow-up', () => {
  it('of a note copies its words, its author, its item and the presenting agency', () => {
    const { room, noteId, itemId } = withNote();
    room.send(add({ noteId, due: '2021-06-30' }));
    expect(last(room)).toMatchObject({
      what: 'Percepat puskesmas',
      pics: ['dinkes'],
      due: '2021-06-30',
      status: 'open',
      doneOn: null,
      noteId,
      itemId,
      author: { kind: 'leader', role: 'bupati' },
      private: false,
      origin: null,
    });
  });

  it('of a note that concerns another agency puts that one in charge', () => {
    const { room, noteId } = withNote({ concerns: 'pupr' });
    room.send(add({ noteId }));
    expect(last(room).pics).toEqual(['pupr']);
  });

  it('of a private note is private', () => {
    const { room, noteId } = withNote({ visibility: 'private' });
    room.send(add({ noteId, what: 'Dengan kata lain' }));
    expect(last(room).private).toBe(true);
  });

  it('without a note is what is written, for whom it is said', () => {
    const room = openRoom();
    room.send(add({ what: '  Rapat lagi ', pics: ['pupr', 'satui'] }));
    expect(last(room)).toMatchObject({ what: 'Rapat lagi', pics: ['pupr', 'satui'], noteId: null, author: null });
  });

  it('outlives its note', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    room.send({ type: 'note.delete', noteId });
    expect(last(room)).toMatchObject({ what: 'Percepat puskesmas', author: { kind: 'leader', role: 'bupati' } });
  });

  it('is refused when empty, or of what the meeting does not know', () => {
    const { room, noteId } = withNote();
    expect(room.refusal(add({ what: ' ' }))).toBe('noteEmpty');
    expect(room.refusal(add({ noteId, what: ' ' }))).toBe('noteEmpty');
    expect(room.refusal(add({ noteId: 'gone' }))).toBe('unknownNote');
    expect(room.refusal(add({ itemId: 'gone', what: 'x' }))).toBe('unknownItem');
    expect(room.refusal(add({ noteId, pics: ['dinkes', 'gone'] }))).toBe('unknownAgency');
    expect(room.refusal(add({ noteId, due: '2021-02-30' }))).toBe('badMessage');
    expect(room.refusal(add({ what: 'x'.repeat(20_001) }))).toBe('textTooLong');
  });
});

describe('changing a follow-up', () => {
  it('to done records the day in the zone of the meeting, and away from it forgets it', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const followUpId = last(room).id;
    room.send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
    expect(last(room)).toMatchObject({ status: 'done', doneOn: '2021-05-17' });
    room.clock.advance(86_400_000);
    room.send({ type: 'followUp.edit', followUpId, fields: { status: 'done', remark: 'SK terbit' } });
    expect(last(room)).toMatchObject({ remark: 'SK terbit', doneOn: '2021-05-17' });
    room.send({ type: 'followUp.edit', followUpId, fields: { status: 'inProgress' } });
    expect(last(room).doneOn).toBeNull();
  });

  it('that is born done has its day', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId, status: 'done' }));
    expect(last(room).doneOn).toBe('2021-05-17');
  });

  it('leaves what is not given, also when it is given as undefined', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const before = last(room);
    room.send({ type: 'followUp.edit', followUpId: before.id, fields: { plan: 'Lelang', what: undefined } });
    expect(last(room)).toEqual({
      ...before,
      plan: 'Lelang',
      entries: [expect.objectContaining({ fields: { plan: 'Lelang' } })],
    });
  });

  it('is refused for agencies and follow-ups that are not there, and for empty words', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const followUpId = last(room).id;
    expect(room.refusal({ type: 'followUp.edit', followUpId, fields: { pics: ['gone'] } })).toBe('unknownAgency');
    expect(room.refusal({ type: 'followUp.edit', followUpId, fields: { what: ' ' } })).toBe('badMessage');
    expect(room.refusal({ type: 'followUp.edit', followUpId: 'gone', fields: {} })).toBe('unknownFollowUp');
    expect(room.refusal({ type: 'followUp.delete', followUpId: 'gone' })).toBe('unknownFollowUp');
  });

  it('removes it from the list', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    room.send({ type: 'followUp.delete', followUpId: last(room).id });
    expect(room.meeting().followUps).toEqual({ order: [], items: {} });
  });

  it('keeps the record as it was ordered, and says in an entry what changed, when, where and in whose name', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const [record] = Object.values(room.meeting().followUps.items);
    const followUpId = last(room).id;
    room.clock.advance(86_400_000);
    const fields = { status: 'inProgress', plan: '', remark: 'Lelang', evidence: 'SK 12' } as const;
    room.send({ type: 'followUp.edit', followUpId, by: 'sekda', fields });
    expect(Object.values(room.meeting().followUps.items)).toEqual([record]);
    expect(last(room).entries).toEqual([
      {
        id: expect.any(String),
        subjectId: followUpId,
        at: room.clock.at(),
        on: '2021-05-18',
        madeIn: room.meeting().id,
        by: 'sekda',
        fields: { status: 'inProgress', remark: 'Lelang', evidence: 'SK 12' },
      },
    ]);
    expect(last(room)).toMatchObject(fields);
    expect(room.send({ type: 'followUp.edit', followUpId, fields }).patches).toEqual([]);
  });

  it('counts the later of two changes, also if the clock was set back in between', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const followUpId = last(room).id;
    room.send({ type: 'followUp.edit', followUpId, fields: { status: 'done' } });
    room.clock.advance(-3_600_000);
    room.send({ type: 'followUp.edit', followUpId, fields: { status: 'inProgress' } });
    expect(last(room)).toMatchObject({ status: 'inProgress', doneOn: null });
  });

  it('is on no day before the meeting was made, also in one that never opened, on a clock that was set back', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    room.clock.advance(-3 * 86_400_000);
    room.send({ type: 'followUp.edit', followUpId: last(room).id, fields: { status: 'done' } });
    expect(last(room).doneOn).toBe(civilDateAt(room.meeting().createdAt, room.meeting().zone));
  });

  it('extends the due date when that is granted, and never to an earlier one', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId, due: '2021-06-30' }));
    const followUpId = last(room).id;
    room.send({ type: 'followUp.extend', followUpId, due: '2021-07-31', answer: 'proposed' });
    expect(last(room)).toMatchObject({ due: '2021-06-30', extension: { due: '2021-07-31', answer: 'proposed' } });
    room.send({ type: 'followUp.extend', followUpId, due: '2021-07-31', answer: 'granted', by: 'bupati' });
    expect(last(room)).toMatchObject({ due: '2021-07-31', extension: { answer: 'granted' } });
    expect(room.send({ type: 'followUp.extend', followUpId, due: '2021-07-31', answer: 'granted' }).patches).toEqual(
      [],
    );
    const earlier = { type: 'followUp.extend', followUpId, due: '2021-07-31', answer: 'refused' } as const;
    expect(room.refusal(earlier)).toBe('extensionNotLater');
  });

  it('withdraws one of which something was said since, and an entry brings it back', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const followUpId = last(room).id;
    room.send({ type: 'followUp.edit', followUpId, fields: { remark: 'Lelang' } });
    room.send({ type: 'followUp.delete', followUpId });
    expect(followUpsNow(room.meeting())).toEqual([]);
    expect(room.meeting().followUps.order).toEqual([followUpId]);
    expect(room.refusal({ type: 'followUp.edit', followUpId, fields: { remark: 'x' } })).toBe('unknownFollowUp');
    room.send({ type: 'entry.add', subjectId: followUpId, fields: { withdrawn: false } });
    expect(last(room)).toMatchObject({ remark: 'Lelang', withdrawn: false });
  });

  it('takes no entry that is not of a follow-up', () => {
    const { room, noteId } = withNote();
    room.send(add({ noteId }));
    const subjectId = last(room).id;
    expect(room.refusal({ type: 'entry.add', subjectId, fields: { solved: true } })).toBe('badMessage');
    expect(room.refusal({ type: 'entry.add', subjectId, fields: { pics: ['gone'] } })).toBe('unknownAgency');
    expect(room.refusal({ type: 'entry.add', subjectId: 'gone', fields: {} })).toBe('unknownFollowUp');
  });
});
