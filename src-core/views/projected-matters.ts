import type { AgencyId } from '../model/agency.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import type { Meeting } from '../model/meeting.ts';
import { followUpsNow, problemsNow } from '../model/meeting-matters.ts';
import { mayReadFollowUp } from '../model/note-readers.ts';
import { timesRaised } from '../model/problem-now.ts';
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

export interface ProjectedMatters {
  readonly followUps: readonly ProjectedFollowUp[];
  readonly problems: readonly ProjectedProblem[];
}

/** The follow-ups and problems of an agency that may be on the projector, in the meeting's order, without remarks. */
export function projectedMatters(meeting: Meeting, agencyId: AgencyId): ProjectedMatters {
  return {
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
