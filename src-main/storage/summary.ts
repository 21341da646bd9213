import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import type { Instant } from '#core/time/units.ts';
import type { MeetingSummary } from '#core/views/desk.ts';

/** The row that the start screen shows of a meeting. */
export function summaryOf(meeting: Meeting, changedAt: Instant): MeetingSummary {
  const agencies = orderedItems(meeting).filter((item) => item.kind === 'agency');
  return {
    id: meeting.id,
    title: meeting.title,
    date: meeting.date,
    status: meeting.status,
    sample: meeting.sample,
    agencies: agencies.length,
    done: agencies.filter((item) => item.status === 'done').length,
    notes: Object.keys(meeting.notes).length,
    openFollowUps: Object.values(meeting.followUps.items).filter((item) => item.status !== 'done').length,
    changedAt,
    damaged: false,
  };
}
