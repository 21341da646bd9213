import { shortName } from '../model/agency.ts';
import { areEveryAgency } from '../model/concerns.ts';
import type { DocumentOptions } from '../model/export-options.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { Meeting } from '../model/meeting.ts';
import { followUpsNow } from '../model/meeting-matters.ts';
import { citedFrom } from '../model/meeting-notes.ts';
import type { NoteKind } from '../model/note.ts';
import { mayReadFollowUp, type Reader, readerOf } from '../model/note-readers.ts';
import { changesIn, dueBefore } from './follow-up-changes.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { Cite, MinutesFollowUp } from './minutes.ts';
import { speakerOf } from './notes-of-item.ts';
import { allPrintable } from './printable.ts';

/** How a follow-up is cited; a directive is only a leader's. Older files do not say what it was: it is a directive there. */
export function citeKind(kind: NoteKind | undefined, author: FollowUp['author']): Cite['kind'] {
  if (kind === 'decision') return 'decision';
  return (kind === undefined || kind === 'directive') && author?.kind !== 'agency' ? 'directive' : 'other';
}

function citeOf(meeting: Meeting, followUp: FollowUp): Cite {
  const { origin } = followUp;
  const { kind, author } = citedFrom(meeting, followUp);
  return {
    speaker: author === null ? null : speakerOf(meeting, author),
    kind: citeKind(kind, author),
    date: origin?.date ?? meeting.date,
    carried: origin !== null,
  };
}

/**
 * The rows of the follow-up matrix: those carried from earlier meetings first, then in order of creation.
 * @param reader follow-ups that this reader may not read are left out
 * @param ofInterest restricts the rows, to one agency for example
 */
export function followUpRows(
  meeting: Meeting,
  reader: Reader,
  ofInterest: (followUp: FollowUp) => boolean = () => true,
): MinutesFollowUp[] {
  const rows = followUpsNow(meeting)
    .filter((followUp) => ofInterest(followUp) && mayReadFollowUp(meeting, reader, followUp))
    .map(
      (followUp): MinutesFollowUp => ({
        id: followUp.id,
        what: followUp.what,
        plan: followUp.plan,
        inCharge: followUp.pics.flatMap((id) => {
          const agency = meeting.agencies[id];
          return agency === undefined ? [] : shortName(agency);
        }),
        forAll: areEveryAgency(meeting, followUp.pics) ? meeting.term : '',
        due: followUp.due,
        dueBefore: dueBefore(meeting, followUp),
        isLate: followUp.status !== 'done' && followUp.due !== null && followUp.due < meeting.date,
        status: followUp.status,
        remark: followUp.remark,
        evidence: followUp.evidence,
        verifiedBy: followUp.verifiedBy ?? null,
        doneOn: followUp.doneOn,
        cite: citeOf(meeting, followUp),
        changes: changesIn(meeting, followUp),
      }),
    );
  return [...rows.filter(({ cite }) => cite.carried), ...rows.filter(({ cite }) => !cite.carried)];
}

/** The follow-up matrix as a document of its own. */
export interface FollowUpMatrix extends DocumentHead {
  readonly followUps: readonly MinutesFollowUp[];
}

export const followUpsOf = (meeting: Meeting, options: DocumentOptions): FollowUpMatrix =>
  allPrintable({ ...headOf(meeting, options.strict), followUps: followUpRows(meeting, readerOf(options.include)) });
