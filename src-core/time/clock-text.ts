import { type Duration, duration } from './units.ts';

/**
 * Reads a length of time as a person types it: "12" (minutes), "12:30", "0:05", "1:02:03".
 * @returns the length, or `null` when the text is no length of time.
 */
export function parseDuration(text: string): Duration | null {
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,4}):(\d{2})|(\d{1,4}(?:[.,]\d{1,2})?))$/.exec(text.trim());
  if (match === null) return null;
  const [, hours, mins, secs, bare] = match;
  if (bare !== undefined) return duration(Math.round(Number(bare.replace(',', '.')) * 60) * 1000);
  if (Number(secs) > 59 || (hours !== undefined && Number(mins) > 59)) return null;
  return duration((Number(hours ?? 0) * 3600 + Number(mins) * 60 + Number(secs)) * 1000);
}

/** The shortest text that `parseDuration` reads back: "12", "12:30", "0:05". */
export function durationText(ms: Duration): string {
  const total = Math.round(ms / 1000);
  const secs = total % 60;
  return secs === 0 ? String(total / 60) : `${Math.floor(total / 60)}:${String(secs).padStart(2, '0')}`;
}
