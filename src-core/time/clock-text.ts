import { type Duration, duration } from './units.ts';
import type { ClockTime } from './zone.ts';

const HOURS = '(?:jam|j|hours?|hrs?|h)';
const MINUTES = "(?:menit|mnt|min|m|minutes?|mins?|['’′])";
const SECONDS = '(?:detik|dtk|det|d|seconds?|secs?|s|["”″])';
/** "1 jam 15 menit 30 detik" in any of its parts; a comma is decimal. */
const WORDS = new RegExp(
  `^(?:(\\d{1,4}(?:,\\d{1,2})?)\\s*${HOURS})?\\s*(?:(\\d{1,4}(?:,\\d{1,2})?)\\s*${MINUTES})?\\s*(?:(\\d{1,5})\\s*${SECONDS})?$`,
);
/** "10:30" and "10.30": minutes and seconds; "1:02:03": with hours. */
const CLOCK = new RegExp(`^(?:(\\d{1,2})[:.])?(\\d{1,4})[:.](\\d{2})(?:\\s*(?:${MINUTES}|(${HOURS})))?$`);
const BARE = /^\d{1,4}(?:,\d{1,2})?$/;

const decimal = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));
const fromSeconds = (seconds: number): Duration => duration(Math.round(seconds) * 1000);

/**
 * Reads a length of time as people write it: "12" and "7,5" (minutes), "10.30" and "10:30" (minutes and seconds),
 * "1:02:03", "10 mnt", "1j 15m", "1 jam 15 menit", "45 detik". A dot is never decimal, since times of day are written
 * with it.
 * @returns the length, or `null` if the text is not one
 */
export function parseDuration(text: string): Duration | null {
  const bare = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (BARE.test(bare)) return fromSeconds(decimal(bare) * 60);
  const clock = CLOCK.exec(bare);
  if (clock !== null) {
    const [, hours, mins, secs, inHours] = clock;
    if (Number(secs) > 59 || (hours !== undefined && (Number(mins) > 59 || inHours !== undefined))) return null;
    if (inHours !== undefined) return fromSeconds(Number(mins) * 3600 + Number(secs) * 60);
    return fromSeconds(Number(hours ?? 0) * 3600 + Number(mins) * 60 + Number(secs));
  }
  if (bare === 'setengah jam') return fromSeconds(1800);
  const words = bare === '' ? null : WORDS.exec(bare);
  if (words === null) return null;
  const [, hours, mins, secs] = words;
  return fromSeconds(decimal(hours) * 3600 + decimal(mins) * 60 + decimal(secs));
}

/** The shortest text that `parseDuration` reads back: "12", "12:30", "0:05". */
export function durationText(ms: Duration): string {
  const total = Math.round(ms / 1000);
  const secs = total % 60;
  return secs === 0 ? String(total / 60) : `${Math.floor(total / 60)}:${String(secs).padStart(2, '0')}`;
}

/** A length of time in hours, minutes and seconds. */
export function durationParts(ms: Duration): {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
} {
  const total = Math.round(ms / 1000);
  return { hours: Math.floor(total / 3600), minutes: Math.floor((total % 3600) / 60), seconds: total % 60 };
}

/** Reads a time of day as people type it: "8", "8.30", "08:30", "0830", "08.00 WITA". @returns `HH:mm`, or `null` */
export function parseClockTime(text: string): ClockTime | null {
  const bare = text
    .trim()
    .replace(/^(?:pukul|pkl\.?|jam)\s+/i, '')
    .replace(/\s*(?:wib|wita|wit)$/i, '');
  const match = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(bare) ?? /^(\d{1,2})(\d{2})$/.exec(bare);
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
