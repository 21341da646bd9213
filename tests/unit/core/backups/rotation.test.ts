import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACKUP_EVERY, backupsToDrop, isBackupDue, type KeptBackup } from '#core/backups/rotation.ts';
import { instant, minutes } from '#core/time/units.ts';
import { civilDateAt, instantOf } from '#core/time/zone.ts';

const morning = instantOf('2021-05-17', '08:00', 'WITA');
const backup = (at: number, asked = false): KeptBackup => ({
  name: `${at}${asked ? 'm' : ''}`,
  at: instant(at),
  asked,
});
const kept = (backups: readonly KeptBackup[]): KeptBackup[] => {
  const dropped = new Set(backupsToDrop(backups, 'WITA'));
  return backups.filter(({ name }) => !dropped.has(name));
};

test('of a day with a backup every ten minutes the last ten stay', () => {
  const day = Array.from({ length: 30 }, (_, n) => backup(morning + n * BACKUP_EVERY));
  expect(kept(day)).toEqual(day.slice(-10));
});

test('one made on closing replaces one of the same ten minutes, but not a requested one', () => {
  const [auto, asked, closing] = [backup(morning), backup(morning + 60_000, true), backup(morning + minutes(5))];
  expect(kept([auto, closing])).toEqual([closing]);
  expect(kept([asked, closing])).toEqual([asked, closing]);
});

test('of earlier days the last one stays, for thirty days; a day is that of the meeting and not of Greenwich', () => {
  const DAY = minutes(24 * 60);
  const days = Array.from({ length: 40 }, (_, n) => [
    backup(morning + n * DAY),
    backup(morning + n * DAY + minutes(30)),
  ]).flat();
  const left = kept(days);
  expect(left).toHaveLength(2 + 30);
  expect(new Set(left.slice(0, 30).map(({ at }) => civilDateAt(at, 'WITA'))).size).toBe(30);
  const night = [backup(instantOf('2021-05-17', '07:00', 'WITA')), backup(instantOf('2021-05-17', '09:00', 'WITA'))];
  expect(kept(night)).toEqual(night);
});

test('the newest is never dropped, and dropping again drops nothing', () => {
  const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 * 86_400_000 }), fc.boolean()), { maxLength: 120 });
  fc.assert(
    fc.property(times, (list) => {
      const backups = [...new Map(list.map(([at, asked]) => [at, backup(at, asked)])).values()];
      const left = kept(backups);
      expect(left.length).toBeLessThanOrEqual(40);
      expect(kept(left)).toEqual(left);
      const newest = Math.max(...backups.map(({ at }) => at));
      if (backups.length > 0) expect(left.some(({ at }) => at === newest)).toBe(true);
    }),
  );
});

test('a backup is due after ten minutes, and at once when the clock was set back', () => {
  expect(isBackupDue(null, morning)).toBe(true);
  expect(isBackupDue(morning, instant(morning + BACKUP_EVERY - 1))).toBe(false);
  expect(isBackupDue(morning, instant(morning + BACKUP_EVERY))).toBe(true);
  expect(isBackupDue(morning, instant(morning - 1))).toBe(true);
});
