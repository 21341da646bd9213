import { z } from 'zod';
import type { ItemId } from './agenda-item.ts';
import { NOTE_MAX } from './lengths.ts';
import type { NoteId } from './note.ts';
import { getOwn } from './own-properties.ts';

const Text = z.string().min(1).max(NOTE_MAX).nullable();

/**
 * How a note is printed in the minutes, if not as recorded; the note itself stays unchanged. Notes grouped into one
 * name the head of their group; the head names none.
 */
export const NoteWording = z.object({
  /** The note's own text for the minutes; `null`: as recorded. */
  text: Text,
  /** Of a head only: a text for the whole group instead of its parts; deleted with any change of the group. */
  together: Text,
  /** Omitted from the minutes. */
  leftOut: z.boolean(),
  /** The head of the group to which it belongs, a note of the same item, author and kind. */
  mergedInto: z.string().nullable(),
  /** The note was changed after its text for the minutes was written. */
  stale: z.boolean(),
});
export type NoteWording = z.infer<typeof NoteWording>;

/** How the minutes of a meeting print its notes; notes that are not in it are printed as recorded. */
export const Wording = z.object({
  notes: z.record(z.string(), NoteWording),
  /** By item: the operator's order of its notes in the minutes. Later notes follow at the end. */
  order: z.record(z.string(), z.array(z.string())),
});
export type Wording = z.infer<typeof Wording>;

export const emptyWording = (): Wording => ({ notes: {}, order: {} });

export const AS_RECORDED: NoteWording = { text: null, together: null, leftOut: false, mergedInto: null, stale: false };

interface Worded {
  readonly wording: Wording;
}

/** How a note is printed: as recorded, unless it was edited. */
export const wordingOf = ({ wording }: Worded, noteId: NoteId): NoteWording =>
  getOwn(wording.notes, noteId) ?? AS_RECORDED;

/** The notes grouped with this one, in order of creation. */
export const mergedWith = (meeting: Worded, noteIds: readonly NoteId[], headId: NoteId): NoteId[] =>
  noteIds.filter((id) => wordingOf(meeting, id).mergedInto === headId);

/** The operator's order of an item's notes, or `undefined`. */
export const orderOf = ({ wording }: Worded, itemId: ItemId): readonly NoteId[] | undefined =>
  getOwn(wording.order, itemId);

/** The key under which a note's text for the minutes is stored while it is typed. */
export const wordingDraftKey = (noteId: NoteId): string => `wording:${noteId}`;
