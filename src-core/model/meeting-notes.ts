import type { AgendaItem, ItemId } from './agenda-item.ts';
import type { FollowUp } from './follow-up.ts';
import type { Meeting } from './meeting.ts';
import { isSameAuthor, type Note, type NoteId } from './note.ts';
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

type Citing = Pick<FollowUp, 'noteId' | 'itemId' | 'kind' | 'author'>;

/** Whose words a follow-up came from, and of what kind they were: as its note says now, without it as they were then. */
export function citedFrom(noted: Noted, { noteId, itemId, kind, author }: Citing): Pick<FollowUp, 'kind' | 'author'> {
  // Asked with every change for each card: the note is mostly where it was when it was ordered.
  const there = noteId === null || itemId === null ? undefined : noteIn(noted, itemId, noteId);
  const note = there ?? (noteId === null ? undefined : findNote(noted, noteId));
  return note === undefined ? { kind, author } : { kind: note.kind, author: note.author };
}

/** The record as other documents are to know it: they do not have its note. */
export function withCite<R extends Citing>(noted: Noted, record: R): R {
  const { kind, author } = citedFrom(noted, record);
  const isSame =
    author === record.author || (author !== null && record.author !== null && isSameAuthor(author, record.author));
  return isSame && kind === record.kind ? record : { ...record, kind, author };
}
