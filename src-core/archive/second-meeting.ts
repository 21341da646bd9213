import type { Entry } from '../model/entry.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';

/**
 * A meeting that is here already, in another state: that state as a meeting of its own, so that none of it is lost. What
 * was said in it is its own from then on; said again by both, it still counts once.
 * @param first the meeting that is here: what it says too stays its own, so that undoing it there undoes it everywhere, and
 * what was undone there is not said again
 */
export function secondMeeting(
  meeting: Meeting,
  id: MeetingId,
  title: string,
  first: Pick<Meeting, 'entries' | 'unsaid'> | null = null,
): Meeting {
  const isOfFirst = (entry: Entry): boolean => first !== null && Object.hasOwn(first.entries, entry.id);
  const own = (entry: Entry): Entry =>
    entry.madeIn === meeting.id && !isOfFirst(entry) ? { ...entry, madeIn: id } : entry;
  const said = Object.entries(meeting.entries).filter(([key]) => first?.unsaid.includes(key) !== true);
  return {
    ...meeting,
    id,
    title,
    entries: Object.fromEntries(said.map(([key, entry]) => [key, own(entry)])),
  };
}
