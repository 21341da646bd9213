import { useCallback, useSyncExternalStore } from 'react';
import type { Limits } from '#core/model/limits.ts';
import { type ClockAnchor, type ClockFace, faceAt, untilNextSecond } from '#core/schedule/turn-clock.ts';
import { useClock } from '../kernel/desk-context.tsx';
import { wakingTimer } from '../kernel/waking-timer.ts';

/**
 * A part of what a turn's clock shows, looked at on each second's boundary while it runs; rerenders only when it is another.
 * @param select must answer with a primitive
 */
export function useFaceValue<T extends string | number | boolean>(
  { spent, anchor, added }: ClockAnchor,
  { soft, hard }: Limits,
  select: (face: ClockFace) => T,
): T {
  const clock = useClock();
  const subscribe = useCallback(
    (listener: () => void) => {
      const wait = (): number | null => {
        const next = untilNextSecond({ spent, anchor, added }, { soft, hard }, clock.mono());
        return next === null ? null : next + 1;
      };
      return wakingTimer(wait, listener);
    },
    [clock, spent, anchor, added, soft, hard],
  );
  return useSyncExternalStore(subscribe, () => select(faceAt({ spent, anchor, added }, { soft, hard }, clock.mono())));
}
