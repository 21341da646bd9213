/** Typing is sent this long after the last key, ms; that leaves 50 ms for the disk (docs/design.md#saved-means-durable). */
export const PAUSE_MS = 200;
/** During continuous typing it is sent at least this often, ms. */
export const LONGEST_MS = 900;

export interface Timers {
  now(): number;
  /** @returns cancels it */
  later(run: () => void, ms: number): () => void;
}

const windowTimers: Timers = {
  now: () => performance.now(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface TypingPause {
  /** Something was typed. */
  typed(): void;
  /** Nothing waits any more: it was sent in another way, or discarded. */
  cancel(): void;
  readonly waiting: boolean;
}

/**
 * Decides when typed text is sent: after a pause, and during continuous typing at least every `LONGEST_MS`, because a
 * save that is always postponed loses everything in a crash.
 */
export function typingPause(send: () => void, timers: Timers = windowTimers): TypingPause {
  let pending: { since: number; callOff(): void } | null = null;
  const cancel = (): void => {
    pending?.callOff();
    pending = null;
  };
  return {
    typed: () => {
      const now = timers.now();
      const since = pending?.since ?? now;
      cancel();
      const run = (): void => {
        pending = null;
        send();
      };
      pending = { since, callOff: timers.later(run, Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - now))) };
    },
    cancel,
    get waiting() {
      return pending !== null;
    },
  };
}
