import { type Instant, instant } from './units.ts';

/** Indonesia's three zones; none has daylight saving time (Keputusan Presiden 41/1987). */
export const ZONES = ['WIB', 'WITA', 'WIT'] as const;
export type Zone = (typeof ZONES)[number];

const OFFSET_HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };
const HOUR = 3_600_000;

/** A calendar date without a time, `YYYY-MM-DD`. */
export type CivilDate = string;
/** A time of day without a date, `HH:mm`. Always a plan ("ishoma at 12:00"), never a record. */
export type ClockTime = string;

export interface Civil {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The date and time on the wall clock in `zone` at `at`. */
export function toCivil(at: Instant, zone: Zone): Civil {
  const shifted = new Date(at + OFFSET_HOURS[zone] * HOUR);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** The calendar date in `zone` at `at`. */
export function civilDateAt(at: Instant, zone: Zone): CivilDate {
  return new Date(at + OFFSET_HOURS[zone] * HOUR).toISOString().slice(0, 10);
}

/** The instant at which the clock in `zone` shows `time` on `date`. */
export function instantOf(date: CivilDate, time: ClockTime, zone: Zone): Instant {
  return instant(Date.parse(`${date}T${time}:00Z`) - OFFSET_HOURS[zone] * HOUR);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** True for a real calendar date `YYYY-MM-DD` (not 2021-02-30). Of a meeting that is read, hundreds are looked at. */
export function isCivilDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const last = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** 0 (Sunday) to 6 for a calendar date. */
export function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Whole days from one date to another; negative if the other is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
