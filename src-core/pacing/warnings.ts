import type { AgendaItem } from '../model/agenda-item.ts';
import { itemOf, type Meeting, orderedItems } from '../model/meeting.ts';
import type { TimetableRow } from '../schedule/timetable.ts';
import { type Duration, duration, type Instant, MINUTE } from '../time/units.ts';
import { type CivilDate, type ClockTime, instantOf } from '../time/zone.ts';

/** Problems of the plan as it is now. */
export interface DayWarnings {
  /** A break with a fixed time that the active turn, or the one after it, would run into. */
  readonly intoBreak: { readonly item: AgendaItem; readonly start: Instant; readonly by: 'this' | 'next' } | null;
  readonly pastEnd: PastEnd | null;
}

/** By how much a day would exceed its end, ms. */
export interface PastEnd {
  readonly over: Duration;
  readonly at: Instant;
  /** Whether that end was set by the user; otherwise it is when offices usually close. */
  readonly isWished: boolean;
}

/** When all offices have closed. A day without a planned end is questioned if it is planned beyond this. */
export const USUAL_END: ClockTime = '17:00';

/**
 * @param finish when the last item would end
 * @param day the date of the times of day
 * @returns `null` if all is well, or the day has begun without a planned end
 */
export function pastEndOf(
  meeting: Pick<Meeting, 'status' | 'startAt' | 'endAt' | 'zone'>,
  finish: Instant,
  day: CivilDate,
): PastEnd | null {
  const { status, startAt, endAt, zone } = meeting;
  const usual = status === 'prepared' && startAt < USUAL_END ? USUAL_END : null;
  const end = endAt ?? usual;
  if (status === 'finished' || end === null) return null;
  const at = instantOf(day, end, zone);
  return finish - at < MINUTE ? null : { over: duration(finish - at), at, isWished: endAt !== null };
}

/**
 * @param rows the timetable of the items to come
 * @param finish when the last of them would end
 * @param day the date of the planned end
 */
export function dayWarnings(
  meeting: Meeting,
  rows: ReadonlyMap<string, TimetableRow>,
  finish: Instant,
  day: CivilDate,
): DayWarnings {
  if (meeting.status === 'finished') return { intoBreak: null, pastEnd: null };
  const current = itemOf(meeting, meeting.current);
  const coming = orderedItems(meeting).filter(({ id }) => id !== current?.id && rows.has(id));
  // With an active turn the break may be next or after one more; otherwise after the next item at the soonest.
  const near = current === null ? coming.slice(1, 2) : coming.slice(0, 2);
  const item = near.find(({ id, fixedStart }) => fixedStart !== null && (rows.get(id)?.lateBy ?? 0) >= MINUTE);
  const row = item === undefined ? undefined : rows.get(item.id);
  return {
    intoBreak:
      item === undefined || row === undefined
        ? null
        : { item, start: row.start, by: current !== null && coming[0]?.id === item.id ? 'this' : 'next' },
    pastEnd: pastEndOf(meeting, finish, day),
  };
}
