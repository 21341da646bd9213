import type { CivilDate } from '#core/time/zone.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useNow } from '../kernel/use-now.ts';

/** The calendar date in the meeting's zone. */
export function useToday(): CivilDate {
  const zone = useMeetingValue((meeting) => meeting.zone);
  return civilDateAt(useNow(), zone);
}
