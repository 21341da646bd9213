import { type Duration, elapsed, type Mono, seconds } from '#core/time/units.ts';

/** A page that reloads or loses its connection gets its seat back within this time; afterwards another page may take it. */
const KEPT_FOR: Duration = seconds(5);

/** Which of the desk's pages holds the seat. */
interface Seated {
  readonly holder: string | null;
  /** Since when the holder has been disconnected. */
  readonly absentSince: Mono | null;
  /** Read-only pages: they were connected while another page held the seat. */
  readonly onlookers: readonly string[];
}

export const NOBODY: Seated = { holder: null, absentSince: null, onlookers: [] };

/**
 * The seat after pages connected or disconnected. The first desk takes it. While the holder is away, a page that was
 * read-only waits for `KEPT_FOR`; a new page gets the seat at once: it is the first desk again, for example after a
 * crash.
 * @param connected the desk's pages, the oldest first
 */
export function seatAfter({ holder, absentSince, onlookers }: Seated, connected: readonly string[], now: Mono): Seated {
  if (holder !== null && connected.includes(holder)) {
    return { holder, absentSince: null, onlookers: connected.filter((client) => client !== holder) };
  }
  const since = absentSince ?? now;
  const mayWait = holder !== null && elapsed(since, now) < KEPT_FOR;
  const next = connected.find((client) => !onlookers.includes(client)) ?? (mayWait ? undefined : connected[0]);
  if (next === undefined) return { holder, absentSince: since, onlookers };
  return { holder: next, absentSince: null, onlookers: connected.filter((client) => client !== next) };
}

export interface SeatOptions {
  /** The desk's connected pages; `null` if there is never more than one. */
  connected(): readonly string[] | null;
  mono(): Mono;
  /** Called when another page gets the seat. */
  onChange(): void;
}

/** The desk's only seat: of several pages only its holder may change anything. */
export interface Seat {
  /** The page that holds the seat; `null` if all may write. */
  holder(): string | null;
  mayWrite(client: string): boolean;
  /** Gives the seat to this page, whoever holds it. */
  takeOver(client: string): void;
  /** Called when pages connected or disconnected. */
  follow(): void;
  stop(): void;
}

export function deskSeat({ connected, mono, onChange }: SeatOptions): Seat {
  let seated = NOBODY;
  let timer: NodeJS.Timeout | null = null;

  const settle = (next: Seated): void => {
    const changed = next.holder !== seated.holder;
    seated = next;
    if (timer !== null) clearTimeout(timer);
    // Checked again when an absent holder's time is over and another page waits.
    const waits = next.absentSince !== null && (connected()?.length ?? 0) > 0;
    // A little later than that, because timers may fire early.
    timer = waits ? setTimeout(follow, KEPT_FOR + 50).unref() : null;
    if (changed) onChange();
  };
  const follow = (): void => {
    const pages = connected();
    if (pages !== null) settle(seatAfter(seated, pages, mono()));
  };

  return {
    holder: () => seated.holder,
    mayWrite(client) {
      if (connected() === null) return true;
      if (seated.holder === null) follow();
      return seated.holder === client;
    },
    takeOver(client) {
      const pages = connected();
      if (pages !== null)
        settle({ holder: client, absentSince: null, onlookers: pages.filter((page) => page !== client) });
    },
    follow,
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
