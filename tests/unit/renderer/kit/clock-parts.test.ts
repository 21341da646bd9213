import { describe, expect, it } from 'vitest';
import { digitsWidth, setProgress } from '#renderer/kit/clock-parts.ts';

describe('the digits of a clock', () => {
  it('are as wide as all of them, a colon less than a figure', () => {
    expect(digitsWidth('10:00')).toBeCloseTo(4 * 0.63 + 0.255);
    expect(digitsWidth('+1:02:03')).toBeGreaterThan(digitsWidth('1:02:03'));
  });
});

it('fills a bar as far as the turn has come', () => {
  const bar = { style: { backgroundSize: '' } };
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
