import type { AgendaItem, ItemId } from './agenda-item.ts';
import type { Meeting } from './meeting.ts';
import type { Note, NoteId } from './note.ts';
import { getOwn } from './own-properties.ts';

type Noted = Pick<Meeting, 'notes'>;

/** The note of a known item. */
export function noteIn({ notes }: Noted, itemId: ItemId, noteId: NoteId): Note | undefined {
  const ofItem = getOwn(notes, itemId);
  return ofItem === undefined ? undefined : getOwn(ofItem, noteId);
}

/** The note with this id in any item; looks at each item that has notes once. */
export function findNote({ notes }: Noted, noteId: NoteId): Note | undefined {
  for (const ofItem of Object.values(notes)) {
    const note = getOwn(ofItem, noteId);
    if (note !== undefined) return note;
  }
  return undefined;
}

/** The notes of an item in order of creation. */
export function notesOf({ notes }: Noted, { id, noteIds }: Pick<AgendaItem, 'id' | 'noteIds'>): Note[] {
  const ofItem = getOwn(notes, id);
  return ofItem === undefined ? [] : noteIds.flatMap((noteId) => getOwn(ofItem, noteId) ?? []);
}

/** All notes of the meeting; within an item in order of creation, the items in no particular order. */
export const allNotes = ({ notes }: Noted): Note[] => Object.values(notes).flatMap((ofItem) => Object.values(ofItem));
