import type { AgendaItem } from '../model/agenda-item.ts';
import type { NoteId } from '../model/note.ts';
import { getOwn } from '../model/own-properties.ts';
import { AS_RECORDED, mergedWith, type NoteWording, wordingDraftKey, wordingOf } from '../model/wording.ts';
import type { MeetingDraft } from './definition.ts';

/**
 * Changes how the minutes print a note. A record exists only while it differs from the note, so that equal minutes are
 * stored equally, whatever their history.
 */
export function changeWording(meeting: MeetingDraft, noteId: NoteId, fields: Partial<NoteWording>): void {
  const next = { ...wordingOf(meeting, noteId), ...fields };
  const says = (Object.keys(AS_RECORDED) as (keyof NoteWording)[]).some((key) => next[key] !== AS_RECORDED[key]);
  if (says) meeting.wording.notes[noteId] = next;
  else delete meeting.wording.notes[noteId];
}

/** Sets an item's order; an empty order is not stored. */
export function layOrder(meeting: MeetingDraft, itemId: string, order: readonly NoteId[]): void {
  if (order.length === 0) delete meeting.wording.order[itemId];
  else meeting.wording.order[itemId] = [...order];
}

/**
 * Deletes the text of a group, and its draft: it contains words of every member, so it goes with any change of the
 * group.
 */
export function forgetTogether(meeting: MeetingDraft, headId: NoteId): void {
  const { text, stale } = wordingOf(meeting, headId);
  changeWording(meeting, headId, { together: null, stale: stale && text !== null });
  delete meeting.drafts[wordingDraftKey(headId)];
}

/**
 * Takes a note out of its group; if it was the head, the next note becomes the head. The group's text is deleted, so
 * that none of the note's words stay in it.
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
  const order = getOwn(meeting.wording.order, itemId);
  if (order !== undefined) {
    layOrder(
      meeting,
      itemId,
      order.filter((id) => id !== next).flatMap((id) => (id === noteId ? [next, noteId] : [id])),
    );
  }
}

/** Takes a note out of its group and of its item's order, before it leaves the item. */
export function leaveItem(meeting: MeetingDraft, item: AgendaItem, noteId: NoteId): void {
  leaveGroup(meeting, item, noteId);
  const order = getOwn(meeting.wording.order, item.id);
  if (order?.includes(noteId))
    layOrder(
      meeting,
      item.id,
      order.filter((id) => id !== noteId),
    );
}

/** Deletes how the minutes print a note, and the draft of it. */
export function forgetWording(meeting: MeetingDraft, noteId: NoteId): void {
  delete meeting.wording.notes[noteId];
  delete meeting.drafts[wordingDraftKey(noteId)];
}
