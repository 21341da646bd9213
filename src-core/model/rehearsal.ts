import type { Instant } from '../time/units.ts';
import { type CivilDate, civilDateAt } from '../time/zone.ts';
import { TITLE_MAX } from './lengths.ts';
import type { Meeting, MeetingId } from './meeting.ts';

/**
 * A copy of a prepared meeting for a rehearsal ("gladi"); the meeting itself is unchanged.
 * @param word is added to its title, so that nobody mistakes it for the meeting on the projector or on paper
 */
export function rehearsalOf(meeting: Meeting, id: MeetingId, word: string): Meeting {
  const mark = ` (${word})`;
  return {
    ...meeting,
    id,
    title: `${meeting.title.slice(0, TITLE_MAX - mark.length).trimEnd()}${mark}`,
    rehearsalOf: meeting.id,
  };
}

/**
 * The day on which a meeting of another date would begin if its first item were called now; `null` if the desk need not
 * ask: the meeting has begun, is of this day, or is only for practice.
 */
export function otherDay(
  meeting: Pick<Meeting, 'status' | 'sample' | 'rehearsalOf' | 'date' | 'zone'>,
  now: Instant,
): CivilDate | null {
  if (meeting.status !== 'prepared' || meeting.sample || meeting.rehearsalOf !== null) return null;
  const today = civilDateAt(now, meeting.zone);
  return today === meeting.date ? null : today;
}

/** The day on which a meeting really began, if that is not its date; otherwise `null`. Its minutes print both. */
export function beganOn(meeting: Pick<Meeting, 'openedAt' | 'date' | 'zone'>): CivilDate | null {
  if (meeting.openedAt === null) return null;
  const day = civilDateAt(meeting.openedAt, meeting.zone);
  return day === meeting.date ? null : day;
}
