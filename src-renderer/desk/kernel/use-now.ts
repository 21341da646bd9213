import { useCallback, useSyncExternalStore } from 'react';
import { type Instant, instant } from '#core/time/units.ts';
import { startTicker } from '#renderer/kit/ticker.ts';
import { useClock } from './desk-context.tsx';

/**
 * The time of day, rounded down to `step` ms; rerenders only when it changes.
 * @param step 1,000 for a clock with seconds, 60,000 for one without
 */
export function useNow(step: 1000 | 60_000 = 60_000): Instant {
  const clock = useClock();
  const subscribe = useCallback(
    (tick: () => void) => startTicker(() => step - (clock.now() % step) + 1, tick).stop,
    [clock, step],
  );
  return useSyncExternalStore(subscribe, () => instant(Math.floor(clock.now() / step) * step));
}
