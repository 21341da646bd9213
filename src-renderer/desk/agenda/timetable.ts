import type { ItemId } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { leftOfCurrent, plannedLength, planOf } from '#core/schedule/plan-of.ts';
import { estimatedFinish, type TimetableRow, timetable, timetableStart } from '#core/schedule/schedule.ts';
import { between, type Duration, type Instant, type Mono, ZERO } from '#core/time/units.ts';
import { civilDateAt, instantOf } from '#core/time/zone.ts';

export interface DeskTimetable {
  /** When each item to come would begin and end. */
  readonly rows: ReadonlyMap<ItemId, TimetableRow>;
  /** When the last item would end. */
  readonly finish: Instant;
  /** How much later than planned that is (negative: earlier); `null` on another day than the planned one. */
  readonly delay: Duration | null;
}

/** When the meeting would end if it began on time and every item kept its length. */
export function plannedFinish(meeting: Meeting): Instant {
  const entries = orderedItems(meeting)
    .filter((item) => item.status !== 'skipped')
    .map((item) => ({
      id: item.id,
      planned: plannedLength(meeting, item),
      gap: item.kind === 'agency' ? meeting.changeover : ZERO,
      fixedStart: item.fixedStart,
    }));
  return estimatedFinish(entries, instantOf(meeting.date, meeting.startAt, meeting.zone), meeting.date, meeting.zone);
}

/** The plan of what is still to come, as it stands at `now`. */
export function deskTimetable(meeting: Meeting, now: Instant, mono: Mono): DeskTimetable {
  if (meeting.status === 'finished') return { rows: new Map(), finish: meeting.finishedAt ?? now, delay: null };
  const { from, day } = timetableStart(meeting, now, leftOfCurrent(meeting, mono));
  const rows = timetable(planOf(meeting), from, day, meeting.zone);
  const finish = rows.at(-1)?.end ?? from;
  const sameDay = civilDateAt(finish, meeting.zone) === meeting.date;
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    finish,
    delay: sameDay ? between(plannedFinish(meeting), finish) : null,
  };
}
