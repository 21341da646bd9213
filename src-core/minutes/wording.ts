import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { NOTE_KINDS, Note, NoteId, NoteKind } from '../model/note.ts';
import { mayRead } from '../model/note-readers.ts';
import { ROLES } from '../model/roles.ts';
import { orderOf, wordingOf } from '../model/wording.ts';

/** The order of a discussion: what was observed, asked and proposed, then what the leaders want and what was decided. */
export const KIND_ORDER: readonly NoteKind[] = [
  'note',
  'problem',
  'question',
  'proposal',
  'solution',
  'directive',
  'decision',
] satisfies readonly (typeof NOTE_KINDS)[number][];

/**
 * The only filter through which a note enters a document; it never lets a private note pass
 * (docs/domain/records.md#who-sees-a-note).
 */
export const isPublic = (note: Note): boolean => mayRead('panel', note);

/** A note as printed in the minutes. */
export interface WordedNote {
  readonly note: Note;
  /** For the minutes; of the whole group if others were grouped with it. */
  readonly text: string;
  /** Whether the operator edited the words for the minutes. */
  readonly edited: boolean;
  readonly mergedFrom: readonly Note[];
}

/** A row of the editor of the minutes: a note with what is not printed and what the operator should check. */
export interface WordingRow extends WordedNote {
  readonly leftOut: boolean;
  readonly stale: boolean;
}

const ENDS = /[.!?…:;,]["”’)]*$/;
/** The notes of a group in order: as consecutive sentences, or as lines if one of them has several lines. */
function joined(parts: readonly string[]): string {
  if (parts.some((part) => part.includes('\n'))) return parts.join('\n');
  return parts.map((part, index) => (index === parts.length - 1 || ENDS.test(part) ? part : `${part}.`)).join(' ');
}

/** Leaders by rank, then agencies. */
const rankOf = ({ author }: Note): number => (author.kind === 'leader' ? ROLES.indexOf(author.role) : ROLES.length);

/** By kind; within a kind in the operator's order, otherwise by the author's rank, then by time. */
function inOrder(notes: readonly Note[], order: readonly NoteId[] | undefined): Note[] {
  const usual = KIND_ORDER.flatMap((kind) =>
    notes.filter((note) => note.kind === kind).toSorted((a, b) => rankOf(a) - rankOf(b)),
  );
  if (order === undefined) return usual;
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ id }: Note): number => place.get(id) ?? order.length;
  return usual.toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || placeOf(a) - placeOf(b));
}

/**
 * An item's notes for the editor of the minutes: in the order of the minutes, omitted ones included. Private notes are
 * not in it, nor is a group's text if one of its members is private.
 * @param admit excludes more notes in the same way, for example internal ones; it must not admit a private one
 */
export function wordingRows(
  meeting: Meeting,
  item: Pick<AgendaItem, 'id' | 'noteIds'>,
  admit: (note: Note) => boolean = isPublic,
): WordingRow[] {
  const all = notesOf(meeting, item);
  const notes = all.filter(admit);
  const known = new Set(notes.map(({ id }) => id));
  // Commands take a note out of its group before it becomes private; printing must not depend on that alone.
  const unsound = new Set(all.filter((note) => !admit(note)).map(({ id }) => wordingOf(meeting, id).mergedInto));
  const headOf = ({ id }: Note): NoteId | null => {
    const { mergedInto } = wordingOf(meeting, id);
    return mergedInto !== null && known.has(mergedInto) ? mergedInto : null;
  };
  const heads = notes.filter((note) => headOf(note) === null);
  return inOrder(heads, orderOf(meeting, item.id)).map((note): WordingRow => {
    const { stale, mergedInto, ...words } = wordingOf(meeting, note.id);
    // If the head of the group is not admitted, the group's settings still apply to the others.
    const leftOut = mergedInto === null ? words.leftOut : wordingOf(meeting, mergedInto).leftOut;
    const together = unsound.has(note.id) ? null : words.together;
    const mergedFrom = notes.filter((other) => headOf(other) === note.id);
    const parts = [note, ...mergedFrom].map((part) => {
      const { text } = wordingOf(meeting, part.id);
      return { text: text ?? part.text, edited: text !== null };
    });
    return {
      note,
      text: together ?? joined(parts.map(({ text }) => text)),
      edited: together !== null || parts.some(({ edited }) => edited),
      mergedFrom,
      leftOut,
      stale,
    };
  });
}

/** An item's notes as printed in the minutes, in their order; neither private nor omitted ones. */
export const notesForMinutes = (
  meeting: Meeting,
  item: Pick<AgendaItem, 'id' | 'noteIds'>,
  admit: (note: Note) => boolean = isPublic,
): WordedNote[] =>
  wordingRows(meeting, item, admit)
    .filter(({ leftOut }) => !leftOut)
    .map(({ note, text, edited, mergedFrom }) => ({ note, text, edited, mergedFrom }));
