/** Between the first attempts, ms: a process that only stumbled is there again at once. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;

/** So long is every attempt refused before the application counts as gone, ms. */
const GONE_AFTER = 8_000;

/**
 * How long to wait before the next attempt to connect, ms: growing, and never quite the same for two windows.
 * @param attempt 0 for the first
 * @param random 0 to 1
 */
export const waitBefore = (attempt: number, random: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + random / 2);

/** Whether a connection that broke so long ago, and was refused ever since, is given up. */
export const isGone = (broken: number, now: number): boolean => now - broken >= GONE_AFTER;
