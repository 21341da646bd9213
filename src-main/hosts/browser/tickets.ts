import type { Audience } from '#core/protocol/messages.ts';
import { type Duration, elapsed, type Mono, seconds } from '#core/time/units.ts';
import { secret } from './secrets.ts';

/** An old laptop under load takes long to start its browser; nothing else uses the ticket. */
const GOOD_FOR: Duration = seconds(120);

/**
 * Tickets for a window about to open. Every program of this machine can read a command line (`ps`), so it contains a
 * ticket, which is valid once and for a short time, instead of the audience's token.
 */
export interface Tickets {
  issue(audience: Audience, now: Mono): string;
  /** @returns its audience; `null` if it is unknown, used or too old */
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
