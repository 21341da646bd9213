import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { digitsWidth, setDigits, setProgress } from '#renderer/kit/clock-parts.ts';

// Of the page, which is not there.
beforeAll(() => void vi.stubGlobal('Node', { TEXT_NODE: 3 }));
afterAll(() => void vi.unstubAllGlobals());

/** As much of an element as a clock touches; counts how often its size is set. */
function place() {
  const style = { sets: 0, size: '' };
  const text = { nodeType: 3, nodeValue: '' };
  return {
    style: {
      get inlineSize() {
        return style.size;
      },
      set inlineSize(size: string) {
        style.size = size;
        style.sets += 1;
      },
      backgroundSize: '',
    },
    firstChild: text,
    get textContent() {
      return text.nodeValue;
    },
    seen: () => ({ text: text.nodeValue, size: style.size, sets: style.sets }),
  };
}

describe('the digits of a clock', () => {
  it('get another width only with another number of them', () => {
    const digits = place();
    for (const text of ['10:00', '09:59', '09:58']) setDigits(digits as never, text);
    expect(digits.seen()).toEqual({ text: '09:58', size: `${digitsWidth('00:00')}em`, sets: 1 });
    setDigits(digits as never, '+00:01');
    expect(digits.seen()).toEqual({ text: '+00:01', size: `${digitsWidth('+00:00')}em`, sets: 2 });
  });

  it('are as wide as all of them, a colon less than a figure', () => {
    expect(digitsWidth('10:00')).toBeCloseTo(4 * 0.63 + 0.255);
    expect(digitsWidth('+1:02:03')).toBeGreaterThan(digitsWidth('1:02:03'));
  });
});

it('fills a bar as far as the turn has come', () => {
  const bar = place();
  setProgress(bar as never, 0.25);
  expect(bar.style.backgroundSize).toBe('25% 100%');
  // In steps, so that most seconds paint no bar; full at the end only.
  for (const progress of [0.2501, 0.2524]) setProgress(bar as never, progress);
  expect(bar.style.backgroundSize).toBe('25% 100%');
  setProgress(bar as never, 0.9999);
  expect(bar.style.backgroundSize).toBe('99.75% 100%');
  setProgress(bar as never, 1);
  expect(bar.style.backgroundSize).toBe('100% 100%');
});
