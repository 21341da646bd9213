import type { Limits } from '#core/model/limits.ts';

export type LimitsProblem = 'zero' | 'softAfterHard' | 'softAlone' | 'tooLong';

const DAY = 86_400_000;

/** What is wrong with limits, in the words of the form; `null` if they are sound (src-core/model/limits.ts). */
export function limitsProblem({ soft, hard }: Limits): LimitsProblem | null {
  if ((soft !== null && soft < 1000) || (hard !== null && hard < 1000)) return 'zero';
  if ((soft ?? 0) > DAY || (hard ?? 0) > DAY) return 'tooLong';
  if (soft !== null && hard === null) return 'softAlone';
  if (soft !== null && hard !== null && soft > hard) return 'softAfterHard';
  return null;
}
