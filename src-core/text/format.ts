import type { Duration, Instant } from '../time/units.ts';
import { type CivilDate, toCivil, weekdayOf, type Zone } from '../time/zone.ts';

export const LOCALES = ['id', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const PARTS = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes longer than a line of text, and a list has a hundred dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Month and weekday names come from `Intl`; Indonesian writes "Jumat". */
function intlDate(date: CivilDate, locale: Locale, parts: keyof typeof PARTS): string {
  const key = `${locale} ${parts}`;
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, { ...PARTS[parts], timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** "17 Mei 2021" / "17 May 2021". */
export function formatDate(date: CivilDate, locale: Locale): string {
  return intlDate(date, locale, 'date');
}

/** "Senin, 17 Mei 2021" / "Monday, 17 May 2021". */
export function formatLongDate(date: CivilDate, locale: Locale): string {
  return `${formatWeekday(date, locale)}, ${formatDate(date, locale)}`;
}

const INDONESIAN_WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

/** "Jumat" / "Friday". */
export function formatWeekday(date: CivilDate, locale: Locale): string {
  return locale === 'id' ? (INDONESIAN_WEEKDAYS[weekdayOf(date)] ?? '') : intlDate(date, locale, 'weekday');
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The time of day in the meeting's zone: "09.30" in Indonesian, "09:30" in English. */
export function formatTime(at: Instant, zone: Zone, locale: Locale): string {
  const civil = toCivil(at, zone);
  return `${two(civil.hour)}${locale === 'id' ? '.' : ':'}${two(civil.minute)}`;
}

/** A countdown: "07:24", "+01:15" past the limit, "1:02:03" from an hour on (docs/domain/formats.md#countdowns). */
export function formatTimer(ms: Duration, overtime = false): string {
  const total = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(total / 3600);
  const face = `${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`;
  return `${overtime ? '+' : ''}${hours > 0 ? `${hours}:` : ''}${face}`;
}

const group = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);

/**
 * "1.234,56" in Indonesian, "1,234.56" in English.
 * @param fractionDigits how many decimals to show; `null` shows up to two and drops trailing zeros.
 */
export function formatNumber(value: number, locale: Locale, fractionDigits: number | null = null): string {
  const fixed = Math.abs(value).toFixed(fractionDigits ?? 2);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const shown = fractionDigits === null ? fraction.replace(/0+$/, '') : fraction;
  const [dot, comma] = locale === 'id' ? ['.', ','] : [',', '.'];
  const sign = value < 0 && Number(fixed) !== 0 ? '-' : '';
  return `${sign}${group(whole, dot)}${shown === '' ? '' : `${comma}${shown}`}`;
}

/** "Rp900.500,50" (docs/domain/formats.md#money); whole rupiah without decimals. */
export function formatRupiah(value: number, locale: Locale): string {
  const whole = Number.isInteger(value);
  const amount = formatNumber(value, locale, whole ? 0 : 2);
  return amount.startsWith('-') ? `-Rp${amount.slice(1)}` : `Rp${amount}`;
}

/** "38,2%" / "38.2%": one decimal at most. */
export function formatPercent(ratio: number, locale: Locale): string {
  return `${formatNumber(Math.round(ratio * 1000) / 10, locale)}%`;
}

/**
 * Reads a number in Indonesian notation: "1.234,56", "Rp 1.234.567", "Rp1.000.000,-", "75%". A single dot followed by
 * anything but three digits is read as a decimal point ("78.5", "0.125"), which people type too.
 * @returns the number, or `null` if the text contains none.
 */
export function parseNumber(text: string): number | null {
  const bare = text
    .replace(/rp\.?/i, '')
    .replace(/[\s%]/g, '')
    .replace('\u2212', '-')
    .replace(/,[-–]+$/, '');
  if (bare === '') return null;
  let normal: string;
  if (bare.includes(',')) {
    if (!/^-?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d+$/.test(bare)) return null;
    normal = bare.replaceAll('.', '').replace(',', '.');
  } else if (/^-?[1-9]\d{0,2}(\.\d{3})+$/.test(bare)) {
    normal = bare.replaceAll('.', '');
  } else {
    if (!/^-?\d+(\.\d+)?$/.test(bare)) return null;
    normal = bare;
  }
  const value = Number(normal);
  return Number.isFinite(value) ? value : null;
}

/** The number in a figure as people write it: "78%", "12 km", "1.234,5 ton"; `null` if it does not begin with one. */
export function figureOf(text: string): number | null {
  const first = /^\s*(?:rp\.?\s*)?(-?[\d.,]*\d)/i.exec(text)?.[1];
  return first === undefined ? null : parseNumber(first);
}

/** A figure with its unit, unless it was typed with it: "76,3 %". Without a figure there is no unit either. */
export const inUnit = (figure: string, unit: string): string =>
  figure === '' || unit === '' || figure.toLowerCase().endsWith(unit.toLowerCase()) ? figure : `${figure} ${unit}`;
