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
    return unfinishedTexts(room.meeting());
  };
  expect(unfinishedTexts(room.meeting())).toBe(0);
  expect(type(`edit:${noteId}`, 'satu')).toBe(0);
  expect(type(`edit:${noteId}`, 'satu', { kind: 'directive' })).toBe(1);
  expect(type(`edit:${noteId}`, 'satu dan dua')).toBe(1);
  expect(type('compose', 'tiga')).toBe(2);
  expect(type(`wording:${noteId}`, 'satu, diselaraskan')).toBe(3);
  expect(type('compose', '')).toBe(2);
  room.send({ type: 'note.edit', noteId, fields: { text: 'satu dan dua' } });
  expect(unfinishedTexts(room.meeting())).toBe(1);
});
