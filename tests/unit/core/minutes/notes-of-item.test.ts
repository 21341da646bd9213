import { expect, test } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';
import { optionsWith } from '../../../support/document-page.ts';

/** A turn with slides: two directives on two pages, a decision, and a note from before the slides were shown. */
function presented() {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  room.send({
    type: 'slides.attach',
    itemId,
    slides: { hash: 'a'.repeat(64), name: 'bahan.pdf', bytes: 9, pages: 12 },
  });
  room.send({ type: 'turn.call', itemId });
  room.send({ type: 'turn.start' });
  room.send(noteOf(itemId, 'sebelum'));
  room.send({ type: 'screen.layout', layout: 'slides' });
  const noted = (page: number, text: string, kind: 'directive' | 'decision') => {
    room.send({ type: 'slides.page', itemId, page });
    room.send(noteOf(itemId, text, { kind }));
    return room.lastNote().id;
  };
  const ids = [noted(9, 'pertama', 'directive'), noted(7, 'kedua', 'directive'), noted(3, 'putusan', 'decision')];
  return { room, itemId, ids };
}
const pages = (room: ReturnType<typeof openRoom>, include = {}, rest = {}) => {
  const { items, decisions } = minutesOf(room.meeting(), optionsWith(rest, { pages: true, ...include }));
  const notes = [...items.flatMap((item) => item.notes.flatMap((group) => group.notes)), ...decisions];
  return Object.fromEntries(notes.map((note) => [note.text, note.pages]));
};

test('a note says on which page it was begun, if the export asks for that and is not strict', () => {
  const { room } = presented();
  expect(pages(room)).toEqual({ sebelum: [], pertama: [9], kedua: [7], putusan: [3] });
  const none = { sebelum: [], pertama: [], kedua: [], putusan: [] };
  expect(pages(room, { pages: false })).toEqual(none);
  expect(pages(room, {}, { strict: true })).toEqual(none);
});

test('notes that are printed together say their pages in order; of slides that were taken off none is said', () => {
  const { room, itemId, ids } = presented();
  room.send({ type: 'wording.merge', noteId: ids[1] ?? '', into: ids[0] ?? '' });
  expect(Object.values(pages(room))).toContainEqual([7, 9]);
  room.send({ type: 'slides.detach', itemId });
  expect(Object.values(pages(room)).flat()).toEqual([]);
});
