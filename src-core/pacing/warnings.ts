import type { AgendaItem } from '../model/agenda-item.ts';
import { itemOf, type Meeting, orderedItems } from '../model/meeting.ts';
import type { TimetableRow } from '../schedule/schedule.ts';
import { type Duration, duration, type Instant, MINUTE } from '../time/units.ts';
import { type CivilDate, type ClockTime, instantOf } from '../time/zone.ts';

/** What the plan as it stands would run into. */
export interface DayWarnings {
  /** A break with a fixed time that the turn on the floor, or the one after it, would run into. */
  readonly intoBreak: { readonly item: AgendaItem; readonly start: Instant; readonly by: 'this' | 'next' } | null;
  readonly pastEnd: PastEnd | null;
}

/** By how much a day would run past its end, ms. */
export interface PastEnd {
  readonly over: Duration;
  readonly at: Instant;
  /** Whether that end was wished; else it is when offices usually close. */
  readonly isWished: boolean;
}

/** When offices have closed everywhere. A day for which no end was wished is asked about when it is planned beyond it. */
export const USUAL_END: ClockTime = '17:00';

/**
 * @param finish when the last item would end
 * @param day the day on which times of day are read
 * @returns `null` when all is well, or the day has begun without a wish
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
 * @param day the day on which the planned end is read
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
  // With somebody on the floor the break may lie right behind, or behind one more; else behind the next at the soonest.
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
