import { type Instant, minutes } from '../time/units.ts';
import { civilDateAt, type Zone } from '../time/zone.ts';

/** Backups of the newest day: at most one in this time, and only the last few of them. */
export const BACKUP_EVERY = minutes(10);
const KEPT_OF_TODAY = 10;
/** Backups of earlier days: the last one of each day. */
const KEPT_DAYS = 30;

export interface KeptBackup {
  readonly name: string;
  readonly at: Instant;
  /** Requested by the user, or made before a restore: a newer one within ten minutes does not replace it. */
  readonly asked: boolean;
}

/** Whether enough time has passed for another backup. A clock that was set back does not stop them. */
export const isBackupDue = (last: Instant | null, now: Instant): boolean =>
  last === null || now - last >= BACKUP_EVERY || now < last;

/**
 * Which backups to delete. The last ten of the newest day stay, at most one in ten minutes unless requested; of each of
 * the thirty days before, the last one stays. "Today" is the day of the newest backup, so nothing is deleted merely
 * because time passes.
 * @returns the names to delete, oldest first
 */
export function backupsToDrop(backups: readonly KeptBackup[], zone: Zone): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at || b.name.localeCompare(a.name));
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const today = civilDateAt(newest.at, zone);
  const days = new Set<string>();
  let ofToday = 0;
  let lastKept: Instant | null = null;
  const dropped = newestFirst.filter(({ at, asked }) => {
    const day = civilDateAt(at, zone);
    if (day === today) {
      if (!asked && lastKept !== null && lastKept - at < BACKUP_EVERY) return true;
      lastKept = at;
      ofToday += 1;
      return ofToday > KEPT_OF_TODAY;
    }
    if (days.has(day)) return true;
    days.add(day);
    return days.size > KEPT_DAYS;
  });
  return dropped.map(({ name }) => name).reverse();
}
