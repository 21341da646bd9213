import type { AgendaItem, LedgerEntry, TurnPlan } from '../model/agenda-item.ts';
import type { DayPlan } from '../model/day-plan.ts';
import type { Meeting } from '../model/meeting.ts';
import { between, type Duration, type Instant, instant, minutes } from '../time/units.ts';
import { type CivilDate, civilDateAt, instantOf } from '../time/zone.ts';
import { pausedEntry, plannedLength, planOf } from './plan-of.ts';
import { type PlanEntry, timetable } from './timetable.ts';

/** A meeting that runs past midnight continues with the plan of its evening; after a night it begins with a new one. */
const NIGHT = minutes(4 * 60);

/**
 * Whether a turn was broken off when its clock was stopped, by an interruption or somebody's hand: a night followed, and
 * what comes after it is another session. Otherwise it was a pause, as while the power is back in a minute.
 * @param at when it went on or was ended
 */
export const wasBrokenOff = ({ at: stopped }: Pick<LedgerEntry, 'at'>, at: Instant): boolean => at - stopped >= NIGHT;

/** When anything was last recorded of any turn; `null` if nothing was. */
export function lastRecorded(meeting: Pick<Meeting, 'agenda'>): Instant | null {
  const last = Object.values(meeting.agenda.items).flatMap(({ turn }) => turn.ledger.at(-1)?.at ?? []);
  return last.length === 0 ? null : instant(Math.max(...last));
}

/**
 * The plan of a day for the meeting as it is now, from `from` on.
 * @param entries omitted: the items to come
 */
export function layDay(
  meeting: Meeting,
  day: CivilDate,
  from: Instant,
  at: Instant,
  entries: readonly PlanEntry[] = planOf(meeting),
): DayPlan {
  const rows = timetable(entries, from, day, meeting.zone);
  return {
    day,
    at,
    finish: rows.at(-1)?.end ?? from,
    items: Object.fromEntries(rows.map(({ id, start, end }) => [id, { start, length: between(start, end) }])),
  };
}

/**
 * The plan to store when an item is called, or a paused turn continued, at `at`; `null` if that day's plan exists
 * already. On the meeting's own day it begins at the planned start, however late the first call is; on any other day
 * with the first call.
 */
export function newDayPlan(meeting: Meeting, at: Instant): DayPlan | null {
  const day = civilDateAt(at, meeting.zone);
  const before = meeting.plans.at(-1);
  if (before !== undefined) {
    const last = lastRecorded(meeting);
    if (before.day >= day || (last !== null && at - last < NIGHT)) return null;
  }
  const onTime = before === undefined && day === meeting.date;
  const from = onTime ? instantOf(day, meeting.startAt, meeting.zone) : at;
  return layDay(meeting, day, from, at, [...pausedEntry(meeting), ...planOf(meeting)]);
}

/** The plan of an item that is now called for the first time. */
export function turnPlanOf(meeting: Meeting, item: AgendaItem): TurnPlan {
  return {
    start: meeting.plans.at(-1)?.items[item.id]?.start ?? null,
    length: plannedLength(meeting, item),
  };
}

/**
 * What was planned of an item: as stored when it was first called, else with the last day that had it. `start` is `null`
 * if no day had it: it was added later.
 */
export const storedPlanOf = (meeting: Meeting, item: AgendaItem): TurnPlan =>
  item.turn.plan ??
  meeting.plans.findLast(({ items }) => Object.hasOwn(items, item.id))?.items[item.id] ?? {
    start: null,
    length: plannedLength(meeting, item),
  };

/**
 * How much later than planned the day would end at `finish` (negative: earlier); `null` if nothing was planned for that
 * day. The plan is the one stored when the day began, so a refit does not change it.
 */
export function delayOf(meeting: Meeting, finish: Instant, now: Instant): Duration | null {
  if (meeting.status === 'prepared') {
    const onTime = layDay(meeting, meeting.date, instantOf(meeting.date, meeting.startAt, meeting.zone), now);
    return civilDateAt(finish, meeting.zone) === meeting.date ? between(onTime.finish, finish) : null;
  }
  const plan = meeting.plans.at(-1);
  return plan === undefined || newDayPlan(meeting, now) !== null ? null : between(plan.finish, finish);
}
