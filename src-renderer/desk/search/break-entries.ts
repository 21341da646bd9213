import { type Duration, minutes } from '#core/time/units.ts';

const USUAL = [10, 15, 30] as const;
/** Shortest part of the word that counts: a search for a name must never begin a break. */
const WORD = /^(?:istir\p{L}*|rehat|break)\b/iu;
const LONGEST = 240;

/**
 * The breaks that a search offers to begin now.
 * @param typed the text of the search box: "istirahat", "istirahat 25"
 */
export function breaksFor(typed: string): Duration[] {
  const words = typed.trim();
  if (!WORD.test(words)) return [];
  const named = /\d{1,3}/.exec(words);
  if (named === null) return USUAL.map((count) => minutes(count));
  const count = Number(named[0]);
  return count >= 1 && count <= LONGEST ? [minutes(count)] : [];
}
