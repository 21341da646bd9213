/** Delay between the first attempts, ms: a process with a brief problem is back at once. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;

/** If every attempt fails for so long, the application counts as gone, ms. */
const GONE_AFTER = 8_000;

/**
 * The delay before the next attempt to connect, ms: growing, and different for each window.
 * @param attempt 0 for the first
 * @param random 0 to 1
 */
export const waitBefore = (attempt: number, random: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + random / 2);

/** Whether to give up a connection that broke so long ago and could not be restored since. */
export const isGone = (broken: number, now: number): boolean => now - broken >= GONE_AFTER;
