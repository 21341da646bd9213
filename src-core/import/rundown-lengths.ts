import { parseDuration } from '../time/clock-text.ts';
import { type Duration, duration, MINUTE, minutes } from '../time/units.ts';

/** A line of a rundown as far as its length depends on it. */
export interface TimedLine {
  /** The length as it is written; empty if it is not. */
  readonly given: string;
  /** Minutes from its beginning to its end, else to the next beginning; `null` if one of them is unknown. */
  readonly span: number | null;
  /** Whether its end is written. */
  readonly hasEnd: boolean;
}

export interface ReadLength {
  /** `null` if it is neither written nor follows from the times. */
  readonly planned: Duration | null;
  /** length: what is written contradicts the times. lengthUnit: it may be hours and minutes or minutes and seconds. */
  readonly doubt: 'length' | 'lengthUnit' | null;
}

/** "00:10" and "01.30": hours and minutes in a cell that Excel copies; people write minutes and seconds so. */
const TWO_PARTS = /^(\d{1,2})[:.]([0-5]\d)$/;
/** No item is shorter: what would be is written in hours. */
const SHORTEST = minutes(2);
/** No item is longer: what would be is written in minutes. */
const LONGEST = minutes(4 * 60);
const DAY_HOURS = 24;

function inHours(given: string): Duration | null {
  const [, hours, mins] = TWO_PARTS.exec(given) ?? [];
  return hours === undefined || Number(hours) >= DAY_HOURS ? null : minutes(Number(hours) * 60 + Number(mins));
}

const isTooShort = (given: string): boolean => {
  const spoken = parseDuration(given) ?? 0;
  return spoken > 0 && spoken < SHORTEST;
};
const isTooLong = (given: string): boolean => (inHours(given) ?? Number.POSITIVE_INFINITY) > LONGEST;

const fits = (length: Duration | null, { span }: TimedLine): boolean =>
  length !== null && span !== null && length === span * MINUTE;

interface Column {
  readonly isInHours: boolean;
  /** Whether its times say so, or only one reading has no impossible length. */
  readonly isSure: boolean;
}

/** What a column means: what its times say, else the reading in which fewer lengths are impossible. */
function columnOf(lines: readonly TimedLine[]): Column {
  const twoParts = lines.filter(({ given }) => TWO_PARTS.test(given));
  const count = (test: (line: TimedLine) => boolean): number => twoParts.filter(test).length;
  const ofHours = count((line) => fits(inHours(line.given), line));
  const ofMinutes = count((line) => fits(parseDuration(line.given), line));
  if (ofHours !== ofMinutes) return { isInHours: ofHours > ofMinutes, isSure: true };
  const short = count(({ given }) => isTooShort(given));
  const long = count(({ given }) => isTooLong(given));
  return { isInHours: short > long, isSure: (short === 0) !== (long === 0) };
}

/** Whether a length may be meant the other way: as it is read it is impossible, or the other is possible too. */
function isEither({ given }: TimedLine, { isInHours, isSure }: Column): boolean {
  if (isSure || !TWO_PARTS.test(given) || parseDuration(given) === 0) return false;
  const [own, other] = isInHours ? [isTooLong(given), isTooShort(given)] : [isTooShort(given), isTooLong(given)];
  return own || !other;
}

/** Whether a length contradicts the times. Before the next beginning there may be a gap, but the next may not begin first. */
function contradicts(length: Duration, { span, hasEnd }: TimedLine): boolean {
  if (span === null || span <= 0) return false;
  const more = length - span * MINUTE;
  return more >= MINUTE || (hasEnd && more <= -MINUTE);
}

/** The lengths of the lines of a rundown. All of a column are written alike; a line whose own times fit the other way is read so. */
export function readLengths(lines: readonly TimedLine[]): ReadLength[] {
  const column = columnOf(lines);
  return lines.map((line): ReadLength => {
    const [hours, spoken] = [inHours(line.given), parseDuration(line.given)];
    const [first, second] = column.isInHours ? [hours ?? spoken, spoken] : [spoken, hours];
    const written = !fits(first, line) && fits(second, line) ? second : first;
    if (written !== null) {
      if (contradicts(written, line)) return { planned: written, doubt: 'length' };
      const other = written === first ? second : first;
      const isTimed = fits(written, line) || other === null || contradicts(other, line);
      return { planned: written, doubt: !isTimed && isEither(line, column) ? 'lengthUnit' : null };
    }
    const { span } = line;
    return { planned: span !== null && span > 0 ? duration(span * MINUTE) : null, doubt: null };
  });
}
