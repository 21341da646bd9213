export interface Ticker {
  /** Ticks at once and continues from there; for a change that cannot wait for the boundary. */
  wake(): void;
  stop(): void;
}

/** A failed tick must not stop the clock. */
const AFTER_FAILURE = 1000;

/**
 * The one clock of a window, so that everything that shows time is painted in the same task. Every delay is computed
 * after the tick, so no drift accumulates; a window that becomes visible ticks at once, because a hidden one is woken late.
 * @param wait ms until the next tick; `null` for none until it is woken
 */
export function startTicker(wait: () => number | null, tick: () => void): Ticker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = (ms: number | null): void => {
    clearTimeout(timer);
    // Timers truncate fractions, and a tick just before the boundary would show the old second again.
    if (ms !== null) timer = setTimeout(wake, Math.ceil(ms));
  };
  const wake = (): void => {
    let next: number | null = AFTER_FAILURE;
    try {
      tick();
      next = wait();
    } finally {
      plan(next);
    }
  };
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', onVisibility);
  plan(wait());
  return {
    wake,
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
