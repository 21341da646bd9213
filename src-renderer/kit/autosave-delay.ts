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
  /** Whether something typed waits to be sent. */
  readonly waiting: boolean;
}

/**
 * Decides when typed text is sent: after a pause, and during continuous typing at least every `LONGEST_MS`, because a
 * save that is always postponed loses everything in a crash.
 * @param tell whether somebody is typing: from a key until a pause after the last one, or until nothing waits any more
 */
export function typingPause(
  send: () => void,
  timers: Timers = windowTimers,
  tell?: (isTyping: boolean) => void,
): TypingPause {
  /** When the last key came, and the first of those that are not sent. */
  let last = 0;
  let since: number | null = null;
  let callOff: (() => void) | null = null;
  const due = (): number => Math.min(last + PAUSE_MS, (since ?? Number.POSITIVE_INFINITY) + LONGEST_MS);
  // One timer for many keys: setting another with each letter costs more than looking once too early.
  const wait = (): void => {
    callOff = timers.later(look, Math.max(0, due() - timers.now()));
  };
  const look = (): void => {
    callOff = null;
    if (since !== null && timers.now() >= due()) {
      since = null;
      send();
    }
    if (callOff !== null) return;
    if (timers.now() < due()) wait();
    else tell?.(false);
  };
  return {
    typed: () => {
      last = timers.now();
      since ??= last;
      if (callOff !== null) return;
      wait();
      tell?.(true);
    },
    cancel: () => {
      since = null;
      if (callOff === null) return;
      callOff();
      callOff = null;
      tell?.(false);
    },
    get waiting() {
      return since !== null;
    },
  };
}
