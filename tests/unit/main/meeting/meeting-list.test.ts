import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { patientPort } from '#main/storage/patient-port.ts';
import { failure, type Operation, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { noteOf } from '../../../support/build-meeting.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const DATA = '/data';

/** A meeting with a dozen notes in its journal and one backup, and the power gone. */
async function interrupted() {
  const refused = { when: (_operation: Operation, _path: string): boolean => false };
  const { port } = simulatedDisk({
    before(operation, path) {
      if (refused.when(operation, path)) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    },
  });
  await port.makeFolder(DATA);
  const clock = movedClock();
  const meeting = roomOf(clock);
  const { id } = meeting;
  const backups: string[] = [];
  const store = meetingStore({
    files: port,
    dataFolder: DATA,
    now: clock.now,
    report: () => undefined,
    backupsOf: async () => backups,
  });
  await store.create(meeting);
  const session = meetingSession({
    opened: await store.open(id),
    clock,
    newId: counter('l'),
    onChange: () => undefined,
  });
  for (let n = 1; n <= 12; n += 1) {
    session.command(noteOf(meeting.agenda.order[0] ?? '', `Arahan ${n}`));
  }
  await session.flush();
  await session.stop();
  const folder = `${DATA}/meetings/${id}`;
  const backUp = async (): Promise<void> => {
    await port.makeFolder(`${DATA}/backups/${id}`);
    const path = `${DATA}/backups/${id}/rakor.json`;
    await port.writeSynced(path, snapshotText(snapshotValue({ seq: 0, at: clock.now(), mono: null, meeting })));
    backups.push(path);
  };
  const remove = async (...names: string[]): Promise<void> => {
    for (const name of names) await port.remove(`${folder}/${name}`);
  };
  return { store, port, id, folder, backUp, remove, clock, refused };
}

const SNAPSHOTS = ['meeting.json', 'meeting.previous.json'] as const;

test('a meeting whose own file is filled with zeros is listed with all its notes, as repaired, and opens', async () => {
  const { store, port, id, folder } = await interrupted();
  expect(await store.list()).toMatchObject([{ id, health: 'sound', notes: 12 }]);
  const { length } = await port.read(`${folder}/meeting.json`);
  await port.writeSynced(`${folder}/meeting.json`, '\0'.repeat(length));
  expect(await store.list()).toMatchObject([{ id, health: 'repaired', title: 'Rakor Uji', notes: 12 }]);
  expect((await store.open(id)).seq).toBe(12);
});

test('a meeting that the power has interrupted says so until it has been opened and closed', async () => {
  const { store, id, clock } = await interrupted();
  expect(await store.list()).toMatchObject([{ id, interrupted: true, rehearsal: false }]);
  const opened = await store.open(id);
  const session = meetingSession({ opened, clock, newId: counter('m'), onChange: () => undefined });
  await session.close();
  expect(await store.list()).toMatchObject([{ id, interrupted: false, notes: 12 }]);
});

test('a damaged line of the journal makes a listed meeting repaired', async () => {
  const { store, port, id, folder } = await interrupted();
  const journal = await port.read(`${folder}/journal.ndjson`);
  await port.writeSynced(`${folder}/journal.ndjson`, journal.replace('Arahan 5', 'Arahan\x005'));
  expect(await store.list()).toMatchObject([{ id, health: 'repaired', notes: 11 }]);
});

test('a cut while the snapshot was replaced is no damage: the one before it and the journal prove the same', async () => {
  const { store, id, remove } = await interrupted();
  await remove('meeting.json');
  const { notices } = await store.open(id);
  expect(notices).toEqual([]);
});

test('without its snapshots a meeting is listed by its journal and a backup, and opens with every note', async () => {
  const { store, id, backUp, remove } = await interrupted();
  await backUp();
  await remove(...SNAPSHOTS);
  expect(await store.list()).toMatchObject([{ id, health: 'repaired', notes: 12 }]);
  expect((await store.open(id)).notices).toMatchObject([{ code: 'openedFromBackup' }]);
});

test('a journal by itself proves that there was a meeting: it is listed, and not opened as an empty one', async () => {
  const { store, id, remove } = await interrupted();
  await remove(...SNAPSHOTS);
  expect(await store.list()).toMatchObject([{ id, health: 'unprovable' }]);
  await expect(store.open(id)).rejects.toMatchObject({ code: 'meetingUnreadable' });
});

test('a meeting whose folder is missing is listed by its backups and created again on opening, unless it was discarded', async () => {
  const { store, port, id, folder, backUp } = await interrupted();
  await backUp();
  await store.discard(id);
  expect(await store.list()).toEqual([]);
  await port.rename(`${DATA}/trash/${id}`, `${DATA}/elsewhere`);
  expect(await store.list()).toMatchObject([{ id, health: 'repaired', title: 'Rakor Uji' }]);
  const opened = await store.open(id);
  const session = meetingSession({ opened, clock: movedClock(), newId: counter('m'), onChange: () => undefined });
  await session.flush();
  await session.stop();
  expect(await port.list(folder)).toContain('meeting.json');
  expect(await store.list()).toMatchObject([{ id, health: 'sound' }]);
  // Twice, and once when nothing but backups is left.
  await store.discard(id);
  await port.rename(`${DATA}/trash/${id}`, `${DATA}/elsewhere2`);
  await store.discard(id);
  await store.discard(id);
  expect(await store.list()).toEqual([]);
});

test('a meeting that was refused while it was made leaves no folder and no row', async () => {
  const { store, port, clock, refused } = await interrupted();
  for (const at of ['makeFolder', 'create', 'rename', 'syncFolder'] as const) {
    const other = { ...roomOf(clock), id: `lain-${at}` };
    refused.when = (operation, path) => operation === at && path.includes('meetings');
    await expect(store.create(other)).rejects.toMatchObject({ code: 'EPERM' });
    refused.when = () => false;
    expect(await port.stat(store.folderOf(other.id))).toBeNull();
    expect(await store.list()).toHaveLength(1);
  }
});

test('a meeting whose files cannot be read now is listed so, and does not hide the others', async () => {
  const { port, id, clock } = await interrupted();
  const bad = Object.assign(new Error('EIO'), { code: 'EIO' });
  const told: unknown[] = [];
  const store = meetingStore({
    files: {
      ...port,
      read: (path, encoding) => (path.includes(`/${id}/`) ? Promise.reject(bad) : port.read(path, encoding)),
    },
    dataFolder: DATA,
    now: clock.now,
    report: (error) => told.push(error),
  });
  const other = { ...roomOf(clock), id: 'other' };
  await store.create(other);
  const rows = await store.list();
  expect(rows.map((row) => [row.id, row.health]).sort()).toEqual(
    [
      [id, 'unprovable'],
      ['other', 'sound'],
    ].sort(),
  );
  expect(told).toEqual([bad]);
});

test.each(['EACCES', 'EIO'])(
  'a meeting whose folder answers %s is listed as unprovable beside the others',
  async (code) => {
    const { port, id, clock } = await interrupted();
    const told: unknown[] = [];
    const refuse = (path: string) => path.includes(`/${id}/`);
    const store = meetingStore({
      files: {
        ...port,
        read: async (path, encoding) => {
          if (refuse(path)) throw failure(code, path);
          return port.read(path, encoding);
        },
        stat: async (path) => {
          if (refuse(path)) throw failure(code, path);
          return port.stat(path);
        },
      },
      dataFolder: DATA,
      now: clock.now,
      report: (error) => told.push(error),
    });
    await store.create({ ...roomOf(clock), id: 'other' });
    const rows = await store.list();
    expect(new Map(rows.map((row) => [row.id, row.health]))).toEqual(
      new Map([
        [id, 'unprovable'],
        ['other', 'sound'],
      ]),
    );
    expect(told).toMatchObject([{ code }]);
  },
);

test('a trash or backups that cannot be listed keep no meeting from the list, and bring no deleted one back', async () => {
  const { store, port, id, clock, backUp } = await interrupted();
  await store.create({ ...roomOf(clock), id: 'other' });
  await backUp();
  await store.discard(id);
  for (const folder of ['trash', 'backups']) {
    const told: unknown[] = [];
    const files = {
      ...port,
      list: async (path: string) => {
        if (path === `${DATA}/${folder}`) throw failure('EACCES', path);
        return port.list(path);
      },
    };
    const again = meetingStore({ files, dataFolder: DATA, now: clock.now, report: (error) => told.push(error) });
    expect((await again.list()).map((row) => row.id)).toEqual(['other']);
    expect(told).toMatchObject([{ code: 'EACCES' }]);
  }
});

test('on a real disk a file among the meetings is no meeting, and hides none', async () => {
  const dataFolder = await temporaryFolder();
  const clock = movedClock();
  const told: unknown[] = [];
  const report = (error: unknown): void => void told.push(error);
  const store = meetingStore({ files: diskPort, dataFolder, now: clock.now, report });
  const meeting = roomOf(clock);
  await store.create(meeting);
  await writeFile(join(dataFolder, 'meetings', 'catatan'), 'bukan rakor');
  await writeFile(join(dataFolder, 'meetings', '.DS_Store'), '');
  expect(await store.list()).toMatchObject([{ id: meeting.id, health: 'sound' }]);
  expect(told).toEqual([]);
});

test('nobody waits for the rows of meetings whose folders cannot be written', async () => {
  const { port, clock, refused } = await interrupted();
  let waited = 0;
  const files = patientPort(port, async (ms) => {
    waited += ms;
  });
  const store = meetingStore({ files, dataFolder: DATA, now: clock.now, report: () => undefined });
  for (let n = 0; n < 20; n += 1) await store.create({ ...roomOf(clock, 1), id: `salinan${n}` });
  refused.when = (operation, path) => operation !== 'sync' && path.includes('/salinan');
  expect(await store.list()).toHaveLength(21);
  expect(waited).toBe(0);
  // What is not a cache is worth it.
  await expect(files.writeSynced(`${DATA}/meetings/salinan0/meeting.json`, '')).rejects.toMatchObject({
    code: 'EPERM',
  });
  expect(waited).toBeGreaterThan(3000);
});
