import { original } from 'immer';
import { z } from 'zod';
import { findNote } from '../model/meeting-notes.ts';
import {
  Author,
  Concerns,
  Draft,
  isSameAuthor,
  type Note,
  NoteKind,
  resolveVisibility,
  Visibility,
} from '../model/note.ts';
import { isLeap } from '../model/note-readers.ts';
import { type DefinedPartial, getOwn } from '../model/own-properties.ts';
import { hasPresented } from '../model/presented.ts';
import { wordingDraftKey, wordingOf } from '../model/wording.ts';
import { Refused } from '../refusals/refusals.ts';
import { minuteOf, spentAt } from '../schedule/turn-clock.ts';
import { type CommandContext, define, type MeetingDraft } from './definition.ts';
import { checkAgency, checkConcerns, needItem, needNote } from './lookup.ts';
import { checkText, putNote, takeNote } from './note-records.ts';
import { changeWording, forgetWording, leaveGroup } from './wording-records.ts';

/** The key under which a new note is stored while it is typed. */
export const COMPOSE = 'compose';
/** The key under which an edit of a note is stored while it is typed. */
export const editDraftKey = (noteId: string): string => `edit:${noteId}`;

/** `compose`, or `edit:` or `wording:` (for the minutes) and a note's id. */
const DraftKey = z.string().regex(/^(compose|(?:edit|wording):.{1,64})$/);

/** A new note's id as a window generates it. */
const NewNoteId = z.string().regex(/^[0-9a-f]{16}$/);

function checkAuthor(meeting: MeetingDraft, author: Author): void {
  checkAgency(meeting, author.kind === 'agency' ? author.agencyId : null);
}

/** The minute of an item's turn at this moment; `null` if that has not begun. */
function minuteNow(meeting: MeetingDraft, itemId: string, { mono }: CommandContext): number | null {
  const item = needItem(meeting, itemId);
  return hasPresented(item) ? minuteOf(spentAt(item.turn, mono)) : null;
}

/** The page of an item's slides that is shown at this moment; `null` if none is. */
function pageNow({ agenda, screen, current }: MeetingDraft, itemId: string): number | null {
  return screen.layout === 'slides' && current === itemId ? (agenda.items[itemId]?.slides?.page ?? null) : null;
}

/** When and on which page a note of an item is begun. */
const begun = (meeting: MeetingDraft, itemId: string, context: CommandContext) => ({
  minute: minuteNow(meeting, itemId, context),
  page: pageNow(meeting, itemId),
});

/**
 * Whether a change takes a note out of its group: words of a private note must leave the minutes, and nobody's may
 * appear under another name.
 */
const leavesGroup = (note: Note, { visibility, kind, author }: DefinedPartial<Note>): boolean =>
  (visibility === 'private' && note.visibility !== 'private') ||
  (kind !== undefined && kind !== note.kind) ||
  (author !== undefined && !isSameAuthor(author, note.author));

/** Marks edited minutes that are older than the last change of their note. */
function markStale(meeting: MeetingDraft, noteId: string): void {
  const { text, mergedInto } = wordingOf(meeting, noteId);
  const headId = mergedInto ?? noteId;
  if (text !== null || wordingOf(meeting, headId).together !== null) changeWording(meeting, headId, { stale: true });
}

/** The follow-ups and problems that come from a note. */
const recordsOf = ({ followUps, problems }: MeetingDraft, noteId: string) =>
  [...Object.values(followUps.items), ...Object.values(problems.items)].filter((record) => record.noteId === noteId);

/** A follow-up is cited by the speaker and the kind of its note, also when that is gone. */
function rememberCite({ followUps }: MeetingDraft, { id, kind, author }: Note): void {
  for (const record of Object.values(followUps.items))
    if (record.noteId === id) Object.assign(record, { kind, author: { ...author } });
}

