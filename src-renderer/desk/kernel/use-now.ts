import { useCallback, useSyncExternalStore } from 'react';
import { type Instant, instant } from '#core/time/units.ts';
import { useClock } from './desk-context.tsx';
import { wakingTimer } from './waking-timer.ts';

/**
 * The time of day, rounded down to `step` ms; rerenders only when it changes.
 * @param step 1,000 for a clock with seconds, 60,000 for one without
 */
export function useNow(step: 1000 | 60_000 = 60_000): Instant {
  const clock = useClock();
  const subscribe = useCallback(
    (tick: () => void) => wakingTimer(() => step - (clock.now() % step) + 1, tick),
    [clock, step],
  );
  return useSyncExternalStore(subscribe, () => instant(Math.floor(clock.now() / step) * step));
}
