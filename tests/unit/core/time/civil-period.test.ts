import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodBetween } from '#core/time/civil-period.ts';
import { daysBetween } from '#core/time/zone.ts';

const dateAt = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dates = fc.integer({ min: 15_000, max: 30_000 });

describe('what lies between two dates', () => {
  it.each([
    ['2026-11-26', '2030-05-26', [3, 6, 0]],
    ['2026-11-26', '2030-05-25', [3, 5, 29]],
    ['2024-01-31', '2024-02-29', [0, 1, 0]],
    ['2023-01-31', '2023-03-01', [0, 1, 1]],
    ['2024-02-29', '2025-02-28', [1, 0, 0]],
    ['2026-12-31', '2027-01-01', [0, 0, 1]],
    ['2026-11-26', '2026-11-26', [0, 0, 0]],
  ])('%s to %s', (from, to, [years, months, days]) => expect(periodBetween(from, to)).toEqual({ years, months, days }));

  it('is nothing if the second is the earlier one', () => expect(periodBetween('2026-11-26', '2026-11-25')).toBeNull());

  it('has whole months, each of them from 28 to 31 days long', () =>
    fc.assert(
      fc.property(dates, fc.nat(5_000), (day, length) => {
        const [from, to] = [dateAt(day), dateAt(day + length)];
        const period = periodBetween(from, to) ?? { years: -1, months: 0, days: 0 };
        const whole = period.years * 12 + period.months;
        const inMonths = daysBetween(from, to) - period.days;
        expect(period.months).toBeLessThan(12);
        expect(period.days).toBeLessThan(31);
        expect(Math.min(period.years, period.months, period.days)).toBeGreaterThanOrEqual(0);
        expect(inMonths).toBeGreaterThanOrEqual(Math.max(0, whole * 30.4 - 3));
        expect(inMonths).toBeLessThanOrEqual(whole * 30.5 + 4);
      }),
    ));
});
