/** Typing is sent this long after the last key, ms: "durable 250 ms after a pause" leaves the rest for the disk. */
export const PAUSE_MS = 200;
/** Under typing without a pause it is sent at least this often, ms. */
export const LONGEST_MS = 900;

export interface Timers {
  now(): number;
  /** @returns calls it off */
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
  /** Nothing waits any more: it was sent by other means, or given up. */
  cancel(): void;
  readonly waiting: boolean;
}

/**
 * Decides when typed text is sent: after a pause, and under continuous typing at least every `LONGEST_MS`; a save that is
 * only ever put off is how other programs lost an afternoon.
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
