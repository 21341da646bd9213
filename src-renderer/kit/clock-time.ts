import type { ClockTime } from '#core/time/zone.ts';

/** "08.30" in Indonesian, "08:30" in English. */
export const clockTimeText = (time: ClockTime, locale: 'id' | 'en'): string =>
  locale === 'id' ? time.replace(':', '.') : time;

/** The time `by` minutes later, within the same day. */
export function shiftClockTime(time: ClockTime, by: number): ClockTime {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + by;
  const kept = Math.min(1439, Math.max(0, total));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}
