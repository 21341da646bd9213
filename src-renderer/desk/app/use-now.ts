import { useCallback, useSyncExternalStore } from 'react';
import { type Instant, instant } from '#core/time/units.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import { useClock } from './desk-context.tsx';

/** Calls `tick` at each boundary of `step` ms of the wall clock, and at once when the window comes back into view. */
function everyBoundary(clock: MainClock, step: number, tick: () => void): () => void {
  let timer = 0;
  const plan = (): void => {
    timer = window.setTimeout(
      () => {
        tick();
        plan();
      },
      step - (clock.now() % step) + 1,
    );
  };
  const wake = (): void => {
    window.clearTimeout(timer);
    tick();
    plan();
  };
  plan();
  document.addEventListener('visibilitychange', wake);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
  };
}

/**
 * The time of day, cut down to `step` ms; rerenders on its boundaries only.
 * @param step 1,000 for a clock with seconds, 60,000 for one without
 */
export function useNow(step: 1000 | 60_000 = 60_000): Instant {
  const clock = useClock();
  const subscribe = useCallback((tick: () => void) => everyBoundary(clock, step, tick), [clock, step]);
  return useSyncExternalStore(subscribe, () => instant(Math.floor(clock.now() / step) * step));
}
