import { expect, it } from 'vitest';
import { unfinishedTexts } from '#core/minutes/unfinished.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';

it('counts what is typed and not saved: a new note, an edited one, words for the minutes, and nothing that is unchanged', () => {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  room.send(noteOf(itemId, 'satu'));
  const noteId = room.lastNote().id;
  const draft = { itemId, author: { kind: 'leader', role: 'bupati' }, kind: 'note', visibility: 'internal' } as const;
  const type = (key: string, text: string, fields = {}) => {
    room.send({ type: 'draft.set', key, draft: { ...draft, text, ...fields } });
    return unfinishedTexts(room.meeting()).length;
  };
  expect(unfinishedTexts(room.meeting())).toEqual([]);
  expect(type(`edit:${noteId}`, 'satu')).toBe(0);
  expect(type(`edit:${noteId}`, 'satu', { kind: 'directive' })).toBe(1);
  expect(type(`edit:${noteId}`, 'satu dan dua')).toBe(1);
  expect(type('compose', 'tiga')).toBe(2);
  expect(type(`wording:${noteId}`, 'satu, diselaraskan')).toBe(3);
  expect(type('compose', '')).toBe(2);
  room.send({ type: 'note.edit', noteId, fields: { text: 'satu dan dua' } });
  expect(unfinishedTexts(room.meeting())).toMatchObject([{ item: { id: itemId }, noteId, isWording: true }]);
});

it('names whose texts they are, in the order of the agenda', () => {
  const room = openRoom();
  const [first, last] = [room.item('Dinas Kesehatan').id, room.item('Kecamatan Satui').id];
  const draft = { author: { kind: 'leader', role: 'bupati' }, kind: 'note', visibility: 'internal' } as const;
  room.send(noteOf(last, 'dua'));
  const noteId = room.lastNote().id;
  room.send({ type: 'draft.set', key: `edit:${noteId}`, draft: { ...draft, itemId: last, text: 'dua dan tiga' } });
  room.send({ type: 'draft.set', key: 'compose', draft: { ...draft, itemId: first, text: 'satu' } });
  expect(unfinishedTexts(room.meeting())).toMatchObject([
    { item: { id: first }, noteId: null },
    { item: { id: last }, noteId },
  ]);
});
