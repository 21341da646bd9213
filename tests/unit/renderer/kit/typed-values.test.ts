import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRupiah } from '#core/text/format.ts';
import { parseClockTime } from '#core/time/clock-text.ts';
import { isCivilDate } from '#core/time/zone.ts';
import { clockTimeText, shiftClockTime } from '#renderer/kit/clock-time.ts';
import { fullYear, isDay, isWholeYear, parseDate, shiftDate } from '#renderer/kit/date-text.ts';
import { isNegativeRupiah, parseCount, parseRupiah, rupiahText } from '#renderer/kit/number-text.ts';

const aDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date as people type it', () => {
  it.each([
    ['17/5/2021', '2021-05-17'],
    ['17-05-21', '2021-05-17'],
    ['17.5.2021', '2021-05-17'],
    ['17 Mei 2021', '2021-05-17'],
    ['Senin, 17 Mei 2021', '2021-05-17'],
    ["Jum'at, 21 mei 2021", '2021-05-21'],
    ['17 may 2021', '2021-05-17'],
    ['1 Agt 2021', '2021-08-01'],
    ['17052021', '2021-05-17'],
    ['2021-5-7', '2021-05-07'],
    [' 31 desember ', '2026-12-31'],
    ['5/6', '2026-06-05'],
  ])('%s', (text, date) => expect(parseDate(text, 2026)).toBe(date));

  it.each(['', 'besok', '30/2/2021', '17/13/2021', '0/5/2021', '17 Meiii 2021', '5', '17/5/20211', '17//5'])(
    '%j is no date',
    (text) => expect(parseDate(text, 2026)).toBeNull(),
  );

  it('knows the days of a month, of a short year too', () => {
    expect([isDay(2026, 11, 30), isDay(24, 2, 29), isDay(2026, 12, 31)]).toEqual([true, true, true]);
    expect([isDay(2026, 11, 31), isDay(26, 2, 29), isDay(202, 2, 30)]).toEqual([false, false, false]);
  });

  it('is read back from its own text', () => {
    const boxed = (date: string): string => date.split('-').reverse().join('/');
    fc.assert(fc.property(aDate, (date) => parseDate(boxed(date), 2000) === date));
  });

  it('has a year that is typed to its end, or of which two digits are meant for this century', () => {
    expect([2, 26, 99, 202, 2026].map(fullYear)).toEqual([2002, 2026, 2099, 202, 2026]);
    expect(['0002-05-17', '0202-05-17', '2026-05-17'].map(isWholeYear)).toEqual([false, false, true]);
  });

  it('never gives what is no date', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = parseDate(text, 2026);
        return date === null || isCivilDate(date);
      }),
    );
  });

  it('moves over the ends of months and years', () => {
    expect(shiftDate('2020-12-31', 1)).toBe('2021-01-01');
    expect(shiftDate('2021-03-01', -1)).toBe('2021-02-28');
  });
});

describe('a time of day as people type it', () => {
  it.each([
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['08:30', '08:30'],
    ['0830', '08:30'],
    ['pukul 13.05', '13:05'],
    ['23.59', '23:59'],
  ])('%s', (text, time) => expect(parseClockTime(text)).toBe(time));

  it.each(['', '24.00', '8.60', '8.3', 'pagi', '8.30.00', '-1'])('%j is none', (text) =>
    expect(parseClockTime(text)).toBeNull(),
  );

  it('is written with a dot in Indonesian and a colon in English', () => {
    expect(clockTimeText('08:30', 'id')).toBe('08.30');
    expect(clockTimeText('08:30', 'en')).toBe('08:30');
  });

  it('does not leave the day', () => {
    expect(shiftClockTime('08:58', 5)).toBe('09:03');
    expect(shiftClockTime('23:58', 5)).toBe('23:59');
    expect(shiftClockTime('00:02', -5)).toBe('00:00');
  });
});

describe('an amount as officials type it', () => {
  it.each([
    ['214600000000', 214_600_000_000],
    ['Rp214.600.000.000', 214_600_000_000],
    ['Rp 1.234,56', 1234.56],
    ['1.500.000,-', 1_500_000],
    ['214,6 miliar', 214_600_000_000],
    ['214,6 M', 214_600_000_000],
    ['750 jt', 750_000_000],
    ['2,5 triliun', 2_500_000_000_000],
    ['50rb', 50_000],
    ['0', 0],
  ])('%s', (text, amount) => expect(parseRupiah(text)).toBe(amount));

  it.each(['', 'banyak', '1.23.4', '12,3,4', 'miliar', '9999 triliun'])('%j is none', (text) =>
    expect(parseRupiah(text)).toBeNull(),
  );

  it.each(['-500', 'Rp-500', '\u2212 1.000', '-2,5 miliar', '-0,01'])('%j is less than nothing', (text) => {
    expect(parseRupiah(text)).toBeNull();
    expect(isNegativeRupiah(text)).toBe(true);
  });

  it('is not less than nothing where it is nothing, or cannot be read', () => {
    expect(['-0', '0', '500', '-banyak', ''].map((text) => isNegativeRupiah(text))).toEqual(Array(5).fill(false));
    expect(Object.is(parseRupiah('-0'), 0)).toBe(true);
  });

  it.each([
    [1_250_000_000.5, '1.250.000.000,50'],
    [1_250_000_000, '1.250.000.000'],
    [0.05, '0,05'],
  ])('%d is in its box as on paper', (amount, text) => {
    expect(rupiahText(amount)).toBe(text);
    expect(formatRupiah(amount, 'id')).toBe(`Rp${text}`);
  });

  it('is read back from its box to the sen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), (sen) => parseRupiah(rupiahText(sen / 100)) === sen / 100),
    );
  });
});

it('a count is a whole number from nought on', () => {
  expect(parseCount('1.234')).toBe(1234);
  expect(['-1', '1,5', 'x', '10.000.001'].map((text) => parseCount(text))).toEqual([null, null, null, null]);
});
