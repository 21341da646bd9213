import { type Duration, elapsed, type Mono, seconds } from '#core/time/units.ts';

/** A page that is loaded again, or whose connection breaks, has its seat back within this time; then another may have it. */
const KEPT_FOR: Duration = seconds(5);

/** Which of the desk's pages holds the pen. */
interface Seated {
  readonly holder: string | null;
  /** Since when the holder is not connected. */
  readonly absentSince: Mono | null;
  /** Pages that look on: they were here while somebody else held the pen. */
  readonly onlookers: readonly string[];
}

export const NOBODY: Seated = { holder: null, absentSince: null, onlookers: [] };

/**
 * Who holds the pen after pages came and went. The first desk takes the seat. While its page is away, one that looked on
 * waits for `KEPT_FOR`; one that is new has it at once: it is the first desk again, after a crash say, and nobody else
 * is writing.
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
  /** The desk's pages that are connected; `null` where there is never more than one. */
  connected(): readonly string[] | null;
  mono(): Mono;
  /** Told when the seat goes to another page. */
  onChange(): void;
}

/** The desk's one seat: of several pages only the one that holds the pen may change anything. */
export interface Seat {
  /** The page that holds the pen; `null` where all may write. */
  holder(): string | null;
  mayWrite(client: string): boolean;
  /** Gives the pen to this page, whoever holds it. */
  takeOver(client: string): void;
  /** Called when pages came or went. */
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
    // Looked at again when the time of an absent holder is over and somebody waits for it.
    const waits = next.absentSince !== null && (connected()?.length ?? 0) > 0;
    // A little later than that: timers may be early.
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
