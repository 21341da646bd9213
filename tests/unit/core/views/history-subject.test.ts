import { expect, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { Role } from '#core/model/roles.ts';
import { historySubject } from '#core/views/history-subject.ts';
import { openRoom } from '../../../support/build-meeting.ts';

const room = () => {
  const self = openRoom();
  const itemId = self.item('Dinas Kesehatan').id;
  const subjectOf = (command: Command) => {
    const { type, patches, inverse } = self.send(command);
    return historySubject(self.meeting(), type, patches, inverse);
  };
  const note = (role: Role): Command => ({
    type: 'note.add',
    itemId,
    author: { kind: 'leader', role },
    kind: 'note',
    visibility: 'internal',
    text: 'Perbaiki',
    concerns: null,
  });
  return { self, itemId, subjectOf, note };
};

test('a step about a note is named by its author, whether the note is added, changed or deleted', () => {
  const { self, subjectOf, note } = room();
  const sekda = { author: { kind: 'leader', role: 'sekda' }, itemId: null };
  expect(subjectOf(note('sekda'))).toEqual(sekda);
  const noteId = self.lastNote().id;
  expect(subjectOf({ type: 'note.edit', noteId, fields: { text: 'Perbaiki segera' } })).toEqual(sekda);
  expect(subjectOf(note('bupati'))).toEqual({ author: { kind: 'leader', role: 'bupati' }, itemId: null });
  expect(subjectOf({ type: 'note.delete', noteId })).toEqual(sekda);
  expect(subjectOf({ type: 'note.delete', noteId: self.lastNote().id })).toMatchObject({ author: { role: 'bupati' } });
});

test('a step about an item is named by the item, and one about the meeting by neither', () => {
  const { itemId, subjectOf } = room();
  expect(subjectOf({ type: 'turn.call', itemId })).toEqual({ author: null, itemId });
  expect(subjectOf({ type: 'turn.start' })).toEqual({ author: null, itemId });
  expect(subjectOf({ type: 'meeting.edit', fields: { theme: 'Tema' } })).toEqual({ author: null, itemId: null });
});

test('a step of a turn is named by its own turn, not by the one that it moves along', () => {
  const { self, itemId, subjectOf } = room();
  const next = self.item('Dinas Pekerjaan Umum dan Penataan Ruang').id;
  const last = self.item('Kecamatan Satui').id;
  expect(subjectOf({ type: 'turn.call', itemId: next })).toMatchObject({ itemId: next });
  expect(subjectOf({ type: 'turn.call', itemId: last })).toMatchObject({ itemId: last });
  self.send({ type: 'turn.start' });
  expect(subjectOf({ type: 'turn.finish', callNext: true })).toMatchObject({ itemId: last });
  expect(subjectOf({ type: 'turn.skip', itemId })).toMatchObject({ itemId });
  expect(subjectOf({ type: 'turn.bringBack', itemId })).toMatchObject({ itemId });
});
