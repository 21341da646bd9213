import { expect, test } from 'vitest';
import { emptyRegister } from '#core/model/register.ts';
import { MINUTE } from '#core/time/units.ts';
import { registerBackups } from '#main/backups/register-backups.ts';
import { backupStore, stampOf } from '#main/backups/store.ts';
import { failure, type Operation, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';
const FLASH = '/flash';
const ID = '0123456789abcdef';

/** Backups of a meeting and of the register, on a disk that refuses what a test says. */
async function rig() {
  const refused = { when: (_operation: Operation, _path: string): string | null => null };
  const { port } = simulatedDisk({
    before(operation, path) {
      const code = refused.when(operation, path);
      if (code !== null) throw failure(code, path);
    },
  });
  for (const folder of [DATA, FLASH]) await port.makeFolder(folder);
  const clock = movedClock();
  const meeting = roomOf(clock);
  const store = backupStore(port, DATA);
  const reported: unknown[] = [];
  const ofRegister = registerBackups({
    files: port,
    dataFolder: DATA,
    chosen: () => FLASH,
    zone: () => 'WITA',
    now: clock.now,
    newId: () => ID,
    report: (error) => reported.push(error),
  });
  // It has been given its name before.
  await port.writeSynced(`${DATA}/identity.json`, JSON.stringify({ id: ID }));
  const own = store.folderOf(meeting.id);
  return {
    port,
    clock,
    refused,
    reported,
    meeting,
    own,
    write: () => store.write({ meeting, seq: 1, at: clock.now(), mono: null }, { own: true, chosen: FLASH }, false),
    writeRegister: (seq: number) => ofRegister.write(emptyRegister(clock.now()), seq),
    names: async () => [
      ...(await port.list(own)),
      ...(await port.list(`${DATA}/backups/register`)),
      ...(await port.list(FLASH)),
    ],
  };
}

const REFUSED = ['write', 'sync', 'rename'] as const;
test.each(REFUSED)('a backup whose %s is refused leaves nothing of itself on the full disk', async (refusedAt) => {
  const { refused, write, writeRegister, names, reported } = await rig();
  refused.when = (operation) => (operation === refusedAt ? 'ENOSPC' : null);
  const { row, failures } = await write();
  expect([row, failures.map(({ reason }) => reason)]).toEqual([null, ['full', 'full']]);
  await writeRegister(1);
  expect(reported).toMatchObject([{ code: 'ENOSPC' }, { code: 'ENOSPC' }]);
  expect(await names()).toEqual([]);
});

test('what is told is why it was refused, not that its rest could not be removed', async () => {
  const { refused, write } = await rig();
  refused.when = (operation) => (operation === 'write' ? 'ENOSPC' : operation === 'remove' ? 'EIO' : null);
  expect((await write()).failures.map(({ reason }) => reason)).toEqual(['full', 'full']);
});

test('before a backup is written, what an interrupted one has left is removed; one in progress elsewhere stays', async () => {
  const { port, clock, refused, meeting, own, write, writeRegister, names } = await rig();
  const before = (minutes: number): string => stampOf((clock.now() - minutes * MINUTE) as typeof meeting.createdAt);
  const left = [20, 5].map((minutes) => `rakor-${meeting.id}-${before(minutes)}-7.json.tmp`);
  const leftOfRegister = [20, 5].map((minutes) => `register-${ID}-${before(minutes)}-7m.json.tmp`);
  const foreign = [`rakor-other-${before(20)}-7.json.tmp`, `rakor-${meeting.id}.json.tmp`, 'surat.docx.tmp'];
  await port.makeFolder(own);
  for (const name of left) await port.writeSynced(`${own}/${name}`, 'x');
  for (const name of [...left, ...leftOfRegister, ...foreign]) await port.writeSynced(`${FLASH}/${name}`, 'x');
  // There is no room until the old ones are gone.
  refused.when = (operation, path) => {
    return operation === 'write' && path.startsWith(FLASH) ? 'ENOSPC' : null;
  };
  await write();
  await writeRegister(1);
  const stay = [left[1], leftOfRegister[1], ...foreign];
  expect((await names()).filter((name) => name.endsWith('.tmp')).toSorted()).toEqual([left[1], ...stay].toSorted());
  // One that another program holds keeps no backup from being made.
  refused.when = (operation) => (operation === 'remove' ? 'EBUSY' : null);
  clock.advance(30 * MINUTE);
  expect((await write()).failures).toEqual([]);
  refused.when = () => null;
  clock.advance(30 * MINUTE);
  await write();
  await writeRegister(2);
  expect((await names()).filter((name) => name.endsWith('.tmp')).toSorted()).toEqual(foreign.toSorted());
});

test('a backup on a bad sector is refused as unreadable, and hides no other one', async () => {
  const { port, clock, meeting, write } = await rig();
  await write();
  clock.advance(30 * MINUTE);
  const { row } = await write();
  if (row === null) throw new Error('no backup');
  const files = {
    ...port,
    read: (path: string) => Promise.reject(failure('EIO', path)),
    stat: (path: string) => (path === row.path ? Promise.reject(failure('EIO', path)) : port.stat(path)),
  };
  const bad = backupStore(files, DATA);
  expect(await bad.list(meeting.id, FLASH)).toHaveLength(3);
  await expect(bad.read(meeting.id, row.place, row.name, FLASH)).rejects.toMatchObject({ code: 'backupUnreadable' });
});
