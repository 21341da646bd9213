import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationText, parseDuration } from '#core/time/clock-text.ts';
import { between, duration, elapsed, instant, later, minutes, mono, plus, seconds } from '#core/time/units.ts';
import { civilDateAt, instantOf, isCivilDate, toCivil, weekdayOf, ZONES } from '#core/time/zone.ts';

describe('units', () => {
  it('counts in milliseconds', () => {
    expect(seconds(90)).toBe(90_000);
    expect(minutes(12)).toBe(720_000);
    expect(plus(minutes(1), seconds(1))).toBe(61_000);
    expect(later(instant(1_000), seconds(1))).toBe(2_000);
    expect(between(instant(5_000), instant(3_000))).toBe(-2_000);
    expect(elapsed(mono(100), mono(350))).toBe(250);
  });
});

describe('zones', () => {
  it('show the same instant an hour apart, without daylight saving time', () => {
    const at = instantOf('2021-05-17', '09:30', 'WITA');
    expect(new Date(at).toISOString()).toBe('2021-05-17T01:30:00.000Z');
    expect(toCivil(at, 'WIB').hour).toBe(8);
    expect(toCivil(at, 'WITA').hour).toBe(9);
    expect(toCivil(at, 'WIT').hour).toBe(10);
  });

  it('show all parts of a civil time', () => {
    const at = instant(Date.parse('2021-12-31T16:05:09Z'));
    const expected = { year: 2022, month: 1, day: 1, weekday: 6, hour: 0, minute: 5, second: 9 };
    expect(toCivil(at, 'WITA')).toEqual(expected);
    expect(civilDateAt(at, 'WITA')).toBe('2022-01-01');
    expect(civilDateAt(at, 'WIB')).toBe('2021-12-31');
  });

  it('read back what they show', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom(...ZONES), (date, zone) => {
        const at = instant(Math.floor(date.getTime() / 60_000) * 60_000);
        const { hour, minute } = toCivil(at, zone);
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(instantOf(civilDateAt(at, zone), time, zone)).toBe(at);
      }),
    );
  });
});

describe('calendar dates', () => {
  it.each(['2021-05-17', '2024-02-29', '1999-12-31'])('%s is one', (text) => expect(isCivilDate(text)).toBe(true));
  it.each([
    '2021-02-30',
    '2023-02-29',
    '2021-13-01',
    '2021-00-10',
    '17-05-2021',
    '2021-5-7',
    '2021-05-17T00:00',
    '',
    'besok',
  ])('"%s" is none', (text) => expect(isCivilDate(text)).toBe(false));

  it('are those that the calendar of the system has', () => {
    const part = (max: number, digits: number) =>
      fc.integer({ min: 0, max }).map((n) => String(n).padStart(digits, '0'));
    const text = fc.tuple(part(2400, 4), part(13, 2), part(32, 2)).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(text, (date) => {
        const at = new Date(`${date}T00:00:00Z`);
        expect(isCivilDate(date)).toBe(!Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date);
      }),
      { examples: [['1900-02-29'], ['2000-02-29'], ['2024-02-29'], ['2023-02-29']] },
    );
  });

  it('fall on their weekday', () => {
    expect(weekdayOf('2021-05-17')).toBe(1);
    expect(weekdayOf('2021-05-21')).toBe(5);
    expect(weekdayOf('2021-05-23')).toBe(0);
  });
});

describe('lengths of time as typed', () => {
  it.each([
    ['12', 720_000],
    ['12,5', 750_000],
    ['7,5', 450_000],
    ['10.30', 630_000],
    ['10:30', 630_000],
    ['10.30 menit', 630_000],
    ['10 mnt', 600_000],
    ['10 menit 30 detik', 630_000],
    ['10m30s', 630_000],
    [`10'30"`, 630_000],
    ['1j 15m', 4_500_000],
    ['1 jam 15 menit', 4_500_000],
    ['1,5 jam', 5_400_000],
    ['1.30 jam', 5_400_000],
    ['2 Jam', 7_200_000],
    ['setengah jam', 1_800_000],
    ['45 detik', 45_000],
    ['15 minutes', 900_000],
    ['90', 5_400_000],
    [' 10 ', 600_000],
    ['12:30', 750_000],
    ['0:05', 5_000],
    ['90:00', 5_400_000],
    ['1:02:03', 3_723_000],
    ['1440', 86_400_000],
  ])('"%s" is %i ms', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each([
    '',
    ' ',
    'dua belas',
    '12:60',
    '1:75:00',
    '1:2',
    '-5',
    '12:',
    ':30',
    '12345',
    '1e3',
    '12.5',
    '7.5',
    '10.75',
    '1.234',
    '10,30,5',
    'menit',
    '10 menit 5 jam',
    '12 orang',
    '1:02:03 jam',
    '١٢',
  ])('"%s" is none', (text) => expect(parseDuration(text)).toBeNull());

  it('are read back as they were written, up to a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (secs) => {
        expect(parseDuration(durationText(duration(secs * 1000)))).toBe(secs * 1000);
      }),
    );
  });
});
