import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestFitting } from '#renderer/projector/fit/largest.ts';

test('it is the first that fits, found with few looks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 41 }), (count, first) => {
      const looks: number[] = [];
      const found = largestFitting(count, (index) => {
        looks.push(index);
        return index >= first;
      });
      expect(found).toBe(first < count ? first : null);
      expect(looks.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(Math.max(1, count))));
      expect(new Set(looks).size).toBe(looks.length);
    }),
  );
});

test('one look is enough where the largest fits, and two where none does', () => {
  let looks = 0;
  const count = (fits: boolean) => () => {
    looks += 1;
    return fits;
  };
  expect(largestFitting(15, count(true))).toBe(0);
  expect(looks).toBe(1);
  looks = 0;
  expect(largestFitting(15, count(false))).toBeNull();
  expect(looks).toBe(2);
});

test('what is found fits, whatever else does', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (holds) => {
      const found = largestFitting(holds.length, (index) => holds[index] === true);
      if (found !== null) expect(holds[found]).toBe(true);
      else expect(holds.at(-1) ?? false).toBe(false);
    }),
  );
});

const looksOf = (count: number, first: number, guess: number): { found: number | null; looks: number } => {
  let looks = 0;
  const fits = (index: number): boolean => {
    looks += 1;
    return index >= first;
  };
  return { found: largestFitting(count, fits, guess), looks };
};

test('a guess, right or wrong, changes nothing of what is found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.nat({ max: 41 }),
      fc.integer({ min: -1, max: 41 }),
      (count, first, guess) => {
        expect(looksOf(count, first, guess).found).toBe(first < count ? first : null);
      },
    ),
  );
});

test('a right guess needs two looks at most', () => {
  for (let count = 1; count <= 40; count += 1)
    for (let first = 0; first < count; first += 1) expect(looksOf(count, first, first).looks).toBeLessThanOrEqual(2);
});
