import { expect, test } from 'vitest';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { patientPort } from '#main/storage/patient-port.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';

/** A disk on which another program holds every file for so many milliseconds of the waits. */
async function locked(code: string, ms: number) {
  let held = false;
  let waited = 0;
  const disk = simulatedDisk({
    before() {
      if (held && waited < ms) throw Object.assign(new Error(code), { code });
    },
  });
  await disk.port.makeFolder(DATA);
  held = true;
  const clock = movedClock();
  const files = patientPort(disk.port, async (time) => {
    waited += time;
  });
  const store = meetingStore({ files, dataFolder: DATA, now: clock.now, report: () => undefined });
  return { store, meeting: roomOf(clock), port: disk.port, waited: () => waited };
}

test.each(['EPERM', 'EACCES', 'EBUSY'].flatMap((code) => [100, 400, 1500, 3000].map((ms) => [code, ms] as const)))(
  'a meeting is made although every file answers %s for %i ms',
  async (code, ms) => {
    const { store, meeting, waited } = await locked(code, ms);
    await store.create(meeting);
    expect((await store.open(meeting.id)).meeting).toEqual(meeting);
    expect(waited()).toBeGreaterThanOrEqual(ms);
    expect(waited()).toBeLessThan(ms + 500);
  },
);

test('a folder that may only be read is refused after one patience, at once the next time, and nothing half made stays', async () => {
  const { store, meeting, port, waited } = await locked('EACCES', Number.POSITIVE_INFINITY);
  await expect(store.create(meeting)).rejects.toMatchObject({ code: 'EACCES' });
  expect(waited()).toBeLessThan(5000);
  const before = waited();
  await expect(store.create(meeting)).rejects.toMatchObject({ code: 'EACCES' });
  expect(waited()).toBe(before);
  expect(await port.list(`${DATA}/meetings`)).toEqual([]);
  expect(await store.list()).toEqual([]);
});

test('what no waiting mends is refused at once', async () => {
  const { store, meeting, waited } = await locked('ENOSPC', Number.POSITIVE_INFINITY);
  await expect(store.create(meeting)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(waited()).toBe(0);
});

/** A disk of which the test says, file by file, why it cannot be used; waiting costs no time. */
function troubled() {
  const trouble = new Map<string, string>();
  let waited = 0;
  const fail = async (path: string): Promise<void> => {
    const code = trouble.get(path);
    if (code !== undefined) throw Object.assign(new Error(path), { code });
  };
  const { port } = simulatedDisk();
  const read = (path: string) => fail(path).then(() => 'isi');
  const files = patientPort({ ...port, read, remove: fail, writeSynced: fail }, async (time) => {
    waited += time;
  });
  /** How long an operation waited before it was refused. */
  const patienceOf = async (operation: Promise<unknown>): Promise<number> => {
    const before = waited;
    await expect(operation).rejects.toBeDefined();
    return waited - before;
  };
  return { trouble, files, patienceOf };
}

test('a bad place, a held file and a read-only folder cost no other file its patience', async () => {
  const { trouble, files, patienceOf } = troubled();
  trouble.set('/a/rusak', 'EIO').set('/a/dipakai', 'EPERM').set('/a/lain', 'EPERM').set('/b/c', 'EACCES');
  expect(await patienceOf(files.read('/a/rusak'))).toBeGreaterThan(0);
  const whole = await patienceOf(files.read('/a/dipakai'));
  expect(whole).toBeGreaterThan(1000);
  expect(await patienceOf(files.remove('/a/dipakai'))).toBe(0);
  expect(await patienceOf(files.remove('/a/lain'))).toBe(whole);
  expect(await patienceOf(files.writeSynced('/b/c', ''))).toBe(whole);
  trouble.set('/a/tulis', 'EBUSY');
  expect(await patienceOf(files.writeSynced('/a/tulis', ''))).toBe(whole);
});

test('a folder that may only be read is refused at once for each of its files, until one can be written there', async () => {
  const { trouble, files, patienceOf } = troubled();
  trouble.set('/a/b', 'EACCES').set('/a/c', 'EACCES');
  const whole = await patienceOf(files.writeSynced('/a/b', ''));
  expect(await patienceOf(files.writeSynced('/a/c', ''))).toBe(0);
  await files.writeSynced('/b/d', '');
  await files.list('/a');
  expect(await patienceOf(files.writeSynced('/a/c', ''))).toBe(0);
  await files.writeSynced('/a/d', '');
  expect(await patienceOf(files.writeSynced('/a/c', ''))).toBe(whole);
});

test('a place that the disk cannot read is tried again for less than half a second, and once', async () => {
  let waited = 0;
  let answersAfter = 200;
  const { port } = simulatedDisk();
  const read = async (path: string): Promise<string> => {
    if (waited < answersAfter) throw Object.assign(new Error(path), { code: 'EIO' });
    return 'isi';
  };
  const files = patientPort({ ...port, read }, async (time) => {
    waited += time;
  });
  expect(await files.read('/a')).toBe('isi');
  answersAfter = Number.POSITIVE_INFINITY;
  await expect(files.read('/a')).rejects.toMatchObject({ code: 'EIO' });
  const before = waited;
  expect(before).toBeLessThan(1200);
  await expect(files.read('/b')).rejects.toMatchObject({ code: 'EIO' });
  expect(waited).toBe(before);
});