export const noteCommands = {
  /**
   * Stores what is being typed; an empty text deletes the draft. The draft keeps the minute and the page on which it was
   * begun, and its item, until the sender names another item; an edit of a note belongs to the note's item.
   */
  'draft.set': define(
    z.object({ key: DraftKey, draft: Draft.omit({ minute: true, page: true, held: true }) }),
    (meeting, { key, draft }, context) => {
      const { itemId } = key === COMPOSE ? draft : needNote(meeting, key.slice(key.indexOf(':') + 1));
      needItem(meeting, itemId);
      checkAuthor(meeting, draft.author);
      const before = meeting.drafts[key];
      if (draft.text === '') {
        delete meeting.drafts[key];
        return;
      }
      const { minute, page } =
        before !== undefined && before.itemId === itemId ? before : begun(meeting, itemId, context);
      const wasPrivate = before?.held === true || before?.visibility === 'private';
      meeting.drafts[key] = { ...draft, itemId, minute, page, held: wasPrivate };
    },
  ),

  'draft.drop': define(z.object({ key: DraftKey }), (meeting, { key }) => {
    delete meeting.drafts[key];
  }),

  /**
   * Turns a text into a note and deletes its draft in the same change. With an `id` from the sender it may be sent
   * twice: an existing note is not created again.
   */
  'note.add': define(
    Draft.omit({ minute: true, page: true, held: true }).extend({ concerns: Concerns, id: NewNoteId.optional() }),
    (meeting, { id, itemId, author, kind, visibility, text, concerns }, context) => {
      if (id !== undefined && findNote(original(meeting) ?? meeting, id) !== undefined) return;
      const item = needItem(meeting, itemId);
      checkAuthor(meeting, author);
      checkConcerns(meeting, concerns);
      const draft = meeting.drafts[COMPOSE];
      const { minute, page } = draft?.itemId === itemId ? draft : begun(meeting, itemId, context);
      const note: Note = {
        id: id ?? context.newId(),
        itemId,
        author,
        kind,
        visibility: resolveVisibility(visibility, kind, meeting),
        text: checkText(text),
        at: context.at,
        minute,
        page,
        concerns,
        pinned: false,
        // Also for a note that was on its way when the meeting was closed: it is not refused, and not mistaken for an
        // earlier one.
        addendum: meeting.status === 'finished',
      };
      putNote(meeting, item, note);
      if (draft?.itemId === itemId) delete meeting.drafts[COMPOSE];
    },
  ),

  /**
   * Changes a note. A private note cannot be shown in one step: it is made internal first, so that one wrong key does
   * not put it on the projector.
   */
  'note.edit': define(
    z.object({
      noteId: z.string(),
      /** The text on which the edit is based; refused with `noteChanged` if the note has changed since. */
      base: Draft.shape.text.optional(),
      fields: z
        .object({
          text: Draft.shape.text,
          kind: NoteKind,
          author: Author,
          visibility: Visibility,
          concerns: Concerns,
        })
        .partial(),
    }),
    (meeting, { noteId, base, fields }) => {
      const note = needNote(meeting, noteId);
      if (base !== undefined && base !== note.text) throw new Refused('noteChanged');
      if (isLeap(note.visibility, fields.visibility ?? note.visibility)) throw new Refused('noteStillPrivate');
      checkConcerns(meeting, fields.concerns ?? null);
      if (fields.author !== undefined) checkAuthor(meeting, fields.author);
      if (leavesGroup(note, fields)) leaveGroup(meeting, needItem(meeting, note.itemId), noteId);
      if (fields.text !== undefined) {
        const text = checkText(fields.text);
        if (text !== note.text) markStale(meeting, noteId);
        note.text = text;
      }
      note.kind = fields.kind ?? note.kind;
      note.author = fields.author ?? note.author;
      if (fields.kind !== undefined || fields.author !== undefined) rememberCite(meeting, note);
      note.visibility = fields.visibility ?? note.visibility;
      if (fields.concerns !== undefined) note.concerns = fields.concerns;
      if (fields.text !== undefined) delete meeting.drafts[editDraftKey(noteId)];
      if (fields.visibility === undefined) return;
      // If it is shown again later, it starts unpinned like any other.
      if (fields.visibility !== 'shown') note.pinned = false;
      // A note made private makes its follow-up private too, or its words would still be in a matrix.
      for (const record of recordsOf(meeting, noteId)) record.private = fields.visibility === 'private';
    },
  ),

  /** Pins a note to the top of those that the projector shows. */
  'note.pin': define(z.object({ noteId: z.string(), pinned: z.boolean() }), (meeting, { noteId, pinned }) => {
    const note = needNote(meeting, noteId);
    if (pinned && note.visibility !== 'shown') throw new Refused('noteNotShown');
    note.pinned = pinned;
  }),

  'note.delete': define(z.object({ noteId: z.string() }), (meeting, { noteId }) => {
    const note = needNote(meeting, noteId);
    const item = needItem(meeting, note.itemId);
    rememberCite(meeting, note);
    takeNote(meeting, item, noteId);
    forgetWording(meeting, noteId);
    delete meeting.drafts[editDraftKey(noteId)];
  }),

  /** Moves a note to another item, for one that was written under the wrong agency. */
  'note.move': define(z.object({ noteId: z.string(), itemId: z.string() }), (meeting, { noteId, itemId }) => {
    const note = needNote(meeting, noteId);
    const target = needItem(meeting, itemId);
    if (note.itemId === itemId) return;
    const source = needItem(meeting, note.itemId);
    takeNote(meeting, source, noteId);
    // A page is one of its own item's slides.
    putNote(meeting, target, { ...note, itemId, page: null });
    for (const key of [editDraftKey(noteId), wordingDraftKey(noteId)]) {
      const draft = getOwn(meeting.drafts, key);
      if (draft !== undefined) draft.itemId = itemId;
    }
    for (const record of recordsOf(meeting, noteId)) record.itemId = itemId;
  }),
};
