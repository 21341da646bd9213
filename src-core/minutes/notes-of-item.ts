import { shortName } from '../model/agency.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import { namedAgencies } from '../model/concerns.ts';
import type { DocumentOptions } from '../model/export-options.ts';
import type { Meeting } from '../model/meeting.ts';
import { type Author, EVERY_AGENCY, type Note } from '../model/note.ts';
import { mayRead, type Reader } from '../model/note-readers.ts';
import type { MinutesNote, NotesOfKind, Speaker } from './minutes.ts';
import { KIND_ORDER, notesForMinutes, type WordedNote } from './wording.ts';

/** The options of which a note depends. */
type NoteOptions = Pick<DocumentOptions, 'include' | 'strict'>;
type Named = Pick<Meeting, 'agencies' | 'term' | 'agenda'>;

/** The person or agency named as the author of recorded words. */
export function speakerOf(meeting: Pick<Meeting, 'agencies'>, author: Author): Speaker {
  if (author.kind === 'leader') return { role: author.role };
  const agency = meeting.agencies[author.agencyId];
  return { agency: agency === undefined ? author.agencyId : shortName(agency) };
}

/** The pages of what is still attached: those of slides that were taken off would lead nowhere. */
function pagesOf({ agenda }: Named, notes: readonly Note[]): number[] {
  const pages = notes.flatMap(({ itemId, page }) => (agenda.items[itemId]?.slides == null ? [] : (page ?? [])));
  return [...new Set(pages)].toSorted((a, b) => a - b);
}

export function minutesNote(meeting: Named, { note, text, mergedFrom }: WordedNote, options: NoteOptions): MinutesNote {
  const named = [note, ...mergedFrom].map(namedAgencies);
  const forAll = named.includes(EVERY_AGENCY);
  const ids = named.flatMap((one) => (one === EVERY_AGENCY ? [] : one));
  return {
    id: note.id,
    speaker: speakerOf(meeting, note.author),
    text,
    concerns: forAll ? [] : [...new Set(ids)].flatMap((id) => meeting.agencies[id]?.name ?? []),
    forAll: forAll ? meeting.term : '',
    addendum: [note, ...mergedFrom].some(({ addendum }) => addendum),
    pages: options.include.pages && !options.strict ? pagesOf(meeting, [note, ...mergedFrom]) : [],
  };
}

/** The item's notes that this reader may read, with the minutes' own words and order; neither private nor omitted ones. */
export const includedNotes = (meeting: Meeting, item: AgendaItem, reader: Reader): WordedNote[] =>
  notesForMinutes(meeting, item, (note) => mayRead(reader, note));

/** Notes grouped by kind; within a kind in the given order. */
export function byKind(meeting: Named, notes: readonly WordedNote[], options: NoteOptions): NotesOfKind[] {
  return KIND_ORDER.flatMap((kind): NotesOfKind[] => {
    const ofKind = notes.filter(({ note }) => note.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, notes: ofKind.map((worded) => minutesNote(meeting, worded, options)) }];
  });
}
