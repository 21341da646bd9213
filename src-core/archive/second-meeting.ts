import type { Entry } from '../model/entry.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';

/**
 * A meeting that was changed on two computers: the other one's state as a meeting of its own, so that none of it is lost.
 * What was said in it is its own from then on; said again by both, it still counts once.
 */
export function secondMeeting(meeting: Meeting, id: MeetingId, title: string): Meeting {
  const own = (entry: Entry): Entry => (entry.madeIn === meeting.id ? { ...entry, madeIn: id } : entry);
  return {
    ...meeting,
    id,
    title,
    entries: Object.fromEntries(Object.entries(meeting.entries).map(([key, entry]) => [key, own(entry)])),
  };
}
