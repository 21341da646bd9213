import { expect, test } from 'vitest';
import { emptyRegister } from '#core/model/register.ts';
import { type Instant, instant, MINUTE } from '#core/time/units.ts';
import { backupName, namedBackup, ofMeeting } from '#main/backups/backup-name.ts';
import { registerBackups } from '#main/backups/register-backups.ts';
import { backupStore } from '#main/backups/store.ts';
import { failure, type Operation, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { namedData } from '../../../support/named-data.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';
const FLASH = '/flash';
const ID = 'a'.repeat(16);
const OTHER = 'b'.repeat(16);
const identity = namedData('a');

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
  const store = backupStore(port, DATA, identity);
  const reported: unknown[] = [];
  const ofRegister = registerBackups({
    files: port,
    dataFolder: DATA,
    chosen: () => FLASH,
    zone: () => 'WITA',
    now: clock.now,
    identity,
    report: (error) => reported.push(error),
  });
  const own = store.folderOf(meeting.id);
  return {
    port,
    clock,
    refused,
    reported,
    meeting,
    own,
    store,
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
  const leftOf = (owner: string | null, subject: string, minutes: number, asked = false): string => {
    const at = instant(clock.now() - minutes * MINUTE);
    return `${backupName(subject, { owner, at, seq: 7, asked })}.tmp`;
  };
  const subject = ofMeeting(meeting.id);
  const left = [20, 5].map((minutes) => leftOf(ID, subject, minutes));
  const leftOfRegister = [20, 5].map((minutes) => leftOf(ID, 'register', minutes, true));
  // Another computer's clock may differ, and an earlier version says nothing of whose it is.
  const elsewhere = [OTHER, null].flatMap((owner) =>
    [subject, 'register'].flatMap((of) => [20, -1].map((minutes) => leftOf(owner, of, minutes))),
  );
  const foreign = [leftOf(ID, 'rakor-other', 20), `rakor-${meeting.id}.json.tmp`, 'surat.docx.tmp', ...elsewhere];
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
  const bad = backupStore(files, DATA, identity);
  expect(await bad.list(meeting.id, FLASH)).toHaveLength(3);
  await expect(bad.read(meeting.id, row.place, row.name, FLASH)).rejects.toMatchObject({ code: 'backupUnreadable' });
});

test('names say whose a backup is, and those of earlier versions are read as well', () => {
  const subject = ofMeeting('abc');
  const named = { owner: ID, at: instant(Date.parse('2026-11-28T08:00:00Z')), seq: 12, asked: true };
  expect(backupName(subject, named)).toBe(`rakor-abc-${ID}-20261128T080000Z-12m.json`);
  expect(namedBackup(subject, backupName(subject, named))).toEqual(named);
  const older = { ...named, owner: null, asked: false };
  expect(backupName(subject, older)).toBe('rakor-abc-20261128T080000Z-12.json');
  expect(namedBackup(subject, backupName(subject, older))).toEqual(older);
  // Another meeting's identifier may begin in the same way.
  expect(namedBackup(ofMeeting('ab'), backupName(subject, named))).toBeNull();
  expect(namedBackup(subject, backupName(ofMeeting('abc-d'), named))).toBeNull();
});

test('backups of earlier versions name nobody: they can be restored, stay, and prove a meeting where nothing contradicts', async () => {
  const { port, clock, meeting, store, own, write } = await rig();
  const nameOf = (owner: string | null, at: Instant) =>
    backupName(ofMeeting(meeting.id), { owner, at, seq: 1, asked: false });
  const old = nameOf(null, clock.now());
  await port.writeSynced(`${FLASH}/${old}`, 'x');
  const state = async () => {
    const names = async (which: 'ours' | 'proving') =>
      (await store[which](meeting.id, FLASH)).map(({ place, name }) => `${place}/${name}`).toSorted();
    return { ours: await names('ours'), proving: await names('proving') };
  };
  // Nothing else is there.
  expect(await state()).toEqual({ ours: [], proving: [`chosen/${old}`] });
  expect(await store.list(meeting.id, FLASH)).toMatchObject([{ name: old, isOfAnother: false }]);
  // Another computer uses the folder too.
  const theirs = nameOf(OTHER, clock.now());
  await port.writeSynced(`${FLASH}/${theirs}`, 'x');
  expect(await state()).toEqual({ ours: [], proving: [] });
  expect((await store.list(meeting.id, FLASH)).map(({ isOfAnother }) => isOfAnother).toSorted()).toEqual([false, true]);
  // It was written beside the meetings too.
  await port.makeFolder(own);
  await port.writeSynced(`${own}/${old}`, 'x');
  const both = [`chosen/${old}`, `own/${old}`];
  expect(await state()).toEqual({ ours: both, proving: both });
  await port.remove(`${own}/${old}`);
  // What was made since is better.
  for (let n = 0; n < 12; n += 1) {
    clock.advance(11 * MINUTE);
    await write();
  }
  const { ours, proving } = await state();
  expect(proving).toEqual(ours);
  expect(ours).toHaveLength(20);
  expect(ours).not.toContain(`chosen/${old}`);
  expect(await port.list(FLASH)).toEqual(expect.arrayContaining([old, theirs]));
});
