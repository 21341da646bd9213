export interface Ticker {
  /** Paints at once and continues from there; for a change that cannot wait for the boundary. */
  wake(): void;
  stop(): void;
}

/** A failed paint must not stop the clock. */
const AFTER_FAILURE = 1000;

/**
 * The one clock of a window. Every delay is computed from what was painted, so no drift accumulates, and everything
 * that shows time is painted in the same task.
 * @param paint paints the present moment and returns how long it stays valid, ms
 */
export function startTicker(paint: () => number): Ticker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = (): void => {
    clearTimeout(timer);
    let wait = AFTER_FAILURE;
    try {
      wait = paint();
    } finally {
      // Timers truncate fractions, and a paint just before the boundary would show the old second again.
      timer = setTimeout(wake, Math.ceil(wait));
    }
  };
  const onVisibility = (): void => {
    // A hidden window's timers are throttled; what it shows must be right when it becomes visible.
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', onVisibility);
  wake();
  return {
    wake,
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
