import type { AgendaItem } from '../model/agenda-item.ts';
import type { NoteId } from '../model/note.ts';
import { own } from '../model/own.ts';
import { AS_RECORDED, mergedWith, type NoteWording, wordingDraftKey, wordingOf } from '../model/wording.ts';
import type { MeetingDraft } from './definition.ts';

/**
 * Changes how a note is told. A record is there only while it says something, so that minutes told alike are alike,
 * whichever way they came to it.
 */
export function changeWording(meeting: MeetingDraft, noteId: NoteId, fields: Partial<NoteWording>): void {
  const next = { ...wordingOf(meeting, noteId), ...fields };
  const says = (Object.keys(AS_RECORDED) as (keyof NoteWording)[]).some((key) => next[key] !== AS_RECORDED[key]);
  if (says) meeting.wording.notes[noteId] = next;
  else delete meeting.wording.notes[noteId];
}

/** Lays an item's order; none is kept for an item whose notes are all gone. */
export function layOrder(meeting: MeetingDraft, itemId: string, order: readonly NoteId[]): void {
  if (order.length === 0) delete meeting.wording.order[itemId];
  else meeting.wording.order[itemId] = [...order];
}

/** Words for a group as a whole hold the words of each in it: they go, and what is being typed, with any change of it. */
export function forgetTogether(meeting: MeetingDraft, headId: NoteId): void {
  const { text, stale } = wordingOf(meeting, headId);
  changeWording(meeting, headId, { together: null, stale: stale && text !== null });
  delete meeting.drafts[wordingDraftKey(headId)];
}

/**
 * Takes a note out of its group. Where it was the head, the next of them becomes it. The words for the group as a whole
 * are forgotten, so that none of the note's own can stay in them.
 */
export function leaveGroup(meeting: MeetingDraft, { id: itemId, noteIds }: AgendaItem, noteId: NoteId): void {
  const { mergedInto, leftOut } = wordingOf(meeting, noteId);
  if (mergedInto !== null) {
    forgetTogether(meeting, mergedInto);
    changeWording(meeting, noteId, { mergedInto: null });
    return;
  }
  const [next, ...others] = mergedWith(meeting, noteIds, noteId);
  if (next === undefined) return;
  forgetTogether(meeting, noteId);
  changeWording(meeting, next, { mergedInto: null, leftOut });
  for (const other of others) changeWording(meeting, other, { mergedInto: next });
  const order = own(meeting.wording.order, itemId);
  if (order !== undefined) {
    layOrder(
      meeting,
      itemId,
      order.filter((id) => id !== next).flatMap((id) => (id === noteId ? [next, noteId] : [id])),
    );
  }
}

/** Takes a note out of its group and out of its item's order, before it leaves the item. */
export function leaveItem(meeting: MeetingDraft, item: AgendaItem, noteId: NoteId): void {
  leaveGroup(meeting, item, noteId);
  const order = own(meeting.wording.order, item.id);
  if (order?.includes(noteId))
    layOrder(
      meeting,
      item.id,
      order.filter((id) => id !== noteId),
    );
}

/** Forgets how a note is told, and what is being typed for it. */
export function forgetWording(meeting: MeetingDraft, noteId: NoteId): void {
  delete meeting.wording.notes[noteId];
  delete meeting.drafts[wordingDraftKey(noteId)];
}
