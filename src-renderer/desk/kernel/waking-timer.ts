/**
 * Calls `tick` again and again, each time after what `wait` then says, and at once when the window comes back into view: a
 * hidden one is woken late.
 * @param wait ms until the next call; `null` when there is to be none
 * @returns ends it
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
