import { z } from 'zod';
import type { ItemId } from './agenda-item.ts';
import { NOTE_MAX } from './lengths.ts';
import type { NoteId } from './note.ts';
import { own } from './own.ts';

const Text = z.string().min(1).max(NOTE_MAX).nullable();

/**
 * How a note is told in the minutes, where that is not as it was recorded. What was said in the room stays in the note.
 * Notes merged into one are a group: the others name its head, and the head is named by none of them.
 */
export const NoteWording = z.object({
  /** The note's own words for the minutes; `null`: as recorded. */
  text: Text,
  /** Of a head only: words for the whole group in place of its parts in a row; they go when the group becomes another. */
  together: Text,
  /** Not in the minutes. */
  leftOut: z.boolean(),
  /** The head of the group into which it was merged, a note of the same item, author and kind. */
  mergedInto: z.string().nullable(),
  /** The note was changed after its words for the minutes were written. */
  stale: z.boolean(),
});
export type NoteWording = z.infer<typeof NoteWording>;

/** The wording of a meeting's minutes; what is not here is told as it was recorded. */
export const Wording = z.object({
  notes: z.record(z.string(), NoteWording),
  /** By item: the order of its notes in the minutes, where the operator has laid one. Later notes follow behind. */
  order: z.record(z.string(), z.array(z.string())),
});
export type Wording = z.infer<typeof Wording>;

export const emptyWording = (): Wording => ({ notes: {}, order: {} });

export const AS_RECORDED: NoteWording = { text: null, together: null, leftOut: false, mergedInto: null, stale: false };

interface Worded {
  readonly wording: Wording;
}

/** How a note is told; as it was recorded, where nothing was said about it. */
export const wordingOf = ({ wording }: Worded, noteId: NoteId): NoteWording =>
  own(wording.notes, noteId) ?? AS_RECORDED;

/** The notes that were merged into this one, in the order in which they were made. */
export const mergedWith = (meeting: Worded, noteIds: readonly NoteId[], headId: NoteId): NoteId[] =>
  noteIds.filter((id) => wordingOf(meeting, id).mergedInto === headId);

/** The operator's order of an item's notes, or `undefined`. */
export const orderOf = ({ wording }: Worded, itemId: ItemId): readonly NoteId[] | undefined =>
  own(wording.order, itemId);

/** The key under which a note's words for the minutes are kept while they are typed. */
export const wordingDraftKey = (noteId: NoteId): string => `wording:${noteId}`;
