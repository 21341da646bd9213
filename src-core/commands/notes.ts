import { original } from 'immer';
import { z } from 'zod';
import { isLeap } from '../model/disclosure.ts';
import type { Meeting } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';
import { Author, Concerns, Draft, isSameAuthor, type Note, NoteKind, Visibility } from '../model/note.ts';
import { type Given, own } from '../model/own.ts';
import { wordingDraftKey, wordingOf } from '../model/wording.ts';
import { Refused } from '../refusals/refusals.ts';
import { minuteOf, spentAt } from '../schedule/turn-clock.ts';
import { type CommandContext, define, type MeetingDraft } from './definition.ts';
import { checkAgency, checkConcerns, needItem, needNote } from './lookup.ts';
import { checkText, putNote, takeNote } from './note-records.ts';
import { changeWording, forgetWording, leaveGroup } from './wording-records.ts';

/** The key under which the new note being typed is kept. */
export const COMPOSE = 'compose';
/** The key under which a change to a note is kept while it is typed. */
export const editDraftKey = (noteId: string): string => `edit:${noteId}`;

/** `compose`, or `edit:` (`wording:`, for the minutes) and a note's id. */
const DraftKey = z.string().regex(/^(compose|(?:edit|wording):.{1,64})$/);

/** A new note's id as a window makes it. */
const NewNoteId = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * What `auto` means for a kind: shown where the meeting's setting says so, else internal (docs/domain/records.md#who-sees-a-note).
 */
export function resolveVisibility(
  visibility: Draft['visibility'],
  kind: NoteKind,
  { autoShow }: Pick<Meeting, 'autoShow'>,
): Visibility {
  if (visibility !== 'auto') return visibility;
  const shown = (kind === 'directive' || kind === 'proposal' || kind === 'decision') && autoShow[kind];
  return shown ? 'shown' : 'internal';
}

function checkAuthor(meeting: MeetingDraft, author: Author): void {
  checkAgency(meeting, author.kind === 'agency' ? author.agencyId : null);
}

/** Which minute of an item's turn it is now; `null` when its clock was never started. */
function minuteNow(meeting: MeetingDraft, itemId: string, { mono }: CommandContext): number | null {
  const { turn } = needItem(meeting, itemId);
  return turn.startedAt === null ? null : minuteOf(spentAt(turn, mono));
}

/**
 * Whether a note can no longer be told together with others: words of a private one must leave the minutes, and nobody's
 * may stand under another's name.
 */
const leavesGroup = (note: Note, { visibility, kind, author }: Given<Note>): boolean =>
  (visibility === 'private' && note.visibility !== 'private') ||
  (kind !== undefined && kind !== note.kind) ||
  (author !== undefined && !isSameAuthor(author, note.author));

/** Words for the minutes that were written before the note was changed should be looked at again. */
function markStale(meeting: MeetingDraft, noteId: string): void {
  const { text, mergedInto } = wordingOf(meeting, noteId);
  const headId = mergedInto ?? noteId;
  if (text !== null || wordingOf(meeting, headId).together !== null) changeWording(meeting, headId, { stale: true });
}

