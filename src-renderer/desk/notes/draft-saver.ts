/** Typing is sent this long after the last key, ms: "durable 250 ms after a pause" leaves the rest for the disk. */
export const PAUSE_MS = 200;
/** Under typing without a pause it is sent at least this often, ms. */
export const LONGEST_MS = 900;

export interface Timers {
  now(): number;
  set(run: () => void, ms: number): number;
  clear(timer: number): void;
}

export const windowTimers: Timers = {
  now: () => performance.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
};

export interface DraftSaver<T> {
  /** A newer value; it replaces the one that waits. */
  typed(value: T): void;
  /** Sends what waits, now. */
  flush(): void;
  /** Forgets what waits. */
  cancel(): void;
  readonly waiting: boolean;
}

/**
 * Decides when typed text is sent: after a pause, and under continuous typing at least every `LONGEST_MS`; a save that is
 * only ever put off is how other programs lost an afternoon.
 */
export function draftSaver<T>(save: (value: T) => void, timers: Timers = windowTimers): DraftSaver<T> {
  let pending: { value: T; since: number; timer: number } | null = null;

  const flush = (): void => {
    if (pending === null) return;
    const { value, timer } = pending;
    timers.clear(timer);
    pending = null;
    save(value);
  };

  return {
    typed: (value) => {
      const now = timers.now();
      const since = pending?.since ?? now;
      if (pending !== null) timers.clear(pending.timer);
      const wait = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - now));
      pending = { value, since, timer: timers.set(flush, wait) };
    },
    flush,
    cancel: () => {
      if (pending !== null) timers.clear(pending.timer);
      pending = null;
    },
    get waiting() {
      return pending !== null;
    },
  };
}
