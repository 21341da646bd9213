import { type CivilDate, isCivilDate } from '#core/time/zone.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'pebruari', 'feb', 'peb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

const two = (n: number): string => String(n).padStart(2, '0');

function monthNumber(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) ? number : MONTHS.findIndex((names) => names.includes(text.toLowerCase())) + 1;
}

/**
 * Reads a date as people type it, the day first: "17/5/2021", "17-05-21", "17 Mei 2021", "17052021", "2021-05-17"; a
 * date without a year is in `thisYear`.
 * @returns `YYYY-MM-DD`, or `null` if it is not a calendar date
 */
export function parseDate(text: string, thisYear: number): CivilDate | null {
  const bare = text.trim().replace(/^[a-z']+,\s*/i, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(bare);
  const spoken = /^(\d{1,2})\s*[\s/.-]\s*(\d{1,2}|[a-z]+)\.?(?:\s*[\s/.-]\s*(\d{4}|\d{2}))?$/i.exec(bare);
  const [year, month, day] =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : run !== null
        ? [run[3], run[2], run[1]]
        : [spoken?.[3] ?? String(thisYear), spoken?.[2], spoken?.[1]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = dayText(Number(year), monthNumber(month), Number(day));
  return isCivilDate(date) ? date : null;
}

const dayText = (year: number, month: number, day: number): string =>
  `${String(fullYear(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Whether the calendar has this day; a year with only two digits is in this century. */
export const isDay = (year: number, month: number, day: number): boolean => isCivilDate(dayText(year, month, day));

/** A year with only two digits is in this century. */
export const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

/** Whether a date's year is typed completely: nobody plans for the year 202. */
export const isWholeYear = (date: CivilDate): boolean => date >= '1000';

/** The calendar day `by` days later. */
export function shiftDate(date: CivilDate, by: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
