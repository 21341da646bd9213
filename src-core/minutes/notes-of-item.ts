import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import type { Author } from '../model/note.ts';
import type { MinutesNote, NotesOfKind, Speaker } from './minutes.ts';
import { KIND_ORDER, notesForMinutes, type WordedNote } from './wording.ts';

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

/** The item's notes in the minutes' own words and order, by kind; neither private nor left out ones. */
export function notesOfItem(meeting: Meeting, item: AgendaItem): NotesOfKind[] {
  const notes = notesForMinutes(meeting, item);
  return KIND_ORDER.flatMap((kind): NotesOfKind[] => {
    const ofKind = notes.filter(({ note }) => note.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, notes: ofKind.map((worded) => minutesNote(meeting, worded)) }];
  });
}
