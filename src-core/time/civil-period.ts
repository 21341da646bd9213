import { type CivilDate, daysBetween } from './zone.ts';

/** A length of time as the calendar has it: whole years, then whole months, then days. */
export interface CivilPeriod {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** The date that lies whole months after another; in a shorter month its last day. */
function monthsAfter(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** @returns what lies between two dates; `null` if the second is the earlier one */
export function periodBetween(from: CivilDate, to: CivilDate): CivilPeriod | null {
  if (to < from) return null;
  const [[fromYear = 0, fromMonth = 0], [toYear = 0, toMonth = 0]] = [
    from.split('-').map(Number),
    to.split('-').map(Number),
  ];
  const most = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const months = monthsAfter(from, most) > to ? most - 1 : most;
  const days = daysBetween(monthsAfter(from, months), to);
  return { years: Math.floor(months / 12), months: months % 12, days };
}
