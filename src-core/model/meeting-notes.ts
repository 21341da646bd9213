import type { AgendaItem, ItemId } from './agenda-item.ts';
import type { Meeting } from './meeting.ts';
import type { Note, NoteId } from './note.ts';
import { own } from './own.ts';

type Noted = Pick<Meeting, 'notes'>;

/** The note of an item; for whoever knows where it stands. */
export function noteIn({ notes }: Noted, itemId: ItemId, noteId: NoteId): Note | undefined {
  const ofItem = own(notes, itemId);
  return ofItem === undefined ? undefined : own(ofItem, noteId);
}

/** The note with this id, wherever it stands; looks once at each item that has notes. */
export function findNote({ notes }: Noted, noteId: NoteId): Note | undefined {
  for (const ofItem of Object.values(notes)) {
    const note = own(ofItem, noteId);
    if (note !== undefined) return note;
  }
  return undefined;
}

/** The notes of an item in the order in which they were made. */
export function notesOf({ notes }: Noted, { id, noteIds }: Pick<AgendaItem, 'id' | 'noteIds'>): Note[] {
  const ofItem = own(notes, id);
  return ofItem === undefined ? [] : noteIds.flatMap((noteId) => own(ofItem, noteId) ?? []);
}

/** Every note of the meeting, item by item; within an item as they were made, the items in no order that means anything. */
export const allNotes = ({ notes }: Noted): Note[] => Object.values(notes).flatMap((ofItem) => Object.values(ofItem));
