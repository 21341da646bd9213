import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitPage } from '#renderer/slides/fit-page.ts';

it('fills the box one way and does not exceed it the other way', () => {
  expect(fitPage({ width: 960, height: 540 }, { width: 800, height: 600 })).toMatchObject({ width: 800, height: 450 });
  expect(fitPage({ width: 595, height: 842 }, { width: 1600, height: 842 })).toMatchObject({ width: 595, height: 842 });
});

it('makes a picture of bearable size of any page and any box', () => {
  const length = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(
      length,
      length,
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      (a, b, c, d) => {
        const { width, height, scale } = fitPage({ width: a, height: b }, { width: c, height: d });
        expect(Number.isInteger(width) && Number.isInteger(height)).toBe(true);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
        expect(width).toBeLessThanOrEqual(c);
        expect(height).toBeLessThanOrEqual(d);
        expect(width * height).toBeLessThanOrEqual(12_000_000);
        expect(scale).toBeGreaterThan(0);
      },
    ),
  );
});
