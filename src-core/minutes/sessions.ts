import type { Turn } from '../model/agenda-item.ts';
import type { Instant } from '../time/units.ts';

/** A period in which an item was active; `to` is `null` if it still is. */
export interface Session {
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * When a turn was active, according to its ledger. A pause alone does not end a session; finishing does, and so does a
 * pause after which the turn is called again (it was postponed).
 */
export function sessionsOf(turn: Turn): Session[] {
  const sessions: Session[] = [];
  let from: Session['from'] | null = null;
  let pausedAt: Session['from'] | null = null;
  const close = (to: Session['from'] | null): void => {
    if (from !== null) sessions.push({ from, to });
    from = null;
    pausedAt = null;
  };
  for (const { what, at } of turn.ledger) {
    switch (what) {
      case 'start':
        from ??= at;
        pausedAt = null;
        break;
      case 'resume':
      case 'restart':
        pausedAt = null;
        break;
      case 'pause':
      case 'outage':
        pausedAt = at;
        break;
      case 'call':
        close(pausedAt);
        break;
      case 'finish':
        close(at);
        break;
      case 'add':
      case 'conclude':
        break;
      default:
        what satisfies never;
    }
  }
  close(pausedAt);
  return sessions;
}
