import type { AgendaItem } from '../model/agenda-item.ts';
import { NOTE_MAX } from '../model/lengths.ts';
import type { Note } from '../model/note.ts';
import { own } from '../model/own.ts';
import { Refused } from '../refusals/refusals.ts';
import type { MeetingDraft } from './definition.ts';
import { leaveItem } from './wording-records.ts';

/** A note's text without its edges. @throws Refused `noteEmpty`, `noteTooLong` */
export function checkText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Refused('noteEmpty');
  if (trimmed.length > NOTE_MAX) throw new Refused('noteTooLong', { length: trimmed.length, max: NOTE_MAX });
  return trimmed;
}

/** Lays a note down behind the others of its item. */
export function putNote(meeting: MeetingDraft, item: AgendaItem, note: Note): void {
  const ofItem = own(meeting.notes, item.id);
  if (ofItem === undefined) meeting.notes[item.id] = { [note.id]: note };
  else ofItem[note.id] = note;
  item.noteIds.push(note.id);
}

/**
 * Takes a note out of its item, and out of the group in which the minutes tell it. The last one takes the item's record along: one is there only while it holds a note, so
 * that a meeting with the same notes is the same meeting, whichever way it came to them.
 */
export function takeNote(meeting: MeetingDraft, item: AgendaItem, noteId: string): void {
  leaveItem(meeting, item, noteId);
  item.noteIds = item.noteIds.filter((id) => id !== noteId);
  if (item.noteIds.length === 0) delete meeting.notes[item.id];
  else delete meeting.notes[item.id]?.[noteId];
}
