import type { AgendaItem } from '../model/agenda-item.ts';
import { itemOf, type Meeting, orderedItems } from '../model/meeting.ts';
import type { TimetableRow } from '../schedule/schedule.ts';
import { type Duration, duration, type Instant } from '../time/units.ts';
import { type CivilDate, instantOf } from '../time/zone.ts';

/** What the plan as it stands would run into. */
export interface DayWarnings {
  /** A break with a fixed time that the turn on the floor, or the one after it, would run into. */
  readonly intoBreak: { readonly item: AgendaItem; readonly start: Instant; readonly by: 'this' | 'next' } | null;
  /** By how much the day would run past its planned end, ms. */
  readonly pastEnd: { readonly over: Duration; readonly at: Instant } | null;
}

const MINUTE = 60_000;

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
  const end = meeting.endAt === null ? null : instantOf(day, meeting.endAt, meeting.zone);
  return {
    intoBreak:
      item === undefined || row === undefined
        ? null
        : { item, start: row.start, by: current !== null && coming[0]?.id === item.id ? 'this' : 'next' },
    pastEnd: end === null || finish - end < MINUTE ? null : { over: duration(finish - end), at: end },
  };
}
