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
