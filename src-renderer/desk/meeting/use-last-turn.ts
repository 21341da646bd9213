import { type AgencyPage, type AgencyTurn, lastTurnBefore } from '#core/archive/agency-page.ts';
import { itemOf } from '#core/model/meeting.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { type Archived, useArchive } from '../kernel/archive/use-archive.ts';
import { useClock, useMeetingValue } from '../kernel/desk-context.tsx';

export interface LastTurn extends Pick<Archived<never>, 'state' | 'retry'> {
  /** Everything known of the agency; `null` until it is read. */
  readonly page: AgencyPage | null;
  /** The turn before that of the open meeting; `null` if there is none. */
  readonly last: AgencyTurn | null;
}

/** What the agency of an item presented last, in whatever meeting. */
export function useLastTurn(itemId: string): LastTurn {
  const clock = useClock();
  const agencyId = useMeetingValue((meeting) => itemOf(meeting, itemId)?.agencyId ?? null);
  const id = useMeetingValue((meeting) => meeting.id);
  const date = useMeetingValue((meeting) => meeting.date);
  const zone = useMeetingValue((meeting) => meeting.zone);
  const today = civilDateAt(clock.now(), zone);
  const { state, answer, retry } = useArchive('agency', agencyId === null ? null : { today, agencyId }, true);
  return { state, retry, page: answer, last: answer === null ? null : lastTurnBefore(answer, { id, date }) };
}
