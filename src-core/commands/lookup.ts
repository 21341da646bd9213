import { type Draft as Mutable, original } from 'immer';
import type { AgendaItem } from '../model/agenda-item.ts';
import { findNote, noteIn } from '../model/meeting-notes.ts';
import { type Concerns, EVERY_AGENCY, type Note } from '../model/note.ts';
import { getOwn } from '../model/own-properties.ts';
import { Refused } from '../refusals/refusals.ts';
import type { MeetingDraft } from './definition.ts';

/** The item with this id. @throws Refused `unknownItem` */
export function needItem(meeting: MeetingDraft, id: string): Mutable<AgendaItem> {
  const item = getOwn(meeting.agenda.items, id);
  if (item === undefined) throw new Refused('unknownItem');
  return item;
}

/** The item whose turn it is. @throws Refused `noTurn` */
export function needCurrent(meeting: MeetingDraft): Mutable<AgendaItem> {
  if (meeting.current === null) throw new Refused('noTurn');
  return needItem(meeting, meeting.current);
}

/**
 * The note with this id. It is searched for in the original: searching the draft would create a draft of every item's
 * notes.
 * @throws Refused `unknownNote`
 */
export function needNote(meeting: MeetingDraft, id: string): Mutable<Note> {
  const before = findNote(original(meeting) ?? meeting, id);
  const note = before === undefined ? undefined : noteIn(meeting, before.itemId, id);
  if (note === undefined) throw new Refused('unknownNote');
  return note;
}

/** Refuses an agency that is not in the meeting; `null` is allowed. @throws Refused `unknownAgency` */
export function checkAgency(meeting: MeetingDraft, id: string | null): void {
  if (id !== null && getOwn(meeting.agencies, id) === undefined) throw new Refused('unknownAgency');
}

/** The same for whom a note concerns. @throws Refused `unknownAgency` */
export function checkConcerns(meeting: MeetingDraft, concerns: Concerns): void {
  if (concerns === EVERY_AGENCY) return;
  for (const id of Array.isArray(concerns) ? concerns : [concerns]) checkAgency(meeting, id);
}
