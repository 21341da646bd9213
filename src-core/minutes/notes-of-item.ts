import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { Author, Note, NoteKind } from '../model/note.ts';
import { ROLES } from '../model/roles.ts';
import type { MinutesNote, NotesOfKind, Speaker } from './minutes.ts';

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

/** The only door through which a note comes into a document: a private one does not pass it (domain.md §4). */
export const isPublic = (note: Note): boolean => note.visibility !== 'private';

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

/** The item's notes but the private ones: by kind, within a kind by rank of the speaker, then as they were made. */
export function notesOfItem(meeting: Meeting, item: AgendaItem): NotesOfKind[] {
  const notes = notesOf(meeting, item).filter(isPublic);
  return KIND_ORDER.flatMap((kind): NotesOfKind[] => {
    const ofKind = notes.filter((note) => note.kind === kind).toSorted((a, b) => rankOf(a) - rankOf(b));
    return ofKind.length === 0 ? [] : [{ kind, notes: ofKind.map((note) => minutesNote(meeting, note)) }];
  });
}
