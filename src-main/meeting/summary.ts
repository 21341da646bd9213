import { type Meeting, type MeetingId, orderedItems } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import type { Instant } from '#core/time/units.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import type { Recovered } from './recovery.ts';

/** Whether a meeting's own files prove all of it; otherwise what is read of it may change without them. */
export const isSound = ({ snapshot, damaged, unreadable }: Recovered): boolean =>
  snapshot === 'good' && damaged.length === 0 && unreadable === 0;

/** A row as far as the meeting by itself can say it: what it leaves open depends on the others (`countedRows`). */
export type ListedMeeting = Omit<MeetingSummary, 'openFollowUps'>;

/** The start screen's row of a meeting that its files prove. */
export function summaryOf(
  meeting: Meeting,
  changedAt: Instant,
  state: Pick<Recovered, 'snapshotStale'>,
  health: 'sound' | 'repaired',
): ListedMeeting {
  const agencies = orderedItems(meeting).filter((item) => item.kind === 'agency');
  return {
    id: meeting.id,
    title: meeting.title,
    date: meeting.date,
    status: meeting.status,
    sample: meeting.sample,
    rehearsal: meeting.rehearsalOf !== null,
    continues: meeting.continues,
    // Closing a meeting empties its journal.
    interrupted: state.snapshotStale,
    agencies: agencies.length,
    done: agencies.filter((item) => item.status === 'done').length,
    notes: allNotes(meeting).length,
    changedAt,
    health,
  };
}

/** The row of a meeting that no file proves: it is listed by its identifier, kept, and cannot be opened. */
export function unprovableSummary(id: MeetingId, changedAt: Instant): ListedMeeting {
  return {
    id,
    title: id,
    date: '',
    status: 'prepared',
    sample: false,
    rehearsal: false,
    continues: null,
    interrupted: false,
    agencies: 0,
    done: 0,
    notes: 0,
    changedAt,
    health: 'unprovable',
  };
}
