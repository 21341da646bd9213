import { type Instant, minutes } from '../time/units.ts';
import { civilDateAt, type Zone } from '../time/zone.ts';

/** Of the day's saves: at most one in this time, and the last few of them. */
export const BACKUP_EVERY = minutes(10);
const KEPT_OF_TODAY = 10;
/** Of the days before: the last save of each. */
const KEPT_DAYS = 30;

export interface KeptBackup {
  readonly name: string;
  readonly at: Instant;
  /** Asked for by the user, or made before a restore: it does not give way to a newer one of the same minutes. */
  readonly asked: boolean;
}

/** Whether enough time has passed for another backup. A clock that was set back does not stop them. */
export const isBackupDue = (last: Instant | null, now: Instant): boolean =>
  last === null || now - last >= BACKUP_EVERY || now < last;

/**
 * Which backups to drop: the last ten of the newest day stay, at most one in ten minutes unless asked for, and of each of the
 * thirty days before it the last one. "Today" is the day of the newest backup, so that looking at them later drops nothing.
 * @returns the names to be removed, oldest first
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
