import type { FollowUp } from './follow-up.ts';
import type { Meeting } from './meeting.ts';
import { allNotes, findNote } from './meeting-notes.ts';
import type { Note, Visibility } from './note.ts';

/**
 * Who reads what. room: the projector. public: a text for messengers, a document without internal notes. panel: the
 * leaders and the minutes, who may read internal notes.
 */
export type Reader = 'room' | 'public' | 'panel';

/** Who reads a document, according to the export's options. */
export const readerOf = ({ internalNotes }: { readonly internalNotes: boolean }): Reader =>
  internalNotes ? 'panel' : 'public';

/**
 * Whether a note may be shown to somebody. The one rule for the projector, every document and every text. Nobody may
 * read a private note.
 */
export function mayRead(reader: Reader, { visibility }: Pick<Note, 'visibility'>): boolean {
  switch (visibility) {
    case 'private':
      return false;
    case 'internal':
      return reader === 'panel';
    case 'shown':
      return true;
    default:
      return visibility satisfies never;
  }
}

/** What decides who may read a follow-up or a problem; a problem names nobody. */
type Readable = Pick<FollowUp, 'private' | 'noteId' | 'shown' | 'public' | 'origin'> &
  Partial<Pick<FollowUp, 'author'>>;

/**
 * Whether a record without a note here is for everybody. Made by hand it is. A copy says so itself; one of an older file
 * is if the room could see it, or if nobody is cited: then it was made by hand.
 */
const isForAll = ({ origin, shown, author, public: marked }: Readable): boolean =>
  origin === null || (marked ?? (shown === true || author === null));

/**
 * The same for a follow-up or a problem: it follows its note, even after the note was deleted, and in the meetings to
 * which it is carried, where the note is not. One made by hand, without a note, is on no projector.
 */
export function mayReadFollowUp(meeting: Pick<Meeting, 'notes'>, reader: Reader, followUp: Readable): boolean {
  if (followUp.private) return false;
  if (followUp.noteId === null)
    return reader === 'panel' || (reader === 'room' ? followUp.shown === true : isForAll(followUp));
  const note = findNote(meeting, followUp.noteId);
  return note === undefined ? reader === 'panel' : mayRead(reader, note);
}

/** From private to the projector in one step. It takes two: first internal, then shown. */
export const isLeap = (from: Visibility, to: Visibility): boolean => from === 'private' && to === 'shown';

/** The notes that a change of any kind would take from private to shown. */
export function leapingNotes(before: Pick<Meeting, 'notes'>, after: Pick<Meeting, 'notes'>): Note[] {
  if (before.notes === after.notes) return [];
  const was = new Map(allNotes(before).map(({ id, visibility }) => [id, visibility]));
  return allNotes(after).filter(({ id, visibility }) => isLeap(was.get(id) ?? visibility, visibility));
}
