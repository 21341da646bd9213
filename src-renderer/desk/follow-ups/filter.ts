import type { FollowUp, FollowUpStatus } from '#core/model/follow-up.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { isLate } from './cite.ts';

export type StatusFilter = FollowUpStatus | 'all' | 'late';
export interface FollowUpFilter {
  readonly status: StatusFilter;
  readonly agencyId: string | null;
}

const passes = (followUp: FollowUp, status: StatusFilter, today: CivilDate): boolean =>
  status === 'all' || (status === 'late' ? isLate(followUp, today) : followUp.status === status);

/**
 * The follow-ups that pass the filter, carried ones first because they are older.
 * @param at the one that somebody is at: it stays until they leave it, whatever they have made of it
 */
export function listedFollowUps<F extends FollowUp>(
  all: readonly F[],
  filter: FollowUpFilter,
  today: CivilDate,
  at: string | null,
): F[] {
  return [...all.filter(({ origin }) => origin !== null), ...all.filter(({ origin }) => origin === null)].filter(
    (followUp) =>
      followUp.id === at ||
      (passes(followUp, filter.status, today) && (filter.agencyId === null || followUp.pics.includes(filter.agencyId))),
  );
}

/** How many there are per status, for the filter's buttons. */
export function countByStatus(followUps: readonly FollowUp[], today: CivilDate): Record<StatusFilter, number> {
  const count = (status: StatusFilter): number => followUps.filter((one) => passes(one, status, today)).length;
  return {
    all: count('all'),
    late: count('late'),
    open: count('open'),
    inProgress: count('inProgress'),
    done: count('done'),
  };
}
