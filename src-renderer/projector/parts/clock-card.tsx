import type { CSSProperties, ReactNode } from 'react';
import type { FloorFace } from '../turn-face.ts';
import { PhaseSign } from './phase-sign.tsx';

/** Advance widths of Inter's bold tabular figures, in em, rounded up: they determine the size of the digits. */
const WIDTHS: Record<string, number> = { ':': 0.255 };
const DIGIT_WIDTH = 0.63;

/** From here on (an hour, a plus sign) the digits need more of the card's width, and the words make room. */
const LONG = 3.5;

const widthOf = (digits: string): number =>
  [...digits].reduce((sum, character) => sum + (WIDTHS[character] ?? DIGIT_WIDTH), 0);

const custom = (name: `--${string}`, value: number): CSSProperties => ({ [name]: value }) as CSSProperties;

/** How near to the ends the soft mark's label may be: half of it, and clear of the hard mark's. About 0.6em per letter. */
const room = (soft: string, hard: string): CSSProperties =>
  ({
    '--half': `${soft.length * 0.3}em`,
    '--reserve': `${hard.length * 0.6 + soft.length * 0.3 + 0.6}em`,
  }) as CSSProperties;

function Bar({ bar }: { readonly bar: NonNullable<FloorFace['bar']> }): ReactNode {
  return (
    <div className="bar">
      <div className="bar-track" style={custom('--progress', bar.progress)}>
        <div className="bar-fill" />
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

/** How much time is left: digits, words, shape, and the bar with its marks. */
export function ClockCard({ face }: { readonly face: FloorFace }): ReactNode {
  const width = widthOf(face.digits);
  return (
    <section className="card" data-tone={face.tone} data-long={width > LONG}>
      <div className="card-in">
        <PhaseSign face={face} />
        <div className="digits-box" style={custom('--em', width)}>
          <p className="digits" role="timer" aria-live="off">
            {face.digits}
          </p>
        </div>
        {face.bar === null ? null : <Bar bar={face.bar} />}
      </div>
    </section>
  );
}
