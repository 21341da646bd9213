import { expect, test } from 'vitest';
import { MEETING_SCHEMA } from '#core/model/meeting.ts';
import { headerText, lineText } from '#main/meeting/journal-text.ts';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { MEETING_MIGRATIONS, migrate } from '#main/meeting/migrations.ts';
import { snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import { replaceFile } from '#main/storage/file-port.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';

/** A form that never was: the title was called `name`. */
const migrations = {
  ...MEETING_MIGRATIONS,
  0: (stored: unknown) => {
    const { name, ...rest } = stored as { name: string };
    return { ...rest, title: name, schema: 1 };
  },
};

test('a meeting of an earlier form is migrated with its journal, and its files are kept', async () => {
  const { port } = simulatedDisk();
  await port.makeFolder(DATA);
  const clock = movedClock();
  const report = (error: unknown): never => {
    throw error;
  };
  const store = meetingStore({ files: port, dataFolder: DATA, now: clock.now, report, migrations });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const folder = `${DATA}/meetings/${meeting.id}`;
  const { title, ...rest } = meeting;
  const old = snapshotText(
    snapshotValue({ seq: 0, at: clock.now(), mono: null, schema: 0, meeting: { ...rest, name: title, schema: 0 } }),
  );
  const journal =
    headerText({ schema: 0, after: 0 }) +
    lineText({
      seq: 1,
      at: clock.now(),
      mono: clock.mono(),
      audience: 'desk',
      type: 'meeting.edit',
      op: 'do',
      patches: [{ op: 'replace', path: ['name'], value: 'Judul baru' }],
    });
  await replaceFile(port, `${folder}/meeting.json`, old);
  await replaceFile(port, `${folder}/journal.ndjson`, journal);

  const opened = await store.open(meeting.id);
  expect(opened).toMatchObject({ seq: 1, readOnly: false, notices: [] });
  expect(opened.meeting).toEqual({ ...meeting, title: 'Judul baru' });
  const session = meetingSession({ opened, clock, newId: counter('m'), onChange: () => undefined });
  await session.close();
  const names = await port.list(folder);
  const kept = (start: string) => names.find((name) => name.startsWith(start)) ?? '';
  expect(await port.read(`${folder}/${kept('meeting.v0-')}`)).toBe(old);
  expect(await port.read(`${folder}/${kept('journal.v0-')}`)).toBe(journal);
  expect(JSON.parse(await port.read(`${folder}/meeting.json`))).toMatchObject({ schema: MEETING_SCHEMA, seq: 1 });
  expect((await store.open(meeting.id)).meeting.title).toBe('Judul baru');
});

test('every version up to the present one has a way there', () => {
  for (let version = 1; version < MEETING_SCHEMA; version += 1) expect(MEETING_MIGRATIONS[version]).toBeDefined();
  expect(() => migrate({}, 1, 3, { 1: (stored) => stored })).toThrow('no migration from version 2');
  expect(migrate(1, 1, 3, { 1: (n) => Number(n) + 1, 2: (n) => Number(n) * 10 })).toBe(20);
});
