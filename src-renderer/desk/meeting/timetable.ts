import type { ItemId } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { delayOf } from '#core/schedule/day-plan.ts';
import { leftOfCurrent, planOf } from '#core/schedule/plan-of.ts';
import { type TimetableRow, timetable, timetableStart } from '#core/schedule/timetable.ts';
import type { Duration, Instant, Mono } from '#core/time/units.ts';
import type { CivilDate } from '#core/time/zone.ts';

export interface DeskTimetable {
  /** When each item to come would begin and end. */
  readonly rows: ReadonlyMap<ItemId, TimetableRow>;
  /** When the last item would end. */
  readonly finish: Instant;
  /** The date of the times of day. */
  readonly day: CivilDate;
  /** How much later than planned that is (negative: earlier); `null` on a day without a plan. */
  readonly delay: Duration | null;
}

/** The plan of what is still to come, at `now`. */
export function deskTimetable(meeting: Meeting, now: Instant, mono: Mono): DeskTimetable {
  if (meeting.status === 'finished') {
    return { rows: new Map(), finish: meeting.finishedAt ?? now, day: meeting.date, delay: null };
  }
  const { from, day } = timetableStart(meeting, now, leftOfCurrent(meeting, mono));
  const rows = timetable(planOf(meeting), from, day, meeting.zone);
  const finish = rows.at(-1)?.end ?? from;
  return { rows: new Map(rows.map((row) => [row.id, row])), finish, day, delay: delayOf(meeting, finish, now) };
}
