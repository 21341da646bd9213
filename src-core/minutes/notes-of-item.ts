import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { Author, Note, NoteKind } from '../model/note.ts';
import { ROLES } from '../model/roles.ts';
import type { MinutesNote, NotesOfKind, Speaker } from './minutes.ts';
import type { DocumentOptions } from './options.ts';

/** As a discussion goes: what was seen, asked and proposed, then what the leaders want and what was settled. */
const KIND_ORDER: readonly NoteKind[] = [
  'note',
  'problem',
  'question',
  'proposal',
  'solution',
  'directive',
  'decision',
];

/** What decides which notes a document may hold. */
export type Included = Pick<DocumentOptions['include'], 'internalNotes'>;

/**
 * The only door through which a note comes into a document: a private one never passes it (domain.md §4), an internal one
 * only where the export takes them.
 */
export const mayBeIn = ({ internalNotes }: Included, { visibility }: Pick<Note, 'visibility'>): boolean =>
  visibility === 'shown' || (visibility === 'internal' && internalNotes);

/** Who is named for words that are recorded. */
export function speakerOf(meeting: Pick<Meeting, 'agencies'>, author: Author): Speaker {
  if (author.kind === 'leader') return { role: author.role };
  const agency = meeting.agencies[author.agencyId];
  return { agency: agency === undefined ? author.agencyId : shortName(agency) };
}

export function minutesNote(meeting: Pick<Meeting, 'agencies'>, note: Note): MinutesNote {
  return {
    id: note.id,
    speaker: speakerOf(meeting, note.author),
    text: note.text,
    concerns: note.concerns === null ? '' : (meeting.agencies[note.concerns]?.name ?? ''),
  };
}

/** Leaders by rank, then agencies. */
const rankOf = ({ author }: Note): number => (author.kind === 'leader' ? ROLES.indexOf(author.role) : ROLES.length);

/** The item's notes that the document may hold, in the order in which they were made. */
export const includedNotes = (meeting: Meeting, item: AgendaItem, include: Included): Note[] =>
  notesOf(meeting, item).filter((note) => mayBeIn(include, note));

/** By kind, within a kind by rank of the speaker, then as they were made. */
export function byKind(meeting: Pick<Meeting, 'agencies'>, notes: readonly Note[]): NotesOfKind[] {
  return KIND_ORDER.flatMap((kind): NotesOfKind[] => {
    const ofKind = notes.filter((note) => note.kind === kind).toSorted((a, b) => rankOf(a) - rankOf(b));
    return ofKind.length === 0 ? [] : [{ kind, notes: ofKind.map((note) => minutesNote(meeting, note)) }];
  });
}
