import type { AgencyId } from '../model/agency.ts';
import type { PastNote } from '../model/agency-past.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import type { Meeting } from '../model/meeting.ts';
import { followUpsNow, problemsNow } from '../model/meeting-matters.ts';
import { mayReadFollowUp } from '../model/note-readers.ts';
import { getOwn } from '../model/own-properties.ts';
import { timesRaised } from '../model/problem-now.ts';
import { budgetRatio } from '../model/sheet.ts';
import { figureOf } from '../text/format.ts';
import type { CivilDate } from '../time/zone.ts';

/** A follow-up as the projector shows it; whether it is late depends on the day, which the window knows. */
export interface ProjectedFollowUp {
  readonly id: string;
  readonly what: string;
  readonly due: CivilDate | null;
  readonly status: FollowUpStatus;
  readonly doneOn: CivilDate | null;
}

export interface ProjectedProblem {
  readonly id: string;
  readonly text: string;
  readonly since: CivilDate;
  /** In how many meetings it was raised. */
  readonly raised: number;
  readonly solved: boolean;
}

/** A target of the last turn; the texts are those of its sheet. */
export interface ProjectedTarget {
  readonly id: string;
  readonly indicator: string;
  readonly unit: string;
  readonly target: string;
  readonly achieved: string;
  /** Achieved of the target, 1 for all of it; `null` where the texts have no numbers. */
  readonly share: number | null;
}
export interface ProjectedBudget {
  readonly date: CivilDate;
  /** Rupiah. */
  readonly ceiling: number | null;
  readonly realised: number | null;
  /** Realised of the ceiling, 1 for all of it. */
  readonly share: number | null;
}

/** What the room saw when the agency presented last. */
export interface ProjectedPast {
  readonly title: string;
  readonly date: CivilDate;
  readonly notes: readonly PastNote[];
  readonly targets: readonly ProjectedTarget[];
  /** The oldest first. */
  readonly budgets: readonly ProjectedBudget[];
}

export interface ProjectedMatters {
  /** `null` if it is not known that the agency presented before. */
  readonly past: ProjectedPast | null;
  readonly followUps: readonly ProjectedFollowUp[];
  readonly problems: readonly ProjectedProblem[];
}

function shareOf(target: string, achieved: string): number | null {
  const [aim, reached] = [figureOf(target), figureOf(achieved)];
  return aim === null || reached === null || aim <= 0 ? null : reached / aim;
}

function projectedPast({ past }: Pick<Meeting, 'past'>, agencyId: AgencyId): ProjectedPast | null {
  const known = getOwn(past, agencyId);
  if (known === undefined) return null;
  const { from, notes, targets, budgets } = known;
  return {
    title: from.title,
    date: from.date,
    notes,
    targets: targets.map((row) => ({ ...row, share: shareOf(row.target, row.achieved) })),
    budgets: budgets.map((point) => ({ ...point, share: budgetRatio({ ...point, need: null, remark: '' }) })),
  };
}

/** The follow-ups and problems of an agency that may be on the projector, in the meeting's order, without remarks; and its last turn. */
export function projectedMatters(meeting: Meeting, agencyId: AgencyId): ProjectedMatters {
  return {
    past: projectedPast(meeting, agencyId),
    followUps: followUpsNow(meeting)
      .filter((followUp) => followUp.pics.includes(agencyId) && mayReadFollowUp(meeting, 'room', followUp))
      .map(({ id, what, due, status, doneOn }) => ({ id, what, due, status, doneOn })),
    problems: problemsNow(meeting)
      .filter((problem) => problem.agencyId === agencyId && mayReadFollowUp(meeting, 'room', problem))
      .map((problem) => ({
        id: problem.id,
        text: problem.text,
        since: problem.since,
        raised: timesRaised(problem, meeting.id),
        solved: problem.solved,
      })),
  };
}
