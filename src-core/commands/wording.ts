import type { Draft as Mutable } from 'immer';
import { z } from 'zod';
import { KIND_ORDER, wordingRows } from '../minutes/wording.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import { DRAFT_MAX } from '../model/lengths.ts';
import { isSameAuthor, type Note } from '../model/note.ts';
import { mergedWith, wordingDraftKey, wordingOf } from '../model/wording.ts';
import { Refused } from '../refusals/refusals.ts';
import { define, type MeetingDraft } from './definition.ts';
import { needItem, needNote } from './lookup.ts';
import { checkText } from './note-records.ts';
import { changeWording, forgetTogether, forgetWording, layOrder, leaveGroup } from './wording-records.ts';

const OfNote = z.object({ noteId: z.string() });

interface Told {
  readonly note: Mutable<Note>;
  readonly item: Mutable<AgendaItem>;
}

/** A note that may be in the minutes, with its item. @throws Refused `notePrivate` */
function needPublic(meeting: MeetingDraft, noteId: string): Told {
  const note = needNote(meeting, noteId);
  if (note.visibility === 'private') throw new Refused('notePrivate');
  return { note, item: needItem(meeting, note.itemId) };
}

/** A note that is printed on its own. @throws Refused `noteMerged` */
function needHead(meeting: MeetingDraft, noteId: string): Told {
  const told = needPublic(meeting, noteId);
  if (wordingOf(meeting, noteId).mergedInto !== null) throw new Refused('noteMerged');
  return told;
}

/** How the minutes print the notes ("penyelarasan redaksi"); the notes themselves stay as they were recorded. */
export const wordingCommands = {
  /** Sets the minutes' text of a note, or of the group that it heads; the recorded text again removes it. */
  'wording.edit': define(OfNote.extend({ text: z.string().max(DRAFT_MAX) }), (meeting, { noteId, text }) => {
    const { note, item } = needHead(meeting, noteId);
    const words = checkText(text);
    const isGroup = mergedWith(meeting, item.noteIds, noteId).length > 0;
    if (isGroup) changeWording(meeting, noteId, { together: words, stale: false });
    else changeWording(meeting, noteId, { text: words === note.text ? null : words, stale: false });
    delete meeting.drafts[wordingDraftKey(noteId)];
  }),

  /** Leaves a note (with the group that it heads) out of the minutes, or includes it again. */
  'wording.leaveOut': define(OfNote.extend({ leftOut: z.boolean() }), (meeting, { noteId, leftOut }) => {
    needHead(meeting, noteId);
    changeWording(meeting, noteId, { leftOut });
  }),

  /**
   * Groups a note (with the group that it heads) with another of the same item, author and kind; otherwise words would
   * appear as somebody else's.
   */
  'wording.merge': define(OfNote.extend({ into: z.string() }), (meeting, { noteId, into }) => {
    const { note, item } = needHead(meeting, noteId);
    const { note: head } = needHead(meeting, into);
    const same = head.itemId === note.itemId && head.kind === note.kind && isSameAuthor(head.author, note.author);
    if (!same || noteId === into) throw new Refused('mergeDifferent');
    const members = mergedWith(meeting, item.noteIds, noteId);
    forgetTogether(meeting, noteId);
    forgetTogether(meeting, into);
    for (const id of [noteId, ...members]) changeWording(meeting, id, { mergedInto: into, leftOut: false });
  }),

  /** Takes a merged note out of its group again. */
  'wording.split': define(OfNote, (meeting, { noteId }) => {
    const { item } = needPublic(meeting, noteId);
    if (wordingOf(meeting, noteId).mergedInto === null) throw new Refused('noteNotMerged');
    leaveGroup(meeting, item, noteId);
  }),

  /** Moves a note before another one of its item and kind; `before: null` moves it after all of its kind. */
  'wording.move': define(OfNote.extend({ before: z.string().nullable() }), (meeting, { noteId, before }) => {
    const { note, item } = needHead(meeting, noteId);
    const other = before === null ? null : needHead(meeting, before).note;
    if (other !== null && (other.itemId !== note.itemId || other.kind !== note.kind)) {
      throw new Refused('moveDifferent');
    }
    if (before === noteId) return;
    const rest = wordingRows(meeting, item).filter((row) => row.note.id !== noteId);
    const rank = KIND_ORDER.indexOf(note.kind);
    const next = rest.findIndex((row) =>
      before === null ? KIND_ORDER.indexOf(row.note.kind) > rank : row.note.id === before,
    );
    const ids = rest.map((row) => row.note.id);
    layOrder(meeting, item.id, ids.toSpliced(next === -1 ? ids.length : next, 0, noteId));
  }),

  /** Prints a note, and the notes grouped with it, as recorded again. */
  'wording.reset': define(OfNote, (meeting, { noteId }) => {
    const { item } = needPublic(meeting, noteId);
    for (const id of mergedWith(meeting, item.noteIds, noteId)) forgetWording(meeting, id);
    leaveGroup(meeting, item, noteId);
    forgetWording(meeting, noteId);
  }),

  /** Prints all notes of an item as recorded again, in their usual order. */
  'wording.resetItem': define(z.object({ itemId: z.string() }), (meeting, { itemId }) => {
    for (const id of needItem(meeting, itemId).noteIds) forgetWording(meeting, id);
    layOrder(meeting, itemId, []);
  }),
};
