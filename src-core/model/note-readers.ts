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

/**
 * The same for a follow-up or a problem: it follows its note, even after the note was deleted. One without a note, as
 * in the meetings to which it is carried, is on the projector only if its note could be.
 */
export function mayReadFollowUp(
  meeting: Pick<Meeting, 'notes'>,
  reader: Reader,
  followUp: Pick<FollowUp, 'private' | 'noteId' | 'shown'>,
): boolean {
  if (followUp.private) return false;
  if (followUp.noteId === null) return reader !== 'room' || followUp.shown === true;
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
