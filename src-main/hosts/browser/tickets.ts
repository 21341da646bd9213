import type { Audience } from '#core/protocol/messages.ts';
import { type Duration, elapsed, type Mono, seconds } from '#core/time/units.ts';
import { secret } from './secrets.ts';

/** An old laptop under load takes long to start its browser; nothing else uses the ticket. */
const GOOD_FOR: Duration = seconds(120);

/**
 * Tickets for a window that is about to open. What stands in a command line can be read by every program of this machine
 * (`ps`), so it holds a ticket, which is good once and for a short time, and not the audience's token.
 */
export interface Tickets {
  issue(audience: Audience, now: Mono): string;
  /** @returns whose it is; `null` for one that is unknown, used or too old */
  redeem(ticket: string, now: Mono): Audience | null;
}

export function tickets(make: () => string = secret): Tickets {
  const issued = new Map<string, { audience: Audience; at: Mono }>();
  return {
    issue(audience, now) {
      for (const [ticket, { at }] of issued) if (elapsed(at, now) > GOOD_FOR) issued.delete(ticket);
      const ticket = make();
      issued.set(ticket, { audience, at: now });
      return ticket;
    },
    redeem(ticket, now) {
      const found = issued.get(ticket);
      issued.delete(ticket);
      return found === undefined || elapsed(found.at, now) > GOOD_FOR ? null : found.audience;
    },
  };
}
