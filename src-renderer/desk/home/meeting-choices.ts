import type { CivilDate } from '#core/time/zone.ts';
import type { MeetingSummary } from '#core/views/desk.ts';

const byDate = (a: MeetingSummary, b: MeetingSummary): number =>
  b.date.localeCompare(a.date) || b.changedAt - a.changedAt;

/**
 * Meetings that a new one may follow, the latest first: those that leave something open, and those that may do so later,
 * since it comes late to a new one only if that is known to follow them.
 */
export function carryChoices(meetings: readonly MeetingSummary[]): MeetingSummary[] {
  const known = meetings.filter(({ health, rehearsal }) => health !== 'unprovable' && !rehearsal).sort(byDate);
  const latest = known.find(({ sample }) => !sample);
  return known.filter((one) => one.openFollowUps > 0 || (!one.sample && one.status !== 'finished') || one === latest);
}

/**
 * The latest real one before the new meeting: the sample is not carried into it by default. One that leaves nothing open
 * comes first only where it has itself what others left open.
 * @param date of the new meeting
 */
export function defaultCarry(meetings: readonly MeetingSummary[], date: CivilDate): string | null {
  const real = carryChoices(meetings).filter(({ sample }) => !sample);
  const before = real.filter((one) => one.date <= date);
  const leavesOpen = ({ openFollowUps }: MeetingSummary): boolean => openFollowUps > 0;
  const followed =
    before.find((one) => leavesOpen(one) || one.continues !== null) ?? real.find(leavesOpen) ?? before[0];
  return followed?.id ?? null;
}

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
