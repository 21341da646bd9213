import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_MS, PAUSE_MS } from '#renderer/kit/autosave-delay.ts';
import { createFieldSaver, type FieldSaverOptions, type SendResult } from '#renderer/kit/field-saver.ts';

interface Form {
  readonly vision: string;
  readonly problems: string;
}
const EMPTY: Form = { vision: '', problems: '' };

/** Main as the saver sees it: it answers only when the test lets it. */
function main(options: Partial<FieldSaverOptions<Form>> = {}) {
  const sent: Partial<Form>[] = [];
  const answers: ((result: SendResult) => void)[] = [];
  const saver = createFieldSaver<Form>({
    send: (fields) => {
      sent.push(fields);
      return new Promise((resolve) => answers.push(resolve));
    },
    ...options,
  });
  saver.told(EMPTY);
  const answer = async (result: SendResult): Promise<void> => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sent, saver, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when typed text is sent', () => {
  it('is sent after a pause in typing, as one message', async () => {
    const { sent, saver } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 50);
    saver.edit({ vision: 'ab' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ vision: 'ab' }]);
  });

  it('is sent at least every 900 ms when typing never pauses', async () => {
    const { sent, saver, answer } = main();
    for (let key = 1; key <= 25; key += 1) {
      saver.edit({ vision: 'x'.repeat(key) });
      await vi.advanceTimersByTimeAsync(100);
      await answer({ ok: true });
    }
    expect(sent.map(({ vision }) => vision?.length)).toEqual([LONGEST_MS / 100, (2 * LONGEST_MS) / 100]);
  });

  it('is sent at once on flush, and not a second time', async () => {
    const { sent, saver, answer } = main();
    saver.edit({ vision: 'a', problems: 'b' });
    const flushed = saver.flush();
    await answer({ ok: true });
    await flushed;
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([{ vision: 'a', problems: 'b' }]);
  });

  it('waits for the answer before the next message, so that no older text overtakes a newer one', async () => {
    const { sent, saver, answer } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saver.edit({ vision: 'ab' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([{ vision: 'a' }]);
    await answer({ ok: true });
    expect(sent).toEqual([{ vision: 'a' }, { vision: 'ab' }]);
  });
});

describe('what replaces the values of main', () => {
  it('stays until main reports it', async () => {
    const { saver, answer } = main();
    saver.edit({ vision: 'a' });
    expect(saver.overlay()).toEqual({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: true });
    expect(saver.overlay()).toEqual({ vision: 'a' });
    saver.told({ ...EMPTY, vision: 'a' });
    expect(saver.overlay()).toEqual({});
    expect(saver.isIdle()).toBe(true);
  });

  it('keeps text typed while an older one was being sent', async () => {
    const { saver, answer } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saver.edit({ vision: 'ab' });
    await answer({ ok: true });
    saver.told({ ...EMPTY, vision: 'a' });
    expect(saver.overlay()).toEqual({ vision: 'ab' });
  });

  it('keeps a reverted text while the older one is still being sent, though main has the same', async () => {
    const { sent, saver, answer } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saver.edit({ vision: '' });
    saver.told({ ...EMPTY });
    expect(saver.overlay()).toEqual({ vision: '' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: true });
    expect(sent).toEqual([{ vision: 'a' }, { vision: '' }]);
  });

  it("lets go of what main put into its proper form once the field was left, so that main's own is seen", async () => {
    const { saver, answer } = main();
    saver.edit({ vision: 'a ' });
    const flushed = saver.flush();
    await answer({ ok: true });
    await flushed;
    saver.told({ ...EMPTY, vision: 'a' });
    expect(saver.overlay()).toEqual({});
  });

  it('lets an undo through after the text came back', async () => {
    const { saver, answer } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: true });
    saver.told({ ...EMPTY, vision: 'a' });
    saver.told(EMPTY);
    expect(saver.overlay()).toEqual({});
  });
});

