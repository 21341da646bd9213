import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTicker } from '#renderer/kit/ticker.ts';

let visible = 'visible';
const onVisibility = new Set<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  visible = 'visible';
  onVisibility.clear();
  vi.stubGlobal('document', {
    get visibilityState() {
      return visible;
    },
    addEventListener: (_name: string, listener: () => void) => onVisibility.add(listener),
    removeEventListener: (_name: string, listener: () => void) => onVisibility.delete(listener),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the ticker of a window', () => {
  it('waits anew after every tick, and never less than it was told', () => {
    const waits = [999.2, 500];
    const tick = vi.fn();
    const ticker = startTicker(() => waits.shift() ?? null, tick);
    vi.advanceTimersByTime(999);
    expect(tick).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(tick).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(500);
    expect(tick).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(60_000);
    expect(tick).toHaveBeenCalledTimes(2);
    ticker.wake();
    expect(tick).toHaveBeenCalledTimes(3);
  });

  it('goes on after a tick that failed', () => {
    let ticks = 0;
    startTicker(
      () => 10,
      () => {
        ticks += 1;
        if (ticks === 1) throw new Error('not painted');
      },
    );
    expect(() => vi.advanceTimersByTime(10)).toThrow('not painted');
    vi.advanceTimersByTime(1000);
    expect(ticks).toBe(2);
  });

  it('ticks at once when the window is visible again, and not after it was stopped', () => {
    const tick = vi.fn();
    const ticker = startTicker(() => null, tick);
    visible = 'hidden';
    for (const listener of onVisibility) listener();
    expect(tick).not.toHaveBeenCalled();
    visible = 'visible';
    for (const listener of onVisibility) listener();
    expect(tick).toHaveBeenCalledTimes(1);
    ticker.stop();
    expect(onVisibility.size).toBe(0);
  });
});
