import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import type { Author, Note } from '../model/note.ts';
import type { MinutesNote, NotesOfKind, Speaker } from './minutes.ts';
import type { DocumentOptions } from './options.ts';
import { isPublic, KIND_ORDER, notesForMinutes, type WordedNote } from './wording.ts';

/** What decides which notes a document may hold. */
export type Included = Pick<DocumentOptions['include'], 'internalNotes'>;

/** A private note is in no document (domain.md §4), an internal one only where the export takes them. */
export const mayBeIn = ({ internalNotes }: Included, note: Note): boolean =>
  isPublic(note) && (internalNotes || note.visibility === 'shown');

/** Who is named for words that are recorded. */
export function speakerOf(meeting: Pick<Meeting, 'agencies'>, author: Author): Speaker {
  if (author.kind === 'leader') return { role: author.role };
  const agency = meeting.agencies[author.agencyId];
  return { agency: agency === undefined ? author.agencyId : shortName(agency) };
}

export function minutesNote(meeting: Pick<Meeting, 'agencies'>, { note, text, mergedFrom }: WordedNote): MinutesNote {
  const concerned = [note, ...mergedFrom].flatMap(({ concerns }) =>
    concerns === null ? [] : (meeting.agencies[concerns]?.name ?? []),
  );
  return {
    id: note.id,
    speaker: speakerOf(meeting, note.author),
    text,
    concerns: [...new Set(concerned)].join(', '),
  };
}

/** The item's notes that the document may hold, in the minutes' own words and order; neither private nor left out ones. */
export const includedNotes = (meeting: Meeting, item: AgendaItem, include: Included): WordedNote[] =>
  notesForMinutes(meeting, item, (note) => mayBeIn(include, note));

/** Under their kinds; within a kind as they come. */
export function byKind(meeting: Pick<Meeting, 'agencies'>, notes: readonly WordedNote[]): NotesOfKind[] {
  return KIND_ORDER.flatMap((kind): NotesOfKind[] => {
    const ofKind = notes.filter(({ note }) => note.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, notes: ofKind.map((worded) => minutesNote(meeting, worded)) }];
  });
}
