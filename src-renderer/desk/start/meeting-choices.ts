import type { MeetingSummary } from '#core/views/desk.ts';

const byDate = (a: MeetingSummary, b: MeetingSummary): number =>
  b.date.localeCompare(a.date) || b.changedAt - a.changedAt;

/** Meetings from which open follow-ups can be brought back, the latest first. */
export const carryChoices = (meetings: readonly MeetingSummary[]): MeetingSummary[] =>
  meetings.filter(({ health, openFollowUps }) => health !== 'unprovable' && openFollowUps > 0).sort(byDate);

/** The latest real one: what was tried out with the sample is not brought into a real meeting unasked. */
export const defaultCarry = (meetings: readonly MeetingSummary[]): string | null =>
  carryChoices(meetings).find(({ sample }) => !sample)?.id ?? null;

/** The list of the start screen: the latest first. */
export const listedMeetings = (meetings: readonly MeetingSummary[], text: string): MeetingSummary[] => {
  const words = text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  return meetings
    .filter(({ title, date }) => words.every((word) => `${title} ${date}`.toLocaleLowerCase('id').includes(word)))
    .sort(byDate);
};
