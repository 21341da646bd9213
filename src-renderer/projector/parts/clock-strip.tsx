import { type ReactNode, useId, useRef } from 'react';
import type { ClockReading } from '#core/time/units.ts';
import type { TurnClock } from '#core/views/active-item.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { useSecondPaint } from '../seconds.ts';
import { turnFace, turnSecond } from '../turn-face.ts';
import { showDigits, spokenId } from './digits.ts';
import { PhaseShape } from './phase-sign.tsx';

interface Props {
  readonly clock: TurnClock;
  readonly beat: ClockReading;
  readonly t: Text;
}

/** What changes how wide a clock's strip is: the screen around it is fitted again. */
export function stripWidth(clock: TurnClock | null, beat: ClockReading): string {
  if (clock === null) return '';
  const { digits, part } = turnSecond(clock, beat);
  return `${clock.stage} ${part} ${digits.length}`;
}

/** How long is left, in a line: for a screen that shows something else. The digits follow each second by themselves. */
export function ClockStrip({ clock, beat, t }: Props): ReactNode {
  const digits = useRef<HTMLSpanElement>(null);
  const id = useId();
  const face = turnFace(clock, beat, t);
  useSecondPaint((now) => showDigits(digits.current, turnSecond(clock, now).digits));
  return (
    <p className="strip" data-tone={face.tone}>
      <PhaseShape tone={face.tone} />
      <span className="strip-digits" id={id} role="timer" aria-labelledby={spokenId(id)} aria-live="off" ref={digits} />
      <span className="strip-words">{face.words}</span>
    </p>
  );
}
