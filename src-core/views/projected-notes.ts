import { COMPOSE } from '../commands/notes.ts';
import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { Author, Note, NoteKind } from '../model/note.ts';
import { resolveVisibility } from '../model/note.ts';
import { mayRead } from '../model/note-readers.ts';
import { getOwn } from '../model/own-properties.ts';
import type { Role } from '../model/roles.ts';

/** A note as the projector shows it. Only a note that is `shown` becomes one. */
export interface ProjectedNote {
  readonly id: string;
  /** A leader's role, or the short name of the agency that gave input. */
  readonly author: { readonly role: Role } | { readonly agency: string };
  readonly kind: NoteKind;
  readonly text: string;
  /** typing: still being typed. pinned: the operator keeps it on top. */
  readonly mark?: 'typing' | 'pinned';
}

/** The draft's name among the notes; ids of notes contain no dot. */
const TYPED = 'typed.';
/** How many characters of a note being typed are shown: its end, where it grows. */
const TYPED_TAIL = 400;

function authorOf(meeting: Meeting, author: Author): ProjectedNote['author'] {
  if (author.kind === 'leader') return { role: author.role };
  const agency = getOwn(meeting.agencies, author.agencyId);
  return { agency: agency === undefined ? '' : shortName(agency) };
}

/** The end of a text, from the beginning of a word if possible. */
function tailOf(text: string): string {
  if (text.length <= TYPED_TAIL) return text;
  const letters = [...text.slice(-TYPED_TAIL - 1)].slice(1).join('');
  const word = /\s/u.exec(letters)?.index ?? 0;
  return `… ${letters.slice(word).trimStart()}`;
}

/**
 * The note being typed, if the operator shows typing live: only the new note, only for the active item, and only while
 * it would become `shown` and was never private. An edit of an existing note is never shown.
 */
function typedNote(meeting: Meeting, item: AgendaItem): ProjectedNote[] {
  const draft = meeting.drafts[COMPOSE];
  if (!meeting.screen.liveTyping || draft === undefined || draft.itemId !== item.id || draft.held) return [];
  const { author, kind, visibility, text } = draft;
  const resolved = resolveVisibility(visibility, kind, meeting);
  if (!mayRead('room', { visibility: resolved }) || text.trim() === '') return [];
  return [{ id: TYPED, author: authorOf(meeting, author), kind, text: tailOf(text.trim()), mark: 'typing' }];
}

/** The notes of an item for the projector: pinned ones, then the one being typed, then the rest; newest first. */
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
