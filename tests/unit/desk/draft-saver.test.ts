import { describe, expect, it } from 'vitest';
import { draftSaver, LONGEST_MS, PAUSE_MS, type Timers } from '#renderer/desk/notes/draft-saver.ts';

/** Timers that a test moves by hand. */
function steppedTimers() {
  let now = 0;
  let last = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();
  const timers: Timers = {
    now: () => now,
    set: (run, ms) => {
      last += 1;
      waiting.set(last, { at: now + ms, run });
      return last;
    },
    clear: (timer) => waiting.delete(timer),
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

function typist() {
  const { timers, advance } = steppedTimers();
  const saved: string[] = [];
  const saver = draftSaver<string>((text) => saved.push(text), timers);
  return { saver, saved, advance };
}

describe('draftSaver', () => {
  it('saves the latest text once, after a pause', () => {
    const { saver, saved, advance } = typist();
    saver.typed('a');
    advance(PAUSE_MS - 1);
    saver.typed('ab');
    advance(PAUSE_MS - 1);
    expect(saved).toEqual([]);
    advance(1);
    expect(saved).toEqual(['ab']);
    advance(10_000);
    expect(saved).toEqual(['ab']);
  });

  it('saves under typing without any pause', () => {
    const { saver, saved, advance } = typist();
    for (let typed = 1; typed <= 100; typed += 1) {
      saver.typed('x'.repeat(typed));
      advance(50);
    }
    expect(saved.length).toBeGreaterThanOrEqual(Math.floor(5000 / LONGEST_MS));
    // What was typed is never older than the bound when it is saved: one key each 50 ms.
    const keysPerSave = saved.map((text, index) => text.length - (saved[index - 1]?.length ?? 0));
    expect(Math.max(...keysPerSave)).toBeLessThanOrEqual(LONGEST_MS / 50 + 1);
  });

  it('flushes at once what waits, and nothing twice', () => {
    const { saver, saved, advance } = typist();
    saver.flush();
    saver.typed('a');
    expect(saver.waiting).toBe(true);
    saver.flush();
    saver.flush();
    advance(10_000);
    expect(saved).toEqual(['a']);
    expect(saver.waiting).toBe(false);
  });

  it('forgets what is cancelled', () => {
    const { saver, saved, advance } = typist();
    saver.typed('a');
    saver.cancel();
    advance(10_000);
    expect(saved).toEqual([]);
  });
});
