export interface Ticker {
  /** Paints at once and counts on from there; for a change that cannot wait for the boundary. */
  wake(): void;
  stop(): void;
}

/** A paint that failed must not stop the clock. */
const AFTER_FAILURE = 1000;

/**
 * The one clock of a window. Every wait is computed afresh from what was painted, so no drift adds up, and everything that
 * shows time is painted in the same task.
 * @param paint paints the present moment and tells how long it stays true, ms
 */
export function startTicker(paint: () => number): Ticker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = (): void => {
    clearTimeout(timer);
    let wait = AFTER_FAILURE;
    try {
      wait = paint();
    } finally {
      // Timers cut fractions off, and a paint just before the boundary would show the old second once more.
      timer = setTimeout(wake, Math.ceil(wait));
    }
  };
  const onVisibility = (): void => {
    // A hidden window's timers are slowed down; what it shows must be right when it is seen again.
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
