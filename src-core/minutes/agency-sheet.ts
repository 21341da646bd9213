import type { Agency, AgencyId } from '../model/agency.ts';
import { concerns } from '../model/concerns.ts';
import type { DocumentOptions } from '../model/export-options.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import type { NoteKind } from '../model/note.ts';
import { readerOf } from '../model/note-readers.ts';
import type { Person } from '../text/office.ts';
import { followUpRows } from './follow-up-rows.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { ItemTime, MinutesName, ShownSlides } from './item-facts.ts';
import { nameOf, presenterOf, shownSlides, timeOf } from './item-facts.ts';
import type { MinutesFollowUp, MinutesProblem, NotesOfKind } from './minutes.ts';
import { byKind, includedNotes } from './notes-of-item.ts';
import { allPrintable } from './printable.ts';
import { problemRows } from './problem-rows.ts';
import type { WordedNote } from './wording.ts';

/** Kinds that ask an agency to do something; plain notes and problems stay in the minutes. */
const ASKING: readonly NoteKind[] = ['directive', 'decision', 'proposal', 'solution', 'question'];
const asks = ({ note }: WordedNote): boolean => ASKING.includes(note.kind);

/** Whether a note, or one grouped with it, concerns an agency besides the presenting one. */
const isFor = (meeting: Meeting, { note, mergedFrom }: WordedNote, agencyId: AgencyId): boolean =>
  [note, ...mergedFrom].some((one) => concerns(meeting, one, agencyId));

/** What was said about an agency in another agency's turn. */
export interface FromElsewhere {
  readonly item: MinutesName;
  readonly notes: readonly NotesOfKind[];
}

/** An agency's own turn. */
export interface OwnTurn {
  readonly presenter: Person | null;
  /** `null` if the turn did not take place, or the export leaves times out. */
  readonly time: ItemTime | null;
  /** As in the minutes. */
  readonly slides: ShownSlides | null;
}

/** "Lembar arahan": what one agency takes home from a meeting. */
export interface AgencySheet extends DocumentHead {
  readonly agency: Agency;
  /** Its turns, usually one. */
  readonly turns: readonly OwnTurn[];
  /** What was asked of it in its own turn. */
  readonly notes: readonly NotesOfKind[];
  readonly elsewhere: readonly FromElsewhere[];
  /** Those that it is in charge of. */
  readonly followUps: readonly MinutesFollowUp[];
  /** Its problems that came back. */
  readonly problems: readonly MinutesProblem[];
}

/** @returns `null` for an agency that is not in the meeting */
export function agencySheetOf(meeting: Meeting, agencyId: AgencyId, options: DocumentOptions): AgencySheet | null {
  const agency = Object.hasOwn(meeting.agencies, agencyId) ? meeting.agencies[agencyId] : undefined;
  if (agency === undefined) return null;
  const { include, strict } = options;
  const reader = readerOf(include);
  const items = orderedItems(meeting);
  const own = items.filter((item) => item.agencyId === agencyId);
  const elsewhere = items
    .filter((item) => item.agencyId !== agencyId)
    .map((item) => ({
      item: nameOf(meeting, item),
      notes: byKind(
        meeting,
        includedNotes(meeting, item, reader).filter((note) => isFor(meeting, note, agencyId) && asks(note)),
        options,
      ),
    }))
    .filter(({ notes }) => notes.length > 0);
  return allPrintable<AgencySheet>({
    ...headOf(meeting, strict),
    agency,
    turns: own.map((item) => ({
      presenter: presenterOf(meeting, item),
      time: include.times ? timeOf(meeting, item) : null,
      slides: shownSlides(item, options),
    })),
    notes: byKind(
      meeting,
      own.flatMap((item) => includedNotes(meeting, item, reader).filter(asks)),
      options,
    ),
    elsewhere,
    followUps: include.followUps ? followUpRows(meeting, reader, ({ pics }) => pics.includes(agencyId)) : [],
    problems: include.problems ? problemRows(meeting, reader, agencyId) : [],
  });
}

export const isEmptySheet = ({ notes, elsewhere, followUps, problems }: AgencySheet): boolean =>
  notes.length + elsewhere.length + followUps.length + problems.length === 0;

/** The agencies whose "Lembar arahan" would not be empty, in the order of the agenda, then the others. */
export function agenciesWithSheet(meeting: Meeting, options: DocumentOptions): AgencyId[] {
  const presenting = orderedItems(meeting).flatMap(({ agencyId }) => agencyId ?? []);
  return [...new Set([...presenting, ...Object.keys(meeting.agencies)])].filter((agencyId) => {
    const sheet = agencySheetOf(meeting, agencyId, options);
    return sheet !== null && !isEmptySheet(sheet);
  });
}
