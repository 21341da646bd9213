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
  /** What is written contradicts the times. */
  readonly isDoubtful: boolean;
}

/** "00:10" and "01.30": hours and minutes in a cell that Excel copies; people write minutes and seconds so. */
const TWO_PARTS = /^(\d{1,2})[:.]([0-5]\d)$/;
/** No item is shorter: what would be is written in hours. */
const SHORTEST = minutes(2);
const DAY_HOURS = 24;

function inHours(given: string): Duration | null {
  const [, hours, mins] = TWO_PARTS.exec(given) ?? [];
  return hours === undefined || Number(hours) >= DAY_HOURS ? null : minutes(Number(hours) * 60 + Number(mins));
}

const fits = (length: Duration | null, { span }: TimedLine): boolean =>
  length !== null && span !== null && length === span * MINUTE;

/** Whether a column means hours and minutes: where its times say so, else where minutes and seconds would be too short. */
function isInHours(lines: readonly TimedLine[]): boolean {
  const twoParts = lines.filter(({ given }) => inHours(given) !== null);
  const ofHours = twoParts.filter((line) => fits(inHours(line.given), line)).length;
  const ofMinutes = twoParts.filter((line) => fits(parseDuration(line.given), line)).length;
  if (ofHours !== ofMinutes) return ofHours > ofMinutes;
  return twoParts.some(({ given }) => {
    const short = parseDuration(given) ?? 0;
    return short > 0 && short < SHORTEST;
  });
}

/** Whether a length contradicts the times. Before the next beginning there may be a gap, but the next may not begin first. */
function contradicts(length: Duration, { span, hasEnd }: TimedLine): boolean {
  if (span === null || span <= 0) return false;
  const more = length - span * MINUTE;
  return more >= MINUTE || (hasEnd && more <= -MINUTE);
}

/** The lengths of the lines of a rundown. All of a column are written alike; a line whose own times fit the other way is read so. */
export function readLengths(lines: readonly TimedLine[]): ReadLength[] {
  const usual = isInHours(lines);
  return lines.map((line): ReadLength => {
    const [hours, spoken] = [inHours(line.given), parseDuration(line.given)];
    const [first, second] = usual ? [hours ?? spoken, spoken] : [spoken, hours];
    const written = !fits(first, line) && fits(second, line) ? second : first;
    if (written !== null) return { planned: written, isDoubtful: contradicts(written, line) };
    const { span } = line;
    return { planned: span !== null && span > 0 ? duration(span * MINUTE) : null, isDoubtful: false };
  });
}
