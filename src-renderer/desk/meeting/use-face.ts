import { useEffect, useReducer } from 'react';
import type { Limits } from '#core/model/limits.ts';
import { type ClockAnchor, type ClockFace, faceAt, untilNextSecond } from '#core/schedule/turn-clock.ts';
import { useClock } from '../kernel/desk-context.tsx';
import { wakingTimer } from '../kernel/waking-timer.ts';

/** What a turn's clock shows, repainted on the second's boundary while it runs. Only its caller is rerendered. */
export function useFace({ spent, anchor, added }: ClockAnchor, { soft, hard }: Limits): ClockFace {
  const clock = useClock();
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const wait = (): number | null => {
      const next = untilNextSecond({ spent, anchor, added }, { soft, hard }, clock.mono());
      return next === null ? null : next + 1;
    };
    return wakingTimer(wait, repaint);
  }, [clock, spent, anchor, added, soft, hard]);
  return faceAt({ spent, anchor, added }, { soft, hard }, clock.mono());
}
