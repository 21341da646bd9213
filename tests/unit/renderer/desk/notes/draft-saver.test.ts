import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { Reply } from '#core/protocol/messages.ts';
import { unsent } from '#renderer/client/unsent.ts';
import { draftSaver, type Timers } from '#renderer/desk/notes/draft-saver.ts';
import { LONGEST_MS, PAUSE_MS } from '#renderer/kit/typing-pause.ts';
import { windowStorage } from '../../../../support/window-storage.ts';

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
  const answers: ((reply: Reply<unknown> | null) => void)[] = [];
  const storage = windowStorage();
  const saver = draftSaver({
    key: 'compose',
    unsent: unsent(storage),
    send: ({ draft }) => {
      saved.push(draft.text);
      return new Promise((resolve) => answers.push(resolve));
    },
    timers,
  });
  const type = (text: string): void => {
    const author = { kind: 'leader', role: 'bupati' } as const;
    saver.typed({ itemId: 'i1', author, kind: 'note', visibility: 'auto', text });
  };
  /** What a page loaded now would send. */
  const kept = async (): Promise<string[]> => {
    const texts: string[] = [];
    const copy = windowStorage();
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index) ?? '';
      copy.setItem(key, storage.getItem(key) ?? '');
    }
    await unsent(copy).resend(async (command: Command) => {
      if (command.type === 'draft.set') texts.push(command.draft.text);
    });
    return texts;
  };
  const answer = async (reply: Reply<unknown> | null): Promise<void> => {
    answers.shift()?.(reply);
    await Promise.resolve();
  };
  return { saver, saved, type, kept, answer, advance };
}

describe('draftSaver', () => {
  it('saves the latest text once, after a pause', () => {
    const { type, saved, advance } = typist();
    type('a');
    advance(PAUSE_MS - 1);
    type('ab');
    advance(PAUSE_MS - 1);
    expect(saved).toEqual([]);
    advance(1);
    expect(saved).toEqual(['ab']);
    advance(10_000);
    expect(saved).toEqual(['ab']);
  });

  it('saves under typing without any pause', () => {
    const { type, saved, advance } = typist();
    for (let typed = 1; typed <= 100; typed += 1) {
      type('x'.repeat(typed));
      advance(50);
    }
    expect(saved.length).toBeGreaterThanOrEqual(Math.floor(5000 / LONGEST_MS));
    // What was typed is never older than the bound when it is saved: one key each 50 ms.
    const keysPerSave = saved.map((text, index) => text.length - (saved[index - 1]?.length ?? 0));
    expect(Math.max(...keysPerSave)).toBeLessThanOrEqual(LONGEST_MS / 50 + 1);
  });

  it('flushes at once what waits, and nothing twice', () => {
    const { saver, saved, type, advance } = typist();
    saver.flush();
    type('a');
    expect(saver.waiting).toBe(true);
    saver.flush();
    saver.flush();
    advance(10_000);
    expect(saved).toEqual(['a']);
    expect(saver.waiting).toBe(false);
  });

  it('forgets what is given up', async () => {
    const { saver, saved, type, kept, advance } = typist();
    type('a');
    saver.forget();
    advance(10_000);
    expect(saved).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('lets the window keep the words from the first key until they are answered', async () => {
    const { type, kept, answer, advance } = typist();
    type('a');
    expect(await kept()).toEqual(['a']);
    advance(PAUSE_MS);
    expect(await kept()).toEqual(['a']);
    await answer({ ok: true, value: null });
    expect(await kept()).toEqual([]);
  });

  it('keeps the newer words when an older text is answered', async () => {
    const { saver, type, kept, answer } = typist();
    type('a');
    saver.flush();
    type('ab');
    await answer({ ok: true, value: null });
    expect(await kept()).toEqual(['ab']);
  });

  it('keeps the words when nobody answers any more', async () => {
    const { saver, type, kept, answer } = typist();
    type('a');
    saver.flush();
    await answer(null);
    expect(await kept()).toEqual(['a']);
  });
});
