import { expect, test } from 'vitest';
import { allNotes } from '#core/model/meeting-notes.ts';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { noteOf } from '../../../support/build-meeting.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';
const NOTES = 60;
const BACKUP = `${DATA}/backup.json`;

/** A bad place of a file: the bytes from here up to there. */
type Bad = readonly [from: number, to: number];
const WHOLE: Bad = [0, Number.POSITIVE_INFINITY];

/** A meeting whose notes are in its journal, a backup of the fiftieth, and a disk with places that it cannot read. */
async function rig() {
  const bad = new Map<string, Bad>();
  const { port } = simulatedDisk();
  const refuse = (path: string, from: number, to: number): void => {
    const place = bad.get(path.slice(path.lastIndexOf('/') + 1));
    if (place !== undefined && from < place[1] && to > place[0]) throw failure('EIO', path);
  };
  let isGone = false;
  const files: FilePort = {
    ...port,
    async read(path, encoding) {
      refuse(path, 0, Number.POSITIVE_INFINITY);
      return port.read(path, encoding);
    },
    async readPart(path, from, to) {
      refuse(path, from, to);
      return port.readPart(path, from, to);
    },
    async list(path) {
      if (isGone) throw failure('EIO', path);
      return port.list(path);
    },
  };
  await port.makeFolder(DATA);
  const clock = movedClock();
  const reported: unknown[] = [];
  const backups: string[] = [];
  const store = meetingStore({
    files,
    dataFolder: DATA,
    now: clock.now,
    report: (error) => reported.push(error),
    backupsOf: async () => backups,
  });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const sit = async () =>
    meetingSession({
      opened: await store.open(meeting.id),
      clock,
      newId: counter(`s${clock.mono()}`),
      onChange: () => undefined,
    });
  const session = await sit();
  for (let n = 1; n <= NOTES; n += 1) {
    clock.advance(1000);
    session.command(noteOf(meeting.agenda.order[0] ?? '', `Arahan ${n}.`));
    await session.flush();
    if (n !== 50) continue;
    const state = { seq: n, at: clock.now(), mono: clock.mono(), meeting: session.meeting() };
    await port.writeSynced(BACKUP, snapshotText(snapshotValue(state)));
  }
  await store.beat(meeting.id, { turn: null, at: clock.now(), durable: NOTES });
  await session.stop();
  return {
    port,
    store,
    sit,
    bad,
    reported,
    folder: store.folderOf(meeting.id),
    id: meeting.id,
    backUp: () => backups.push(BACKUP),
    goneDisk: () => {
      isGone = true;
    },
    open: async () => {
      const opened = await store.open(meeting.id);
      return { ...opened, notes: allNotes(opened.meeting).length };
    },
  };
}