describe('what cannot be saved', () => {
  it('stays on the screen when refused, is reported, and is sent with the next change', async () => {
    const onRefused = vi.fn();
    const { sent, saver, answer } = main({ onRefused });
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: false, refusal: { code: 'unknownItem', params: {} } });
    expect(onRefused).toHaveBeenCalledWith({ code: 'unknownItem', params: {} });
    expect(saver.overlay()).toEqual({ vision: 'a' });
    saver.edit({ problems: 'b' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent[1]).toEqual({ vision: 'a', problems: 'b' });
  });

  it('stays when the application has gone away', async () => {
    const { saver, answer } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer(null);
    expect(saver.overlay()).toEqual({ vision: 'a' });
    expect(saver.isIdle()).toBe(false);
  });

  it('is not sent while it is unsound, and does not hold back the rest', async () => {
    const { sent, saver, answer } = main({ canSend: (_key, value) => value.length <= 3 });
    saver.edit({ vision: 'too long', problems: 'ok' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: true });
    expect(sent).toEqual([{ problems: 'ok' }]);
    expect(saver.overlay().vision).toBe('too long');
    saver.edit({ vision: 'mok' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent[1]).toEqual({ vision: 'mok' });
  });
});

describe('what is discarded because something else replaces it', () => {
  it('is neither shown nor sent nor kept, whether it was held or waits to be sent; the rest is', async () => {
    const unsent: (Partial<Form> | null)[] = [];
    const { sent, saver } = main({
      onUnsent: (fields) => unsent.push(fields),
      canSend: (_key, value) => value.length <= 3,
    });
    saver.edit({ vision: 'too long', problems: 'b' });
    saver.discard(['vision']);
    expect(saver.overlay()).toEqual({ problems: 'b' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent).toEqual([{ problems: 'b' }]);
    saver.discard();
    expect([saver.overlay(), saver.isIdle(), unsent.at(-1)]).toEqual([{}, true, null]);
  });

  it('does not come back with the answer to what was on its way', async () => {
    const { saver, answer } = main();
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saver.discard(['vision']);
    await answer({ ok: true });
    expect(saver.overlay()).toEqual({});
  });
});

describe('what an earlier page could not send', () => {
  it('replaces main’s value, is sent with the next change, and is released once main has it', async () => {
    const { sent, saver, answer } = main({ unsent: () => ({ vision: 'a', problems: undefined }) });
    expect(saver.overlay()).toEqual({ vision: 'a' });
    saver.edit({ problems: 'b' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent).toEqual([{ vision: 'a', problems: 'b' }]);
    await answer({ ok: true });
    saver.told({ vision: 'a', problems: 'b' });
    expect(saver.isIdle()).toBe(true);
  });

  it('is released when the outbox sent it again', () => {
    const { saver } = main({ unsent: () => ({ vision: 'a' }) });
    saver.told({ ...EMPTY, vision: 'a' });
    expect(saver.overlay()).toEqual({});
  });
});

describe('what the window should keep itself', () => {
  it('is also what cannot be sent before it is corrected, apart from the rest', async () => {
    const told: (readonly [Partial<Form> | null, Partial<Form> | null])[] = [];
    const { saver, answer } = main({
      onUnsent: (...kept) => told.push(kept),
      canSend: (_key, value) => value.length < 5,
    });
    saver.edit({ vision: 'a', problems: 'far too long' });
    expect(told.at(-1)).toEqual([{ vision: 'a' }, { problems: 'far too long' }]);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: true });
    expect(told.at(-1)).toEqual([null, { problems: 'far too long' }]);
    saver.edit({ problems: 'b' });
    expect(told.at(-1)).toEqual([{ problems: 'b' }, null]);
  });

  it('is all that could be sent and has not been answered', async () => {
    const unsent: (Partial<Form> | null)[] = [];
    const { saver, answer } = main({
      onUnsent: (fields) => unsent.push(fields),
      canSend: (_key, value) => value.length < 5,
    });
    saver.edit({ vision: 'a' });
    saver.edit({ problems: 'far too long' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saver.edit({ problems: 'b' });
    await answer({ ok: true });
    expect(unsent).toEqual([{ vision: 'a' }, { vision: 'a' }, { vision: 'a', problems: 'b' }, { problems: 'b' }]);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer({ ok: true });
    expect(unsent.at(-1)).toBeNull();
  });

  it('stays when the application has gone away', async () => {
    const unsent: (Partial<Form> | null)[] = [];
    const { saver, answer } = main({ onUnsent: (fields) => unsent.push(fields) });
    saver.edit({ vision: 'a' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer(null);
    expect(unsent.at(-1)).toEqual({ vision: 'a' });
  });
});
