import { wordingRows } from '#core/minutes/wording.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes, findNote, notesOf } from '#core/model/meeting-notes.ts';
import { isSameAuthor } from '#core/model/note.ts';

/** How the minutes print a note now; empty if they do not. */
export function printedText(meeting: Meeting, noteId: string): string {
  const item = meeting.agenda.items[findNote(meeting, noteId)?.itemId ?? ''];
  if (item === undefined) return '';
  return wordingRows(meeting, item).find(({ note }) => note.id === noteId)?.text ?? '';
}

/** The other notes of a note's item, author and kind: those with which it may be grouped. */
export function wordingMates(meeting: Meeting, noteId: string): string[] {
  const note = findNote(meeting, noteId);
  const item = meeting.agenda.items[note?.itemId ?? ''];
  if (note === undefined || item === undefined) return [];
  return notesOf(meeting, item)
    .filter((other) => other.id !== noteId && other.kind === note.kind && isSameAuthor(other.author, note.author))
    .map(({ id }) => id);
}

/** The notes that may be grouped with another. */
export const matedNotes = (meeting: Meeting): string[] =>
  allNotes(meeting).flatMap(({ id }) => (wordingMates(meeting, id).length > 0 ? [id] : []));

/** The notes that are grouped under another. */
export const mergedNotes = (meeting: Meeting): string[] =>
  Object.entries(meeting.wording.notes).flatMap(([id, { mergedInto }]) => (mergedInto === null ? [] : [id]));

/** The notes under which others are grouped. */
export const headsOfGroups = (meeting: Meeting): string[] =>
  Object.values(meeting.wording.notes).flatMap(({ mergedInto }) => mergedInto ?? []);
