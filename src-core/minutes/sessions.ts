import type { LedgerEntry, Turn } from '../model/agenda-item.ts';
import { wasBrokenOff } from '../schedule/day-plan.ts';
import type { Instant } from '../time/units.ts';

/** A period in which an item was active; `to` is `null` if it still is. */
export interface Session {
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * When a turn was active, according to its ledger. A pause alone does not end a session; finishing does, and so does a
 * stop after which the turn was called again (it was postponed) or at which it was broken off.
 */
export function sessionsOf(turn: Turn): Session[] {
  const sessions: Session[] = [];
  let from: Session['from'] | null = null;
  let stop: LedgerEntry | null = null;
  const close = (to: Session['from'] | null): void => {
    if (from !== null) sessions.push({ from, to });
    from = null;
    stop = null;
  };
  for (const entry of turn.ledger) {
    const { what, at } = entry;
    switch (what) {
      case 'start':
      case 'resume':
      case 'restart':
        if (stop !== null && wasBrokenOff(stop, at)) close(stop.at);
        from ??= at;
        stop = null;
        break;
      case 'pause':
      case 'outage':
        stop = entry;
        break;
      case 'call':
        close(stop?.at ?? null);
        break;
      case 'finish':
        close(stop !== null && wasBrokenOff(stop, at) ? stop.at : at);
        break;
      case 'add':
      case 'conclude':
        break;
      default:
        what satisfies never;
    }
  }
  close(stop?.at ?? null);
  return sessions;
}
