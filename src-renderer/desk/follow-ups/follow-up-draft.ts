import { inChargeOf } from '#core/model/concerns.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { Role } from '#core/model/roles.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { shiftDate } from '#renderer/kit/date-text.ts';

/** What the dialog edits. */
export type FollowUpDraft = Pick<FollowUp, 'what' | 'plan' | 'pics' | 'due' | 'status' | 'remark'> & {
  readonly evidence: string;
  /** Who confirmed that it is done. */
  readonly verifiedBy: Role | null;
};

export interface FollowUpTarget {
  /** The follow-up that is changed; `null` for a new one. */
  readonly followUp: FollowUp | null;
  readonly draft: FollowUpDraft;
}

/**
 * The dialog's initial values: the requested follow-up, else the one that the note already has, else a new one with the
 * note's text and the agency that the note is about in charge.
 */
export function followUpTarget(meeting: Meeting, noteId: string | null, followUpId: string | null): FollowUpTarget {
  const all = followUpsNow(meeting);
  const known =
    followUpId !== null
      ? all.find(({ id }) => id === followUpId)
      : noteId === null
        ? undefined
        : all.find((followUp) => followUp.noteId === noteId);
  if (known !== undefined) {
    const { what, plan, pics, due, status, remark, evidence, verifiedBy } = known;
    return {
      followUp: known,
      draft: { what, plan, pics, due, status, remark, evidence, verifiedBy: verifiedBy ?? null },
    };
  }
  const note = noteId === null ? undefined : findNote(meeting, noteId);
  return {
    followUp: null,
    draft: {
      what: note?.text ?? '',
      plan: '',
      pics: note === undefined ? [] : inChargeOf(meeting, note),
      due: null,
      status: 'open',
      remark: '',
      evidence: '',
      verifiedBy: null,
    },
  };
}

/** Usual due dates, counted from the day of the meeting: its minutes are often written days later. */
export const dueChoices = ({
  date,
}: Pick<Meeting, 'date'>): readonly { readonly days: number; readonly due: CivilDate }[] =>
  [7, 14, 30].map((days) => ({ days, due: shiftDate(date, days) }));
