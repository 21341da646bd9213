import { expect, it } from 'vitest';
import { digestIn, digestOf, digestParts } from '#core/archive/digest.ts';
import { MINUTE } from '#core/time/units.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';

it('a digest says who came, what was said, and for how long', () => {
  const room = openRoom();
  const itemOf = (name: string) => room.item(name).id;
  start(room, 'Dinas Kesehatan');
  room.clock.advance(7 * MINUTE);
  room.send(noteOf(itemOf('Dinas Kesehatan'), 'Tekan stunting', { kind: 'directive', visibility: 'private' }));
  room.send({ type: 'turn.finish', callNext: false });
  const digest = digestOf(room.meeting(), 12);
  expect(digest).toMatchObject({ title: 'Rakor 17 Mei 2021', date: '2021-05-17', seq: 12, rehearsal: false });
  expect(digest.turns.map(({ itemId }) => itemId)).toEqual(room.meeting().agenda.order);
  expect(digest.turns.find(({ agencyId }) => agencyId === 'dinkes')).toMatchObject({
    status: 'done',
    spent: 7 * MINUTE,
    attendance: 'present',
    sheet: null,
  });
  expect(digest.notes).toMatchObject([{ text: 'Tekan stunting', kind: 'directive', visibility: 'private', minute: 8 }]);
});

it('an agency is present or represented by its presenter, else by the attendance list, and absent when all is over', () => {
  const room = openRoom();
  const attendance = (id: string) =>
    digestOf(room.meeting(), 1).turns.find(({ agencyId }) => agencyId === id)?.attendance;
  const presenter = { name: 'Sekretaris', office: '', acting: 'none', representing: true } as const;
  room.send({ type: 'item.edit', itemId: room.item('Dinas Kesehatan').id, fields: { presenter } });
  start(room, 'Dinas Kesehatan');
  expect([attendance('dinkes'), attendance('pupr'), attendance('satui')]).toEqual(['represented', null, null]);
  const person = { name: 'Camat', office: '', acting: 'none', representing: false, agencyId: 'satui' } as const;
  room.send({ type: 'attendance.add', ...person });
  room.send({ type: 'attendance.tick', attendeeId: room.meeting().attendance.order[0] ?? '', present: true });
  room.send({ type: 'turn.finish', callNext: false });
  room.send({ type: 'meeting.finish' });
  expect([attendance('dinkes'), attendance('pupr'), attendance('satui')]).toEqual(['represented', 'absent', 'present']);
  expect(digestOf(room.meeting(), 1).turns.find(({ kind }) => kind === 'opening')?.attendance).toBeNull();
});

it('is read back as it was written, and nothing else is a digest', () => {
  const digest = digestOf(openRoom().meeting(), 3);
  expect(digestIn(JSON.stringify(digest))).toEqual(JSON.parse(JSON.stringify(digest)));
  const { notes: _, ...without } = digest;
  for (const text of ['', 'null', '{}', '[1]', JSON.stringify({ digest }), JSON.stringify(without)])
    expect(digestIn(text)).toBeNull();
});

it('depends on no draft: what is being typed makes no new one', () => {
  const room = openRoom();
  const before = room.meeting();
  const item = room.item('Dinas Kesehatan');
  const author = { kind: 'leader', role: 'bupati' } as const;
  const draft = { itemId: item.id, author, kind: 'note', visibility: 'auto', text: 'Se' } as const;
  room.send({ type: 'draft.set', key: 'compose', draft });
  expect(room.meeting()).not.toBe(before);
  const same = (): boolean => digestParts(room.meeting()).every((part, n) => Object.is(part, digestParts(before)[n]));
  expect(same()).toBe(true);
  room.send(noteOf(item.id, 'Sekarang'));
  expect(same()).toBe(false);
});
