import type { CivilDate } from '../time/zone.ts';
import { type Entry, inTime } from './entry.ts';
import type { MeetingId } from './meeting.ts';
import type { Problem } from './problem.ts';

/** A problem with everything that its entries say. */
export interface ProblemNow extends Problem {
  remark: string;
  evidence: string;
  solved: boolean;
  /** The day on which it was declared solved; `null` while it is open. */
  solvedOn: CivilDate | null;
  withdrawn: boolean;
  /** The oldest first. */
  readonly entries: readonly Entry[];
}

/**
 * What a problem is now.
 * @param record as it was first raised
 * @param entries what happened to it, of any documents and in any order; the same entry may occur more than once
 */
export function foldProblem(record: Problem, entries: readonly Entry[]): ProblemNow {
  const past = inTime(entries);
  const now: Omit<ProblemNow, 'entries'> = {
    ...record,
    remark: '',
    evidence: '',
    solved: false,
    solvedOn: null,
    withdrawn: false,
  };
  for (const { fields, on } of past) {
    now.remark = fields.remark ?? now.remark;
    now.evidence = fields.evidence ?? now.evidence;
    now.text = fields.what ?? now.text;
    now.agencyId = fields.pics?.[0] ?? now.agencyId;
    now.withdrawn = fields.withdrawn ?? now.withdrawn;
    // What is raised again is open again.
    const solved = fields.solved ?? (fields.recurred ? false : now.solved);
    if (solved !== now.solved) now.solvedOn = solved ? on : null;
    now.solved = solved;
  }
  return { ...now, entries: past };
}

/**
 * In how many meetings it was raised: where it was raised first, and wherever it recurred.
 * @param here the document that has it; the meeting in which it was raised first if it has no origin
 */
export function timesRaised({ origin, entries }: Pick<ProblemNow, 'origin' | 'entries'>, here: MeetingId): number {
  const again = entries.flatMap(({ fields, madeIn }) => (fields.recurred ? [madeIn] : []));
  return new Set([origin?.meetingId ?? here, ...again]).size;
}
