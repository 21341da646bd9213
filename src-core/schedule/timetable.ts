import { type Duration, duration, type Instant, later } from '../time/units.ts';
import type { ClockTime } from '../time/zone.ts';
import { type CivilDate, civilDateAt, instantOf, type Zone } from '../time/zone.ts';

/** An item as the timetable needs it; small enough to send all items to come to the projector. */
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
  /** An item with a fixed start (the lunch break) begins later than that, by this many ms. */
  readonly lateBy: Duration;
}

/**
 * Computes the times of the items, one after the other from `from` on. An item with a fixed start waits for it; if the
 * items before it run past it, it starts late and says by how much, which warns that a turn would run into the break
 * (docs/domain/records.md#the-lunch-break).
 * @param day the calendar date of the fixed times
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

/** When the last of `entries` ends if the current turn ends at `from`; `from` itself if none is to come. */
export function estimatedFinish(entries: readonly PlanEntry[], from: Instant, day: CivilDate, zone: Zone): Instant {
  return timetable(entries, from, day, zone).at(-1)?.end ?? from;
}

/**
 * The time from which the items to come are computed. Prepared: the planned start, or now if that has passed on the
 * meeting's own day. Open: now plus what is left of the current turn (`left`, already 0 in overtime).
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
