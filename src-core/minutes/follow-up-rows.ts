import { shortName } from '../model/agency.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { Meeting } from '../model/meeting.ts';
import { findNote } from '../model/meeting-notes.ts';
import type { Cite, MinutesFollowUp } from './minutes.ts';
import { speakerOf } from './notes-of-item.ts';
import { isPublic } from './wording.ts';

/** A follow-up of a private note stays out, whatever its own mark says: its words are the note's. */
function mayBePrinted(meeting: Meeting, followUp: FollowUp): boolean {
  if (followUp.private) return false;
  const note = followUp.noteId === null ? undefined : findNote(meeting, followUp.noteId);
  return note === undefined || isPublic(note);
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

/** The rows of the matriks tindak lanjut: those brought along from earlier meetings first, then in order of birth. */
export function followUpRows(meeting: Meeting): MinutesFollowUp[] {
  const rows = meeting.followUps.order
    .flatMap((id) => meeting.followUps.items[id] ?? [])
    .filter((followUp) => mayBePrinted(meeting, followUp))
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
