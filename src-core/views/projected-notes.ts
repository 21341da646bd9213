import { COMPOSE, resolveVisibility } from '../commands/notes.ts';
import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import { mayRead } from '../model/disclosure.ts';
import type { Meeting } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { Author, Note, NoteKind } from '../model/note.ts';
import { own } from '../model/own.ts';
import type { Role } from '../model/roles.ts';

/** What the room reads of a note. Only what is `shown` ever becomes one. */
export interface ProjectedNote {
  readonly id: string;
  /** A leader's role, or the short name of the agency that gave input. */
  readonly author: { readonly role: Role } | { readonly agency: string };
  readonly kind: NoteKind;
  readonly text: string;
  /** typing: it is still being typed. pinned: the operator keeps it on top. */
  readonly mark?: 'typing' | 'pinned';
}

/** The draft's own name among the notes; no note has it, for identifiers hold no dot. */
const TYPED = 'typed.';
/** So much of what is being typed is shown, letters: its end, which is where the room reads along. */
const TYPED_TAIL = 400;

function authorOf(meeting: Meeting, author: Author): ProjectedNote['author'] {
  if (author.kind === 'leader') return { role: author.role };
  const agency = own(meeting.agencies, author.agencyId);
  return { agency: agency === undefined ? '' : shortName(agency) };
}

/** The end of a text, from a word's beginning on where there is one. */
function tailOf(text: string): string {
  if (text.length <= TYPED_TAIL) return text;
  const letters = [...text.slice(-TYPED_TAIL - 1)].slice(1).join('');
  const word = /\s/u.exec(letters)?.index ?? 0;
  return `… ${letters.slice(word).trimStart()}`;
}

/**
 * The note being typed, where the operator lets the room read along: only the new note, only for the item on the floor,
 * and only while what it would become is `shown` and it never was private. A change to a note that is there already is never shown half done.
 */
function typedNote(meeting: Meeting, item: AgendaItem): ProjectedNote[] {
  const draft = meeting.drafts[COMPOSE];
  if (!meeting.screen.liveTyping || draft === undefined || draft.itemId !== item.id || draft.held) return [];
  const { author, kind, visibility, text } = draft;
  const resolved = resolveVisibility(visibility, kind, meeting);
  if (!mayRead('room', { visibility: resolved }) || text.trim() === '') return [];
  return [{ id: TYPED, author: authorOf(meeting, author), kind, text: tailOf(text.trim()), mark: 'typing' }];
}

/** The notes of an item that the room may read: the pinned ones, then what is being typed, then the rest; newest first. */
export function projectedNotes(meeting: Meeting, item: AgendaItem): ProjectedNote[] {
  const shown = notesOf(meeting, item)
    .filter((note) => mayRead('room', note))
    .toReversed();
  const projected = ({ id, author, kind, text, pinned }: Note): ProjectedNote => {
    const note = { id, author: authorOf(meeting, author), kind, text };
    return pinned ? { ...note, mark: 'pinned' } : note;
  };
  const [pinned, others] = [shown.filter((note) => note.pinned), shown.filter((note) => !note.pinned)];
  return [...pinned.map(projected), ...typedNote(meeting, item), ...others.map(projected)];
}
