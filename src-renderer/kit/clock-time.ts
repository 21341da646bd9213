import type { ClockTime } from '#core/time/zone.ts';

/** Reads a time of day as people type it: "8", "8.30", "08:30", "0830". @returns `HH:mm`, or `null` */
export function parseClockTime(text: string): ClockTime | null {
  const bare = text.trim().replace(/^(?:pukul|jam)\s+/i, '');
  const match = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(bare) ?? /^(\d{1,2})(\d{2})$/.exec(bare);
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "08.30" in Indonesian, "08:30" in English. */
export const clockTimeText = (time: ClockTime, locale: 'id' | 'en'): string =>
  locale === 'id' ? time.replace(':', '.') : time;

/** The time `by` minutes later, within the same day. */
export function shiftClockTime(time: ClockTime, by: number): ClockTime {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + by;
  const kept = Math.min(1439, Math.max(0, total));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}