test('a snapshot on a bad sector costs nothing: the one before it and the journal prove the meeting, and it is kept', async () => {
  const { bad, store, open, sit, port, folder } = await rig();
  bad.set('meeting.json', WHOLE);
  expect(await store.list()).toMatchObject([{ health: 'repaired', notes: NOTES }]);
  const { notes, notices } = await open();
  expect([notes, notices.map(({ code }) => code)]).toEqual([NOTES, ['openedFromBackup']]);
  const session = await sit();
  await session.flush();
  await session.close();
  expect((await port.list(folder)).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});

test.each(['history.json', 'heartbeat.json', 'summary.json'])(
  '%s on a bad sector keeps nobody from opening',
  async (name) => {
    const { bad, store, open, sit } = await rig();
    const session = await sit();
    await session.close();
    await store.list();
    bad.set(name, WHOLE);
    expect(await store.list()).toMatchObject([{ health: 'sound', notes: NOTES }]);
    expect(await open()).toMatchObject({ notes: NOTES, notices: [] });
  },
);

test('a history that the disk does not read is reported, and one that is not there is not', async () => {
  const { bad, open, port, folder, reported } = await rig();
  await open();
  expect(await port.stat(`${folder}/history.json`)).toBeNull();
  expect(reported).toEqual([]);
  bad.set('history.json', WHOLE);
  expect(await open()).toMatchObject({ notes: NOTES, notices: [] });
  expect(reported).toMatchObject([{ code: 'EIO' }]);
});

test('a bad sector in the middle of a journal costs the changes that it contains, and they are told', async () => {
  const { bad, open, port, folder } = await rig();
  const size = (await port.stat(`${folder}/journal.ndjson`))?.size ?? 0;
  expect(size).toBeGreaterThan(3 * 4096);
  bad.set('journal.ndjson', [4096, 8192]);
  const { notes, notices, seq } = await open();
  const lost = NOTES - notes;
  expect(lost).toBeGreaterThan(0);
  expect(lost).toBeLessThan(NOTES / 2);
  expect(seq).toBe(NOTES);
  expect(notices).toMatchObject([{ code: 'changesUnreadable', params: { count: lost } }]);
});

test('one at its end is told too, with what is known to be missing', async () => {
  const { bad, open, port, folder } = await rig();
  const size = (await port.stat(`${folder}/journal.ndjson`))?.size ?? 0;
  bad.set('journal.ndjson', [Math.floor((size - 1) / 4096) * 4096, size]);
  const { notes, notices } = await open();
  expect(notes).toBeLessThan(NOTES);
  expect(notices).toMatchObject([
    { code: 'changesUnreadable', params: { count: 1 } },
    { code: 'changesMissing', params: { count: NOTES - notes - 1 } },
  ]);
});

test('instead of a journal that cannot be read at all a backup that contains more is used', async () => {
  const { bad, open, backUp, sit, port, folder, store, id } = await rig();
  bad.set('journal.ndjson', WHOLE);
  expect(await open()).toMatchObject({ notes: 0, seq: 0 });
  backUp();
  const { notes, notices } = await open();
  expect(notes).toBe(50);
  expect(notices).toMatchObject([
    { code: 'openedFromBackup', params: { path: expect.stringMatching(/journal\.damaged-/) } },
    { code: 'changesUnreadable' },
    { code: 'changesMissing', params: { count: 9 } },
  ]);
  const session = await sit();
  await session.flush();
  await store.beat(id, { turn: null, at: session.heartbeat()?.at ?? session.meeting().createdAt, durable: 50 });
  await session.stop();
  bad.clear();
  expect(await open()).toMatchObject({ notes: 50, notices: [] });
  expect((await port.list(folder)).filter((name) => name.startsWith('journal.damaged-'))).toHaveLength(1);
});

test('with everything of its own on bad sectors a meeting opens from its backup, and without one it may be set aside', async () => {
  const { bad, store, open, backUp, id, reported } = await rig();
  for (const name of ['meeting.json', 'meeting.previous.json', 'journal.ndjson', 'journal.previous.ndjson']) {
    bad.set(name, WHOLE);
  }
  await expect(open()).rejects.toMatchObject({ code: 'meetingUnreadable', cause: { code: 'EIO' } });
  expect(await store.list()).toMatchObject([{ id, health: 'unprovable' }]);
  expect(reported).toMatchObject([{ code: 'EIO' }]);
  backUp();
  expect(await open()).toMatchObject({ notes: 50 });
  bad.set('backup.json', WHOLE);
  await expect(open()).rejects.toMatchObject({ code: 'meetingUnreadable' });
  await store.setAside(id);
  expect(await store.has(id)).toBe(false);
});

test('a disk that answers nothing is no damage: its files may be whole when it is back', async () => {
  const { bad, open, backUp, goneDisk } = await rig();
  backUp();
  for (const name of ['meeting.json', 'meeting.previous.json', 'journal.ndjson']) bad.set(name, WHOLE);
  goneDisk();
  await expect(open()).rejects.toMatchObject({ code: 'EIO' });
});
