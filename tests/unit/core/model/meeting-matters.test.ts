import { expect, it } from 'vitest';
import { followUpNow, followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { openRoom } from '../../../support/build-meeting.ts';

const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;

it('reads the same list until follow-ups or entries change, and then the same unchanged follow-ups', () => {
  const room = openRoom();
  room.send({ ...add, what: 'satu' });
  room.send({ ...add, what: 'dua' });
  const before = followUpsNow(room.meeting());
  room.send({ type: 'meeting.edit', fields: { place: 'Aula' } });
  expect(followUpsNow(room.meeting())).toBe(before);
  const [first, second] = before;
  room.send({ type: 'followUp.edit', followUpId: second?.id ?? '', fields: { remark: 'x' } });
  const after = followUpsNow(room.meeting());
  expect(after).not.toBe(before);
  expect(after[0]).toBe(first);
  expect(after[1]).toMatchObject({ what: 'dua', remark: 'x' });
});

it('reads nothing that is withdrawn, or that is not there', () => {
  const room = openRoom();
  room.send({ ...add, what: 'satu' });
  const [{ id } = { id: '' }] = followUpsNow(room.meeting());
  room.send({ type: 'entry.add', subjectId: id, fields: { withdrawn: true } });
  expect(followUpsNow(room.meeting())).toEqual([]);
  for (const name of [id, 'gone', 'constructor']) expect(followUpNow(room.meeting(), name)).toBeUndefined();
  expect(problemsNow(room.meeting())).toEqual([]);
});
