import type { Turn } from '../model/agenda-item.ts';
import { type Duration, duration, type Instant, later } from '../time/units.ts';

/** A piece of a turn as it really went. */
export interface Stretch {
  readonly kind: 'spoke' | 'over' | 'pause';
  readonly from: Instant;
  readonly to: Instant;
}

/** A point of a running turn: the wall clock there, and what had been spent, ms. */
export interface Point {
  readonly at: Instant;
  readonly spent: Duration;
}

/** Time spent from `from.spent` to `spent`, cut in two where it passes the limit. */
function spoken(from: Point, spent: Duration, hard: Duration | null): Stretch[] {
  const length = Math.max(0, spent - from.spent);
  const end = later(from.at, duration(length));
  const within = hard === null ? length : Math.min(length, Math.max(0, hard - from.spent));
  const turning = later(from.at, duration(within));
  const pieces: Stretch[] = [
    { kind: 'spoke', from: from.at, to: turning },
    { kind: 'over', from: turning, to: end },
  ];
  return pieces.filter((piece) => piece.to > piece.from);
}

/**
 * How a turn went, from its ledger. The length of what was spoken is what the monotonic clock counted, laid from the
 * recorded instant on: setting the clock of the PC in the middle of a turn makes it neither longer nor shorter.
 * @param hard the limit with the time that was added in the end; from there on it is `over`
 * @param running where a running turn stands now; `null` leaves it at what was recorded last
 */
export function stretchesOf(turn: Turn, hard: Duration | null, running: Point | null): Stretch[] {
  const stretches: Stretch[] = [];
  let from: Point | null = null;
  let pausedAt: Instant | null = null;
  const stop = (spent: Duration): void => {
    if (from !== null) stretches.push(...spoken(from, spent, hard));
    from = null;
  };
  const endPause = (at: Instant): void => {
    if (pausedAt !== null && at > pausedAt) stretches.push({ kind: 'pause', from: pausedAt, to: at });
    pausedAt = null;
  };
  for (const { what, at, spent } of turn.ledger) {
    switch (what) {
      case 'start':
      case 'resume':
      case 'restart':
        stop(spent);
        endPause(at);
        from = { at, spent };
        break;
      case 'pause':
      case 'outage':
        stop(spent);
        pausedAt = at;
        break;
      case 'call':
        // Postponed in the middle and called anew: what lay between was no pause of this turn.
        pausedAt = null;
        break;
      case 'finish':
        stop(spent);
        endPause(at);
        break;
      case 'add':
      case 'conclude':
        break;
      default:
        what satisfies never;
    }
  }
  if (from !== null) stop(running?.spent ?? turn.ledger.at(-1)?.spent ?? turn.spent);
  else if (running !== null) endPause(running.at);
  return stretches;
}
