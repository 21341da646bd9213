import { expect, test } from 'vitest';
import { MINUTE } from '#core/time/units.ts';
import type { Notice } from '#core/views/desk.ts';
import { backupKeeper } from '#main/backups/automatic-backups.ts';
import { backupStore } from '#main/backups/store.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { DATA } from '../../../support/application-model.ts';
import { openRoom } from '../../../support/build-meeting.ts';
import { namedData } from '../../../support/named-data.ts';
import { movedClock } from '../../../support/projector-at-work.ts';

const STICK = '/stick';

/** A meeting whose backups go beside it and to a flash disk that can be taken out. */
async function desk() {
  const clock = movedClock();
  const { meeting } = openRoom();
  let isOut = false;
  let isDurable = true;
  let seq = 0;
  const notices: Notice[] = [];
  const disk = simulatedDisk({
    before(_operation, path) {
      if (isOut && path.startsWith(STICK)) throw failure('ENOENT', path);
    },
  });
  for (const folder of [DATA, STICK]) await disk.port.makeFolder(folder);
  const store = backupStore(disk.port, DATA, namedData('a'));
  const keeper = () =>
    backupKeeper({
      store,
      dataFolder: DATA,
      chosen: () => STICK,
      now: clock.now,
      state: () => (isDurable ? { meeting: meeting(), seq, at: clock.now(), mono: null } : null),
      onChange: (more) => void notices.push(...more),
      report: () => undefined,
    });
  let present = keeper();
  return {
    clock,
    notices,
    pull: (out: boolean) => {
      isOut = out;
    },
    /** Another start of the application; the one before ended without closing the meeting. */
    async opened() {
      present = keeper();
      await present.opened(meeting().id, seq);
    },
    /** @returns once what this change set off is done */
    async change() {
      seq += 1;
      present.saved();
      await new Promise(setImmediate);
    },
    closing: () => present.closing(),
    last: () => present.last()?.at ?? null,
    /** Another computer that has the meeting backs up this change of it. */
    elsewhere: (change: number) =>
      backupStore(disk.port, '/elsewhere', namedData('b')).write(
        { meeting: meeting(), seq: change, at: clock.now(), mono: null },
        { own: false, chosen: STICK },
        false,
      ),
    /** @param flush puts on the disk what is on it in any case, if nothing was typed on */
    backUp: (flush = async (): Promise<void> => undefined) => present.now(flush),
    /** Something is typed that is not on the disk yet. */
    type() {
      isDurable = false;
    },
    flush: async () => {
      isDurable = true;
    },
    /** Which changes are backed up, the oldest first. */
    async saved(folder: string) {
      const names = (await disk.port.list(folder)).filter((name) => name.endsWith('.json')).sort();
      return names.map((name) => Number(/-(\d+)m?\.json$/.exec(name)?.[1]));
    },
    own: store.folderOf(meeting().id),
  };
}

test('a backup that failed is made up for when the meeting is closed, in the folder that lacks it', async () => {
  const { opened, change, closing, clock, pull, saved, own, notices } = await desk();
  await opened();
  await change();
  clock.advance(11 * MINUTE);
  pull(true);
  await change();
  expect(notices).toMatchObject([{ code: 'backupFailed', params: { folder: STICK } }]);
  pull(false);
  clock.advance(11 * MINUTE);
  await closing();
  expect(await saved(STICK)).toEqual([1, 2]);
  expect(await saved(own)).toEqual([1, 2]);
  // Nothing is missing any more.
  clock.advance(11 * MINUTE);
  await closing();
  expect(await saved(STICK)).toEqual([1, 2]);
});

test('changes that a power cut kept from being backed up are backed up when the meeting is read and closed', async () => {
  const { opened, change, closing, clock, saved, own } = await desk();
  await opened();
  await change();
  clock.advance(3 * MINUTE);
  await change();
  expect(await saved(own)).toEqual([1]);
  clock.advance(20 * MINUTE);
  await opened();
  await closing();
  expect(await saved(own)).toEqual([1, 2]);
  expect(await saved(STICK)).toEqual([1, 2]);
  clock.advance(20 * MINUTE);
  await opened();
  await closing();
  expect(await saved(own)).toEqual([1, 2]);
});

test('a flash disk that was put in after the meeting was opened gets what it lacks; one that stays out is not told of without a change', async () => {
  const { opened, change, closing, backUp, clock, pull, saved, own, notices } = await desk();
  pull(true);
  await opened();
  await change();
  notices.length = 0;
  clock.advance(20 * MINUTE);
  await opened();
  await closing();
  expect(notices).toEqual([]);
  pull(false);
  await closing();
  expect([await saved(own), await saved(STICK)]).toEqual([[1], [1]]);
  // What was asked for is written everywhere.
  clock.advance(20 * MINUTE);
  await backUp();
  expect([await saved(own), await saved(STICK)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('what another computer keeps in the folder is no backup of one’s own: it is not told as the last one, and keeps none from being written', async () => {
  const { opened, change, closing, elsewhere, clock, saved, last } = await desk();
  await elsewhere(0);
  clock.advance(MINUTE);
  await opened();
  expect(last()).toBeNull();
  const begun = clock.now();
  await change();
  expect([await saved(STICK), last()]).toEqual([[1, 0], begun]);
  clock.advance(MINUTE);
  await elsewhere(2);
  clock.advance(MINUTE);
  await change();
  await opened();
  expect(last()).toBe(begun);
  await closing();
  // Each has replaced its own of a few minutes before.
  expect(await saved(STICK)).toEqual([2, 2]);
});

test('a backup that is asked for while somebody types on waits for what is typed, also behind another backup', async () => {
  const { opened, change, backUp, type, flush, saved, own, notices } = await desk();
  await opened();
  await change();
  const first = backUp(flush);
  const second = backUp(flush);
  type();
  // Both are of the one change at the one time, and have the same name.
  const rows = await Promise.all([first, second]);
  expect(new Set(rows.map(({ path }) => path)).size).toBe(1);
  expect(await saved(own)).toEqual([1]);
  expect(notices).toEqual([]);
});
