import type { foldFollowUp } from '#core/model/follow-up-now.ts';
import type { foldProblem } from '#core/model/problem-now.ts';

/** What became of a follow-up or a problem, whoever reads it. */
export interface Fate {
  readonly id: string;
  readonly withdrawn: boolean;
  readonly state: unknown;
  /** The oldest first. */
  readonly entries: readonly string[];
}

/** Without its agencies: their identifiers differ from document to document. */
export function fateOfFollowUp(now: ReturnType<typeof foldFollowUp>): Fate {
  const { id, withdrawn, what, status, doneOn, due, remark, evidence, extension, entries } = now;
  const state = { what, status, doneOn, due, remark, evidence, extension };
  return { id, withdrawn, state, entries: entries.map((entry) => entry.id) };
}

export function fateOfProblem(now: ReturnType<typeof foldProblem>): Fate {
  const { id, withdrawn, text, remark, solved, solvedOn, entries } = now;
  return { id, withdrawn, state: { text, remark, solved, solvedOn }, entries: entries.map((entry) => entry.id) };
}