export const noteCommands = {
  /**
   * Keeps what is being typed. An empty text drops the draft. The minute is that in which the draft was begun, and the
   * item stays the one for which it was begun until the sender says otherwise; a change to a note is of the note's item.
   */
  'draft.set': define(
    z.object({ key: DraftKey, draft: Draft.omit({ minute: true, held: true }) }),
    (meeting, { key, draft }, context) => {
      const { itemId } = key === COMPOSE ? draft : needNote(meeting, key.slice(key.indexOf(':') + 1));
      needItem(meeting, itemId);
      checkAuthor(meeting, draft.author);
      const before = meeting.drafts[key];
      if (draft.text === '') {
        delete meeting.drafts[key];
        return;
      }
      const minute =
        before !== undefined && before.itemId === itemId ? before.minute : minuteNow(meeting, itemId, context);
      const wasPrivate = before?.held === true || before?.visibility === 'private';
      meeting.drafts[key] = { ...draft, itemId, minute, held: wasPrivate };
    },
    false,
  ),

  'draft.drop': define(
    z.object({ key: DraftKey }),
    (meeting, { key }) => {
      delete meeting.drafts[key];
    },
    false,
  ),

  /**
   * Makes a note of a text; the draft from which it came is cleared in the same change. With an `id` of the sender's it may
   * be sent again when its answer never came: a note that is there already is not made twice.
   */
  'note.add': define(
    Draft.omit({ minute: true, held: true }).extend({ concerns: Concerns, id: NewNoteId.optional() }),
    (meeting, { id, itemId, author, kind, visibility, text, concerns }, context) => {
      if (id !== undefined && findNote(original(meeting) ?? meeting, id) !== undefined) return;
      const item = needItem(meeting, itemId);
      checkAuthor(meeting, author);
      checkConcerns(meeting, concerns);
      const draft = meeting.drafts[COMPOSE];
      const note: Note = {
        id: id ?? context.newId(),
        itemId,
        author,
        kind,
        visibility: resolveVisibility(visibility, kind, meeting),
        text: checkText(text),
        at: context.at,
        minute: draft?.itemId === itemId ? draft.minute : minuteNow(meeting, itemId, context),
        concerns,
        pinned: false,
        // Also of one that was on its way when the meeting was closed: no word is refused, and none is taken for an earlier one.
        addendum: meeting.status === 'finished',
      };
      putNote(meeting, item, note);
      if (draft?.itemId === itemId) delete meeting.drafts[COMPOSE];
    },
  ),

  /**
   * Changes a note. A private one is not shown in one step: it is made internal first, or one slip of a hand would put it
   * on the wall.
   */
  'note.edit': define(
    z.object({
      noteId: z.string(),
      /** The text on which the edit began; refused with `noteChanged` when the note's is another by now. */
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
      note.visibility = fields.visibility ?? note.visibility;
      if (fields.concerns !== undefined) note.concerns = fields.concerns;
      if (fields.text !== undefined) delete meeting.drafts[editDraftKey(noteId)];
      if (fields.visibility === undefined) return;
      // Shown again later, it comes as any other.
      if (fields.visibility !== 'shown') note.pinned = false;
      // A note made private takes its follow-up with it, or the words would leave by the follow-up table.
      for (const followUp of Object.values(meeting.followUps.items)) {
        if (followUp.noteId === noteId) followUp.private = fields.visibility === 'private';
      }
    },
  ),

  /** Keeps a note on top of those that the projector shows. */
  'note.pin': define(z.object({ noteId: z.string(), pinned: z.boolean() }), (meeting, { noteId, pinned }) => {
    const note = needNote(meeting, noteId);
    if (pinned && note.visibility !== 'shown') throw new Refused('noteNotShown');
    note.pinned = pinned;
  }),

  'note.delete': define(z.object({ noteId: z.string() }), (meeting, { noteId }) => {
    const note = needNote(meeting, noteId);
    const item = needItem(meeting, note.itemId);
    takeNote(meeting, item, noteId);
    forgetWording(meeting, noteId);
    delete meeting.drafts[editDraftKey(noteId)];
  }),

  /** Gives a note to another item, for one that was written under the wrong agency. */
  'note.move': define(z.object({ noteId: z.string(), itemId: z.string() }), (meeting, { noteId, itemId }) => {
    const note = needNote(meeting, noteId);
    const target = needItem(meeting, itemId);
    if (note.itemId === itemId) return;
    const source = needItem(meeting, note.itemId);
    takeNote(meeting, source, noteId);
    putNote(meeting, target, { ...note, itemId });
    for (const key of [editDraftKey(noteId), wordingDraftKey(noteId)]) {
      const draft = own(meeting.drafts, key);
      if (draft !== undefined) draft.itemId = itemId;
    }
    for (const followUp of Object.values(meeting.followUps.items)) {
      if (followUp.noteId === noteId) followUp.itemId = itemId;
    }
  }),
};
