import type { AgencyId } from '../model/agency.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import { problemsNow } from '../model/meeting-matters.ts';
import { mayReadFollowUp, type Reader } from '../model/note-readers.ts';
import { getOwn } from '../model/own-properties.ts';
import { type ProblemNow, timesRaised } from '../model/problem-now.ts';
import type { MinutesProblem } from './minutes.ts';

/** Whether it came back from an earlier meeting unsolved, or was raised again, solved or reopened in this one. */
function recurs({ id }: Pick<Meeting, 'id'>, { origin, solved, entries }: ProblemNow): boolean {
  const isMoved = entries.some(
    ({ madeIn, fields }) => madeIn === id && (fields.recurred === true || fields.solved !== undefined),
  );
  return isMoved || (origin !== null && !solved);
}

/**
 * The recurring problems, by agency in the order of the agenda.
 * @param reader problems that this reader may not read are left out
 * @param agencyId `null`: of all agencies
 */
export function problemRows(meeting: Meeting, reader: Reader, agencyId: AgencyId | null = null): MinutesProblem[] {
  const order = orderedItems(meeting).flatMap((item) => item.agencyId ?? []);
  const placeOf = (problem: ProblemNow): number => {
    const place = order.indexOf(problem.agencyId);
    return place === -1 ? order.length : place;
  };
  return problemsNow(meeting)
    .filter((problem) => agencyId === null || problem.agencyId === agencyId)
    .filter((problem) => recurs(meeting, problem) && mayReadFollowUp(meeting, reader, problem))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((problem) => ({
      id: problem.id,
      agency: getOwn(meeting.agencies, problem.agencyId)?.name ?? '',
      text: problem.text,
      since: problem.since,
      raised: timesRaised(problem, meeting.id),
      solved: problem.solved,
      solvedOn: problem.solvedOn,
      remark: problem.remark,
      evidence: problem.evidence,
    }));
}
