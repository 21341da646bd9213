import { useEffect, useReducer } from 'react';
import { type ClockAnchor, type ClockFace, faceAt, untilNextSecond } from '#core/clock/turn-clock.ts';
import type { Limits } from '#core/model/limits.ts';
import { useClock } from '../app/desk-context.tsx';

/** What a turn's clock shows, repainted on the second's boundary while it runs. Only its caller is rerendered. */
export function useFace({ spent, anchor, added }: ClockAnchor, { soft, hard }: Limits): ClockFace {
  const clock = useClock();
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let timer = 0;
    const plan = (): void => {
      const wait = untilNextSecond({ spent, anchor, added }, { soft, hard }, clock.mono());
      if (wait === null) return;
      timer = window.setTimeout(() => {
        repaint();
        plan();
      }, wait + 1);
    };
    const wake = (): void => {
      window.clearTimeout(timer);
      repaint();
      plan();
    };
    plan();
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [clock, spent, anchor, added, soft, hard]);
  return faceAt({ spent, anchor, added }, { soft, hard }, clock.mono());
}
