import type { AgendaItem } from '../model/agenda-item.ts';
import { NOTE_MAX } from '../model/lengths.ts';
import type { Note } from '../model/note.ts';
import { getOwn } from '../model/own-properties.ts';
import { Refused } from '../refusals/refusals.ts';
import type { MeetingDraft } from './definition.ts';
import { leaveItem } from './wording-records.ts';

/** A note's text without surrounding space. @throws Refused `noteEmpty`, `noteTooLong` */
export function checkText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Refused('noteEmpty');
  if (trimmed.length > NOTE_MAX) throw new Refused('noteTooLong', { length: trimmed.length, max: NOTE_MAX });
  return trimmed;
}

/** Adds a note after the others of its item. */
export function putNote(meeting: MeetingDraft, item: AgendaItem, note: Note): void {
  const ofItem = getOwn(meeting.notes, item.id);
  if (ofItem === undefined) meeting.notes[item.id] = { [note.id]: note };
  else ofItem[note.id] = note;
  item.noteIds.push(note.id);
}

/**
 * Removes a note from its item and from its group in the edited minutes. With the last note the item's record is
 * deleted too, so that meetings with the same notes are equal, whatever their history.
 */
export function takeNote(meeting: MeetingDraft, item: AgendaItem, noteId: string): void {
  leaveItem(meeting, item, noteId);
  item.noteIds = item.noteIds.filter((id) => id !== noteId);
  if (item.noteIds.length === 0) delete meeting.notes[item.id];
  else delete meeting.notes[item.id]?.[noteId];
}
