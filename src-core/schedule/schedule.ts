import { type Duration, duration, type Instant, later } from '../time/units.ts';
import type { ClockTime } from '../time/zone.ts';
import { type CivilDate, civilDateAt, instantOf, type Zone } from '../time/zone.ts';

/** One item as far as the timetable is concerned; small enough to be sent to the projector for every item to come. */
export interface PlanEntry {
  readonly id: string;
  /** Planned length, ms. */
  readonly planned: Duration;
  /** Changeover after it, ms. */
  readonly gap: Duration;
  /** Not before this time of day. */
  readonly fixedStart: ClockTime | null;
}

export interface TimetableRow {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  /** An item that was to begin at a fixed time (ishoma) begins later than that, by this many ms. */
  readonly lateBy: Duration;
}

/**
 * Lays the items one after the other from `from` on. An item with a fixed start waits for it; when the items before it
 * run past it, it starts late and says by how much (the warning that a turn would run into ishoma: docs/domain/records.md#the-lunch-break).
 * @param day the calendar date on which fixed times are read
 */
export function timetable(entries: readonly PlanEntry[], from: Instant, day: CivilDate, zone: Zone): TimetableRow[] {
  let cursor = from;
  return entries.map((entry) => {
    const fixed = entry.fixedStart === null ? null : instantOf(day, entry.fixedStart, zone);
    const lateBy = fixed === null ? duration(0) : duration(Math.max(0, cursor - fixed));
    const start = fixed !== null && fixed > cursor ? fixed : cursor;
    const end = later(start, entry.planned);
    cursor = later(end, entry.gap);
    return { id: entry.id, start, end, lateBy };
  });
}

/**
 * When the last of `entries` ends, if the current turn is left at `from`; `from` itself when none is to come.
 */
export function estimatedFinish(entries: readonly PlanEntry[], from: Instant, day: CivilDate, zone: Zone): Instant {
  return timetable(entries, from, day, zone).at(-1)?.end ?? from;
}

/**
 * From when on the items to come can be laid out.
 * Prepared: the planned start, or now when that has passed on the meeting's own day. Open: now plus what is left of the
 * current turn (`left`, already 0 in overtime).
 */
export function timetableStart(
  meeting: { status: 'prepared' | 'open' | 'finished'; date: CivilDate; startAt: ClockTime; zone: Zone },
  now: Instant,
  left: Duration,
): { from: Instant; day: CivilDate } {
  const today = civilDateAt(now, meeting.zone);
  if (meeting.status === 'prepared') {
    const planned = instantOf(meeting.date, meeting.startAt, meeting.zone);
    return { from: today === meeting.date && now > planned ? now : planned, day: meeting.date };
  }
  return { from: later(now, left), day: today };
}
