import type { AgendaItem } from '../model/agenda-item.ts';
import { mayRead } from '../model/disclosure.ts';
import type { Meeting } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { NOTE_KINDS, Note, NoteId, NoteKind } from '../model/note.ts';
import { ROLES } from '../model/roles.ts';
import { orderOf, wordingOf } from '../model/wording.ts';

/** As a discussion goes: what was seen, asked and proposed, then what the leaders want and what was settled. */
export const KIND_ORDER: readonly NoteKind[] = [
  'note',
  'problem',
  'question',
  'proposal',
  'solution',
  'directive',
  'decision',
] satisfies readonly (typeof NOTE_KINDS)[number][];

/** The only door through which a note comes into a document: a private one does not pass it (docs/domain/records.md#who-sees-a-note). */
export const isPublic = (note: Note): boolean => mayRead('panel', note);

/** A note as the minutes tell it. */
export interface WordedNote {
  readonly note: Note;
  /** For the minutes; that of the whole group where others were merged into it. */
  readonly text: string;
  /** Whether the words are the operator's for the minutes, and not what was recorded. */
  readonly edited: boolean;
  readonly mergedFrom: readonly Note[];
}

/** A line of the wording pass: the same, with what is not printed and what the operator should look at. */
export interface WordingRow extends WordedNote {
  readonly leftOut: boolean;
  readonly stale: boolean;
}

const ENDS = /[.!?…:;,]["”’)]*$/;
/** Parts of a group in a row: as sentences behind each other, or below each other where one has lines of its own. */
function joined(parts: readonly string[]): string {
  if (parts.some((part) => part.includes('\n'))) return parts.join('\n');
  return parts.map((part, index) => (index === parts.length - 1 || ENDS.test(part) ? part : `${part}.`)).join(' ');
}

/** Leaders by rank, then agencies. */
const rankOf = ({ author }: Note): number => (author.kind === 'leader' ? ROLES.indexOf(author.role) : ROLES.length);

/** By kind; within a kind as the operator has laid them, else by rank of the speaker, then as they were made. */
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
 * An item's notes as the wording pass shows them: in the order of the minutes, with those that are left out. Private notes
 * are not in it, nor is any text that was typed for a group with one of them in it.
 * @param admit keeps further notes out in the same way, internal ones say; it must not let a private one in
 */
export function wordingRows(
  meeting: Meeting,
  item: Pick<AgendaItem, 'id' | 'noteIds'>,
  admit: (note: Note) => boolean = isPublic,
): WordingRow[] {
  const all = notesOf(meeting, item);
  const notes = all.filter(admit);
  const known = new Set(notes.map(({ id }) => id));
  // The commands take a note out of its group before it becomes private; what is printed must not hang on that alone.
  const unsound = new Set(all.filter((note) => !admit(note)).map(({ id }) => wordingOf(meeting, id).mergedInto));
  const headOf = ({ id }: Note): NoteId | null => {
    const { mergedInto } = wordingOf(meeting, id);
    return mergedInto !== null && known.has(mergedInto) ? mergedInto : null;
  };
  const heads = notes.filter((note) => headOf(note) === null);
  return inOrder(heads, orderOf(meeting, item.id)).map((note): WordingRow => {
    const { stale, mergedInto, ...words } = wordingOf(meeting, note.id);
    // Where the head of its group is not admitted, what was said of the group still holds for the rest of it.
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

/** An item's notes as the minutes tell them ("versi notula"), in their order; neither private nor left out ones. */
export const notesForMinutes = (
  meeting: Meeting,
  item: Pick<AgendaItem, 'id' | 'noteIds'>,
  admit: (note: Note) => boolean = isPublic,
): WordedNote[] =>
  wordingRows(meeting, item, admit)
    .filter(({ leftOut }) => !leftOut)
    .map(({ note, text, edited, mergedFrom }) => ({ note, text, edited, mergedFrom }));
