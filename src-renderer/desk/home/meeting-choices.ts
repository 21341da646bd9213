import type { CivilDate } from '#core/time/zone.ts';
import type { MeetingSummary } from '#core/views/desk.ts';

const byDate = (a: MeetingSummary, b: MeetingSummary): number =>
  b.date.localeCompare(a.date) || b.changedAt - a.changedAt;

/** Meetings from which open follow-ups can be carried, the latest first. */
export const carryChoices = (meetings: readonly MeetingSummary[]): MeetingSummary[] =>
  meetings
    .filter(({ health, rehearsal, openFollowUps }) => health !== 'unprovable' && !rehearsal && openFollowUps > 0)
    .sort(byDate);

/** The latest real one: the sample is not carried into a real meeting by default. */
export const defaultCarry = (meetings: readonly MeetingSummary[]): string | null =>
  carryChoices(meetings).find(({ sample }) => !sample)?.id ?? null;

/**
 * The meeting to continue: the one changed last, if it was interrupted, or is of today and open. `null` if there is
 * none.
 */
export function resumable(meetings: readonly MeetingSummary[], today: CivilDate): MeetingSummary | null {
  const [last] = meetings.filter(({ health }) => health !== 'unprovable').toSorted((a, b) => b.changedAt - a.changedAt);
  if (last === undefined) return null;
  return last.interrupted || (last.status === 'open' && last.date === today) ? last : null;
}

/** An imported backup has the title of its original meeting, with a mark after it. */
const isTwinOf = (twin: MeetingSummary, of: MeetingSummary): boolean =>
  twin.id !== of.id && twin.date === of.date && twin.title.startsWith(`${of.title} (`) && twin.title.endsWith(')');

/** The list with imported backups below their original meeting, which is newer. */
function twinsBelow(sorted: readonly MeetingSummary[]): MeetingSummary[] {
  const list = [...sorted];
  // The last first, so that the newest of several is above the others.
  for (const twin of sorted.toReversed()) {
    const at = list.indexOf(twin);
    const original = list.findLastIndex((other) => isTwinOf(twin, other));
    if (original > at) list.splice(original, 0, ...list.splice(at, 1));
  }
  return list;
}

/** The list of the start screen: the latest first. */
export const listedMeetings = (meetings: readonly MeetingSummary[], text: string): MeetingSummary[] => {
  const words = text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  return twinsBelow(
    meetings
      .filter(({ title, date }) => words.every((word) => `${title} ${date}`.toLocaleLowerCase('id').includes(word)))
      .sort(byDate),
  );
};
