import { applyPatches } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Applied, Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes, findNote, noteIn, notesOf } from '#core/model/meeting-notes.ts';
import { HOSTILE_IDS } from '../../../support/arbitraries.ts';
import { noteOf, openRoom, type Room } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const SATUI = 'Kecamatan Satui';

/** Sends a command and returns the meeting before it too; its patches must lead both ways exactly. */
function change(room: Room, command: Command): Applied & { before: Meeting } {
  const before = room.meeting();
  const applied = room.send(command);
  const { meeting, patches, inverse } = applied;
  expect(applyPatches(before, [...patches])).toStrictEqual(meeting);
  expect(applyPatches(meeting, [...inverse])).toStrictEqual(before);
  return { ...applied, before };
}

describe('the notes of a meeting', () => {
  it('are stored under their items, and only under items that have some', () => {
    const room = openRoom();
    const [dinkes, satui] = [room.item(DINKES).id, room.item(SATUI).id];
    expect(room.meeting().notes).toEqual({});
    change(room, noteOf(dinkes, 'Satu'));
    const { id: first } = room.lastNote();
    change(room, noteOf(dinkes, 'Dua'));
    const { id: second } = room.lastNote();
    expect(Object.keys(room.meeting().notes)).toEqual([dinkes]);
    change(room, { type: 'note.move', noteId: first, itemId: satui });
    expect(Object.keys(room.meeting().notes)).toEqual([dinkes, satui]);
    change(room, { type: 'note.move', noteId: second, itemId: satui });
    expect(Object.keys(room.meeting().notes)).toEqual([satui]);
    expect(notesOf(room.meeting(), room.item(SATUI)).map(({ text }) => text)).toEqual(['Satu', 'Dua']);
    change(room, { type: 'note.delete', noteId: first });
    change(room, { type: 'note.delete', noteId: second });
    expect(room.meeting().notes).toEqual({});
  });

  it('go with their item and come back with it', () => {
    const room = openRoom();
    change(room, noteOf(room.item(DINKES).id, 'Satu'));
    change(room, noteOf(room.item(SATUI).id, 'Dua'));
    change(room, { type: 'agenda.remove', itemId: room.item(DINKES).id });
    expect(allNotes(room.meeting()).map(({ text }) => text)).toEqual(['Dua']);
  });

  it('of other items are left untouched by a change, and its patches name the one note', () => {
    const room = openRoom();
    const [dinkes, satui] = [room.item(DINKES).id, room.item(SATUI).id];
    room.send(noteOf(dinkes, 'Satu'));
    room.send(noteOf(satui, 'Dua'));
    const { id } = room.lastNote();
    const { before, meeting, patches } = change(room, { type: 'note.edit', noteId: id, fields: { text: 'Tiga' } });
    expect(meeting.notes[dinkes]).toBe(before.notes[dinkes]);
    expect(meeting.agenda).toBe(before.agenda);
    expect(patches).toEqual([{ op: 'replace', path: ['notes', satui, id, 'text'], value: 'Tiga' }]);
    const added = change(room, noteOf(satui, 'Empat'));
    expect(added.meeting.notes[dinkes]).toBe(before.notes[dinkes]);
    expect(added.patches.map(({ path }) => path.slice(0, 2)).toSorted()).toEqual([
      ['agenda', 'items'],
      ['notes', satui],
    ]);
  });

  it('are found by their id alone, or in their item, and under no name that every object has', () => {
    const room = openRoom();
    const itemId = room.item(DINKES).id;
    room.send(noteOf(itemId, 'Satu'));
    const note = room.lastNote();
    const meeting = room.meeting();
    expect(findNote(meeting, note.id)).toBe(note);
    expect(noteIn(meeting, itemId, note.id)).toBe(note);
    expect(noteIn(meeting, room.item(SATUI).id, note.id)).toBeUndefined();
    for (const id of HOSTILE_IDS) {
      expect(findNote(meeting, id)).toBeUndefined();
      expect(noteIn(meeting, itemId, id)).toBeUndefined();
      expect(noteIn(meeting, id, note.id)).toBeUndefined();
      expect(noteIn(meeting, id, id)).toBeUndefined();
      expect(notesOf(meeting, { id, noteIds: [id] })).toEqual([]);
    }
  });
});
