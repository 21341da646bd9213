import { shortName } from '../model/agency.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { Meeting } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { Cite, MinutesFollowUp } from './minutes.ts';
import { type Included, mayBeIn, speakerOf } from './notes-of-item.ts';
import type { DocumentOptions } from './options.ts';
import { allPrintable } from './printable.ts';

/** What follows from a note that the document may not hold stays out with it: its words are the note's. */
function mayBePrinted(meeting: Meeting, followUp: FollowUp, include: Included): boolean {
  if (followUp.private) return false;
  const note = followUp.noteId === null ? undefined : findNote(meeting, followUp.noteId);
  return note === undefined || mayBeIn(include, note);
}

function citeOf(meeting: Meeting, followUp: FollowUp): Cite {
  const { author, origin, noteId } = followUp;
  const note = noteId === null ? undefined : findNote(meeting, noteId);
  const kind =
    note?.kind === 'decision' ? 'decision' : note === undefined || note.kind === 'directive' ? 'directive' : 'other';
  return {
    speaker: author === null ? null : speakerOf(meeting, author),
    kind: author?.kind === 'agency' && kind === 'directive' ? 'other' : kind,
    date: origin?.date ?? meeting.date,
    carried: origin !== null,
  };
}

/**
 * The rows of the matriks tindak lanjut: those brought along from earlier meetings first, then in order of birth.
 * @param ofInterest keeps only some of them, an agency's say
 */
export function followUpRows(
  meeting: Meeting,
  include: Included,
  ofInterest: (followUp: FollowUp) => boolean = () => true,
): MinutesFollowUp[] {
  const rows = meeting.followUps.order
    .flatMap((id) => meeting.followUps.items[id] ?? [])
    .filter((followUp) => ofInterest(followUp) && mayBePrinted(meeting, followUp, include))
    .map(
      (followUp): MinutesFollowUp => ({
        id: followUp.id,
        what: followUp.what,
        plan: followUp.plan,
        inCharge: followUp.pics.flatMap((id) => {
          const agency = meeting.agencies[id];
          return agency === undefined ? [] : shortName(agency);
        }),
        due: followUp.due,
        status: followUp.status,
        remark: followUp.remark,
        doneOn: followUp.doneOn,
        cite: citeOf(meeting, followUp),
      }),
    );
  return [...rows.filter(({ cite }) => cite.carried), ...rows.filter(({ cite }) => !cite.carried)];
}

/** The matriks as a paper of its own. */
export interface FollowUpMatrix extends DocumentHead {
  readonly followUps: readonly MinutesFollowUp[];
}

export const followUpsOf = (meeting: Meeting, options: DocumentOptions): FollowUpMatrix =>
  allPrintable({ ...headOf(meeting, options.strict), followUps: followUpRows(meeting, options.include) });
