import { type CSSProperties, type ReactNode, type Ref, useId, useRef } from 'react';
import type { ClockReading } from '#core/time/units.ts';
import type { TurnView } from '#core/views/projector.ts';
import { digitsWidth, setProgress } from '#renderer/kit/clock-parts.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { useSecondPaint } from '../seconds.ts';
import { type TurnFace, turnFace, turnSecond } from '../turn-face.ts';
import { showDigits, spokenId } from './digits.ts';
import { PhaseSign } from './phase-sign.tsx';

/** From here on (an hour, a plus sign) the digits need more of the card's width, and the words make room. */
const LONG = 3.5;

const custom = (name: `--${string}`, value: number): CSSProperties => ({ [name]: value }) as CSSProperties;

/** How near to the ends the soft mark's label may be: half of it, and clear of the hard mark's. About 0.6em per letter. */
const room = (soft: string, hard: string): CSSProperties =>
  ({
    '--half': `${soft.length * 0.3}em`,
    '--reserve': `${hard.length * 0.6 + soft.length * 0.3 + 0.6}em`,
  }) as CSSProperties;

function Bar({ bar, fill }: { readonly bar: NonNullable<TurnFace['bar']>; fill: Ref<HTMLDivElement> }): ReactNode {
  return (
    <div className="bar">
      <div className="bar-track">
        <div className="bar-fill" ref={fill} />
        {bar.soft === null ? null : <div className="bar-mark" style={custom('--at', bar.soft.at)} />}
      </div>
      <div className="bar-labels">
        {bar.soft === null || bar.soft.label === '' ? null : (
          <span className="bar-soft" style={{ ...custom('--at', bar.soft.at), ...room(bar.soft.label, bar.hard) }}>
            {bar.soft.label}
          </span>
        )}
        {bar.hard === '' ? null : <span className="bar-hard">{bar.hard}</span>}
      </div>
    </div>
  );
}

interface Props {
  readonly view: TurnView;
  readonly beat: ClockReading;
  readonly t: Text;
}

/** How long is left: digits, words, shape, and the bar with its marks. The digits and the bar follow each second by themselves. */
export function ClockCard({ view, beat, t }: Props): ReactNode {
  const digits = useRef<HTMLParagraphElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  const id = useId();
  const face = turnFace(view, beat, t);
  useSecondPaint((now) => {
    const { digits: text, progress } = turnSecond(view, now);
    showDigits(digits.current, text);
    setProgress(fill.current, progress);
  });
  const width = digitsWidth(face.digits);
  return (
    <section className="card" data-tone={face.tone} data-long={width > LONG}>
      <div className="card-in">
        <PhaseSign face={face} />
        <div className="digits-place">
          <div className="digits-box" style={custom('--em', width)}>
            <p className="digits" id={id} role="timer" aria-labelledby={spokenId(id)} aria-live="off" ref={digits} />
          </div>
        </div>
        {face.bar === null ? null : <Bar bar={face.bar} fill={fill} />}
      </div>
    </section>
  );
}
