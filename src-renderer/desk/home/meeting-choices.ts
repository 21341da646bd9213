import type { CivilDate } from '#core/time/zone.ts';
import type { MeetingSummary } from '#core/views/desk.ts';

const byDate = (a: MeetingSummary, b: MeetingSummary): number =>
  b.date.localeCompare(a.date) || b.changedAt - a.changedAt;

/** Meetings from which open follow-ups can be brought back, the latest first. */
export const carryChoices = (meetings: readonly MeetingSummary[]): MeetingSummary[] =>
  meetings
    .filter(({ health, rehearsal, openFollowUps }) => health !== 'unprovable' && !rehearsal && openFollowUps > 0)
    .sort(byDate);

/** The latest real one: what was tried out with the sample is not brought into a real meeting unasked. */
export const defaultCarry = (meetings: readonly MeetingSummary[]): string | null =>
  carryChoices(meetings).find(({ sample }) => !sample)?.id ?? null;

/**
 * The rakor with which to go on: the one that was changed last, where it was cut off, or is of today and under way.
 * `null` where nothing waits.
 */
export function resumable(meetings: readonly MeetingSummary[], today: CivilDate): MeetingSummary | null {
  const [last] = meetings.filter(({ health }) => health !== 'unprovable').toSorted((a, b) => b.changedAt - a.changedAt);
  if (last === undefined) return null;
  return last.interrupted || (last.status === 'open' && last.date === today) ? last : null;
}

/** What was taken in from a backup bears the title of the meeting it is of, and a mark behind it. */
const isTwinOf = (twin: MeetingSummary, of: MeetingSummary): boolean =>
  twin.id !== of.id && twin.date === of.date && twin.title.startsWith(`${of.title} (`) && twin.title.endsWith(')');

/** The list with what was taken in from a backup below the meeting itself, which is the newer. */
function twinsBelow(sorted: readonly MeetingSummary[]): MeetingSummary[] {
  const list = [...sorted];
  // The last first, so that of several the newest comes to stand above the others.
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
