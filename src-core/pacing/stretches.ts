import type { LedgerEntry, Turn } from '../model/agenda-item.ts';
import { wasBrokenOff } from '../schedule/day-plan.ts';
import { type Duration, duration, type Instant, later } from '../time/units.ts';

/** A period of a turn as it really went. */
export interface Stretch {
  readonly kind: 'spoke' | 'over' | 'pause';
  readonly from: Instant;
  readonly to: Instant;
}

/** A point of a running turn: the wall clock, and what had been spent, ms. */
export interface Point {
  readonly at: Instant;
  readonly spent: Duration;
}

/** Time spent from `from.spent` to `spent`, split where it passes the limit. */
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
 * How a turn went, according to its ledger. Lengths are those of the monotonic clock, placed from the recorded instant
 * on: setting the computer's clock during a turn makes it neither longer nor shorter.
 * @param hard the limit including all added time; from there on it is `over`
 * @param running the present point of a running turn; `null` ends it at what was last recorded
 */
export function stretchesOf(turn: Turn, hard: Duration | null, running: Point | null): Stretch[] {
  const stretches: Stretch[] = [];
  let from: Point | null = null;
  let stopped: LedgerEntry | null = null;
  const stop = (spent: Duration): void => {
    if (from !== null) stretches.push(...spoken(from, spent, hard));
    from = null;
  };
  const endPause = (at: Instant): void => {
    if (stopped !== null && at > stopped.at && !wasBrokenOff(stopped, at)) {
      stretches.push({ kind: 'pause', from: stopped.at, to: at });
    }
    stopped = null;
  };
  for (const entry of turn.ledger) {
    const { what, at, spent } = entry;
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
        stopped = entry;
        break;
      case 'call':
        // Postponed and called again: the time in between was not a pause of this turn.
        stopped = null;
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
