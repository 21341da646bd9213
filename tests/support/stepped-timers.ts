import type { Timers } from '#renderer/kit/autosave-delay.ts';

/** Timers that a test moves by hand. */
export function steppedTimers(): { timers: Timers; advance(ms: number): void } {
  let now = 0;
  let last = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();
  const timers: Timers = {
    now: () => now,
    later: (run, ms) => {
      last += 1;
      const id = last;
      waiting.set(id, { at: now + ms, run });
      return () => void waiting.delete(id);
    },
  };
  const advance = (ms: number): void => {
    const until = now + ms;
    for (;;) {
      const next = [...waiting].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
      if (next === undefined) break;
      waiting.delete(next[0]);
      now = next[1].at;
      next[1].run();
    }
    now = until;
  };
  return { timers, advance };
}
