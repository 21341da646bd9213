import { expect, test } from 'vitest';
import { digests } from '#main/archive/digests.ts';
import { type ReadJob, readMeeting } from '#main/archive/worker/jobs.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { simulatedDisk } from '../../../../doubles/disk/simulated-disk.ts';
import { movedClock, roomOf } from '../../../../support/projector-at-work.ts';

const DATA = '/data';

/** Some meetings on a disk, and the application's lists of them with another thread. */
async function archiveOf(count: number) {
  const { port: files } = simulatedDisk();
  await files.makeFolder(DATA);
  const clock = movedClock();
  const reported: unknown[] = [];
  const asked: string[] = [];
  const other = { does: (job: ReadJob): Promise<unknown> => readMeeting(files, job) };
  const ask = (job: ReadJob): Promise<never> => {
    asked.push(`${job.what} ${job.id}`);
    return other.does(job) as Promise<never>;
  };
  const withThread = () =>
    meetingStore({
      files,
      dataFolder: DATA,
      now: clock.now,
      report: (error) => void reported.push(error),
      readRow: (folder, id, changedAt) => ask({ what: 'row', folder, id, changedAt }),
    });
  const alone = () => meetingStore({ files, dataFolder: DATA, now: clock.now, report: () => undefined });
  const made = Array.from({ length: count }, (_, n) => ({ ...roomOf(clock, 2), id: `m${n}`, title: `Rakor ${n}` }));
  const store = withThread();
  for (const meeting of made) await store.create(meeting);
  const ids = made.map(({ id }) => id);
  const forget = async (name: string): Promise<void> => {
    for (const id of ids) await files.remove(`${DATA}/meetings/${id}/${name}`).catch(() => undefined);
  };
  const texts = async (thread: boolean) =>
    digests({
      files,
      store,
      report: (error) => void reported.push(error),
      ...(thread ? { aside: (folder, id, stamp) => ask({ what: 'digest', folder, id, stamp }) } : {}),
    }).texts(ids);
  return { files, ids, store, withThread, alone, asked, other, reported, forget, texts };
}

test('rows that the other thread reads are those that the main thread would, and only the first is left to it', async () => {
  const { withThread, alone, asked, ids, forget } = await archiveOf(4);
  const lists = withThread();
  const rows = await lists.list();
  expect(asked).toHaveLength(ids.length - 1);
  await forget('summary.json');
  const here = alone();
  expect(await here.list()).toEqual(rows);
  expect(lists.own()).toEqual(here.own());
});

test('digests that it makes are those that the main thread would', async () => {
  const { texts, asked, ids, forget } = await archiveOf(3);
  const aside = await texts(true);
  expect(asked).toEqual(ids.map((id) => `digest ${id}`));
  await forget('digest.json');
  expect(await texts(false)).toEqual(aside);
  expect(asked).toHaveLength(ids.length);
});

test('what a meeting’s own files do not prove is left to the main thread, which knows the backups', async () => {
  const { files, texts, withThread, ids, forget, other, reported } = await archiveOf(3);
  const [, damaged = '', gone = ''] = ids;
  await files.writeSynced(`${DATA}/meetings/${damaged}/meeting.json`, '{"cut');
  await files.remove(`${DATA}/meetings/${gone}/meeting.json`);
  const answers = new Map<string, boolean>();
  other.does = async (job) => {
    const answer = await readMeeting(files, job);
    answers.set(job.id, answer === null);
    return answer;
  };
  const [first] = await texts(true);
  expect(first?.text).toEqual(expect.any(String));
  expect(ids.map((id) => answers.get(id))).toEqual([false, true, true]);
  await forget('summary.json');
  const health = new Map((await withThread().list()).map((row) => [row.id, row.health]));
  expect(health.get(ids[0] ?? '')).toBe('sound');
  expect(health.get(damaged)).not.toBe('sound');
  expect(reported).toEqual([]);
});

test('a thread that dies is reported, and the main thread reads all the same', async () => {
  const { texts, withThread, ids, other, reported } = await archiveOf(3);
  other.does = async () => {
    throw new Error('out of memory');
  };
  expect((await texts(true)).map(({ text }) => typeof text)).toEqual(ids.map(() => 'string'));
  expect((await withThread().list()).map(({ health }) => health)).toEqual(ids.map(() => 'sound'));
  expect(reported).toHaveLength(ids.length + ids.length - 1);
});
