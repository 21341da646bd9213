/**
 * Calls `tick` repeatedly, each time after the delay that `wait` returns, and at once when the window becomes visible
 * again: a hidden one is woken late.
 * @param wait ms until the next call; `null` for none
 * @returns stops it
 */
export function wakingTimer(wait: () => number | null, tick: () => void): () => void {
  let timer = 0;
  const plan = (): void => {
    const next = wait();
    if (next === null) return;
    timer = window.setTimeout(() => {
      tick();
      plan();
    }, next);
  };
  const wake = (): void => {
    window.clearTimeout(timer);
    tick();
    plan();
  };
  plan();
  document.addEventListener('visibilitychange', wake);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
  };
}
