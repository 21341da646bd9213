import { TITLE_MAX } from '../model/lengths.ts';
import type { Meeting } from '../model/meeting.ts';
import { formatDate, formatTime } from '../text/format.ts';
import type { Instant } from '../time/units.ts';
import { civilDateAt } from '../time/zone.ts';

/**
 * The title of a meeting imported from a backup while the original exists: "Rakor (dari cadangan 02.40)", with the day
 * if the backup is not of `now`'s day, and numbered if that title exists too.
 * @param at when the backup was made
 * @param taken titles of other meetings
 * @param words puts the time into words of the language
 */
export function twinTitle(
  meeting: Pick<Meeting, 'title' | 'zone' | 'locale'>,
  at: Instant,
  now: Instant,
  taken: readonly string[],
  words: (time: string) => string,
): string {
  const { zone, locale } = meeting;
  const day = civilDateAt(at, zone);
  const time = formatTime(at, zone, locale);
  const when = day === civilDateAt(now, zone) ? time : `${formatDate(day, locale)} ${time}`;
  const titled = (number: number): string => {
    const mark = ` (${words(number === 1 ? when : `${when}, ${number}`)})`;
    return `${meeting.title.slice(0, TITLE_MAX - mark.length).trimEnd()}${mark}`;
  };
  let number = 1;
  while (taken.includes(titled(number))) number += 1;
  return titled(number);
}
