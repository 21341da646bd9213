import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  figureOf,
  formatDate,
  formatLongDate,
  formatNumber,
  formatPercent,
  formatRupiah,
  formatTime,
  formatTimer,
  formatWeekday,
  parseNumber,
} from '#core/text/format.ts';
import { duration } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';

describe('dates', () => {
  it('are long in both languages', () => {
    expect(formatLongDate('2021-05-17', 'id')).toBe('Senin, 17 Mei 2021');
    expect(formatLongDate('2021-05-17', 'en')).toBe('Monday, 17 May 2021');
    expect(formatDate('2021-08-01', 'id')).toBe('1 Agustus 2021');
    expect(formatDate('2021-08-01', 'en')).toBe('1 August 2021');
  });

  it('write the weekdays as the standard spelling does', () => {
    const week = Array.from({ length: 7 }, (_, day) => formatWeekday(`2021-05-${16 + day}`, 'id'));
    expect(week).toEqual(['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']);
    expect(formatWeekday('2021-05-21', 'en')).toBe('Friday');
  });
});

describe('times', () => {
  it('have a dot in Indonesian and a colon in English, in the zone of the meeting', () => {
    const at = instantOf('2021-05-17', '09:30', 'WITA');
    expect(formatTime(at, 'WITA', 'id')).toBe('09.30');
    expect(formatTime(at, 'WITA', 'en')).toBe('09:30');
    expect(formatTime(at, 'WIT', 'id')).toBe('10.30');
  });

  it.each([
    [444_000, false, '07:24'],
    [720_000, false, '12:00'],
    [0, false, '00:00'],
    [75_000, true, '+01:15'],
    [3_723_000, false, '1:02:03'],
    [-75_999, true, '+01:15'],
  ])('a countdown of %i ms (over: %s) reads %s', (ms, over, face) => {
    expect(formatTimer(duration(ms), over)).toBe(face);
  });
});

describe('numbers', () => {
  it.each([
    [1234.56, '1.234,56', '1,234.56'],
    [0, '0', '0'],
    [-1234567.5, '-1.234.567,5', '-1,234,567.5'],
    [-0.001, '0', '0'],
    [999.999, '1.000', '1,000'],
    [1e15, '1.000.000.000.000.000', '1,000,000,000,000,000'],
  ])('%d', (value, id, en) => {
    expect(formatNumber(value, 'id')).toBe(id);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('have as many decimals as requested', () => {
    expect(formatNumber(5, 'id', 2)).toBe('5,00');
    expect(formatNumber(5.678, 'id', 1)).toBe('5,7');
  });

  it.each([
    [900_500.5, 'Rp900.500,50'],
    [1_000_000, 'Rp1.000.000'],
    [0, 'Rp0'],
    [-2500, '-Rp2.500'],
    [-0.001, 'Rp0,00'],
  ])('%d rupiah, without a space', (value, text) => expect(formatRupiah(value, 'id')).toBe(text));

  it('percent has one decimal at most', () => {
    expect(formatPercent(0.382, 'id')).toBe('38,2%');
    expect(formatPercent(0.382, 'en')).toBe('38.2%');
    expect(formatPercent(1, 'id')).toBe('100%');
    expect(formatPercent(-0.0001, 'id')).toBe('0%');
  });
});

describe('numbers as typed', () => {
  it.each([
    ['1.234,56', 1234.56],
    ['1234,56', 1234.56],
    ['1.234.567', 1_234_567],
    ['Rp 1.234.567', 1_234_567],
    ['Rp. 1.000', 1000],
    ['Rp1.000.000,-', 1_000_000],
    ['rp900.500,50', 900_500.5],
    ['75%', 75],
    ['38,2 %', 38.2],
    ['78.5', 78.5],
    ['0.125', 0.125],
    ['1.234', 1234],
    ['-1.234,5', -1234.5],
    ['\u22125', -5],
    ['1\u00a0234', 1234],
    ['0', 0],
  ])('"%s" is %d', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each([
    '',
    '   ',
    'Rp',
    'dua',
    '1,2,3',
    '1.23,4',
    '12.34.56',
    '1e5',
    '--5',
    '5-',
    '0x10',
    'NaN',
    'Infinity',
    '12 km',
  ])('"%s" is none', (text) => expect(parseNumber(text)).toBeNull());

  it('a number too great to be counted is none', () => expect(parseNumber('9'.repeat(400))).toBeNull());

  it('are read back as they were written', () => {
    const cents = fc.integer({ min: -1_000_000_000_000_00, max: 1_000_000_000_000_00 });
    fc.assert(
      fc.property(cents, (n) => {
        const value = n / 100;
        expect(parseNumber(formatNumber(value, 'id'))).toBe(value === 0 ? 0 : value);
        expect(parseNumber(formatRupiah(value, 'id'))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('never make a number of what is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseNumber(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

it.each([
  ['78%', 78],
  ['12 km', 12],
  ['1.234,5 ton', 1234.5],
  ['Rp 2.000', 2000],
  ['-3', -3],
  ['WTP', null],
  ['', null],
])('the figure in %j is %s', (text, number) => expect(figureOf(text)).toBe(number));
