import { useLayoutEffect, useRef } from 'react';
import type { Limits } from '#core/model/limits.ts';
import { type ClockAnchor, type ClockFace, faceAt, untilNextSecond } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { setText } from '#renderer/kit/set-text.ts';
import { useClock } from '../kernel/desk-context.tsx';
import { wakingTimer } from '../kernel/waking-timer.ts';

/**
 * Calls `paint` before the first paint, on each boundary of the turn's second while it runs, and when the turn or what is
 * painted is another: for what changes each second, so that React has nothing to do with it.
 */
export function useTurnPaint(
  { spent, anchor, added }: ClockAnchor,
  { soft, hard }: Limits,
  paint: (face: ClockFace) => void,
): void {
  const clock = useClock();
  const latest = useRef(paint);
  useLayoutEffect(() => {
    latest.current = paint;
    paint(faceAt({ spent, anchor, added }, { soft, hard }, clock.mono()));
  });
  useLayoutEffect(() => {
    const turn = { spent, anchor, added };
    const limits = { soft, hard };
    const wait = (): number | null => {
      const next = untilNextSecond(turn, limits, clock.mono());
      return next === null ? null : next + 1;
    };
    return wakingTimer(wait, () => latest.current(faceAt(turn, limits, clock.mono())));
  }, [clock, spent, anchor, added, soft, hard]);
}

/** The digits of a turn's clock: "07:24", "+01:15" past the limit. */
export function TurnDigits({ turn, limits }: { turn: ClockAnchor; limits: Limits }) {
  const place = useRef<HTMLSpanElement>(null);
  useTurnPaint(turn, limits, (face) => setText(place.current, formatTimer(face.shown, face.meaning === 'over')));
  return <span ref={place} />;
}
