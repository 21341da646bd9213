import { expect, test } from 'vitest';
import type { Notice } from '#core/views/desk.ts';
import { registerKeeper } from '#main/register/keeper.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { followUpOf } from '../../../support/archive-documents.ts';
import { counter, movedClock } from '../../../support/projector-at-work.ts';

const DATA = '/data';

/** A register at work on a disk, and what its keeper reported. */
async function keeperOn(disk = simulatedDisk(), meeting: () => Promise<null> = async () => null) {
  const { port: files } = disk;
  await files.makeFolder(DATA);
  const clock = movedClock();
  const notices: Notice[] = [];
  const told: unknown[] = [];
  const readable: boolean[] = [];
  const keeper = registerKeeper({
    files,
    dataFolder: DATA,
    now: clock.now,
    clock,
    report: (error) => void told.push(error),
    context: () => ({
      at: clock.now(),
      zone: 'WITA',
      newId: counter('e'),
      lastHeard: () => null,
      orderedOn: () => null,
    }),
    meeting,
    meetingsOf: async () => [],
    onState: () => undefined,
    onNotices: (more) => void notices.push(...more),
    onReadable: (is) => void readable.push(is),
    backups: { paths: async () => [], write: async () => undefined, isDue: () => false },
  });
  const say = (remark: string) => keeper.send({ type: 'entry.add', subjectIds: ['f'], fields: { remark } });
  return { keeper, files, notices, say, told, readable };
}

test.each([0, 1])(
  'a journal of which nothing or only its header is left is told of, with %i of its lines',
  async (lines) => {
    const { keeper, files, say } = await keeperOn();
    await say('satu');
    await say('dua');
    await keeper.flush();
    // Before it is closed, which puts everything into the snapshot.
    const left = simulatedDisk();
    await left.port.makeFolder(`${DATA}/register`);
    for (const name of await files.list(`${DATA}/register`)) {
      const text = await files.read(`${DATA}/register/${name}`);
      const cut = name === 'journal.ndjson' ? text.split('\n').slice(0, lines).join('\n') + '\n'.repeat(lines) : text;
      await left.port.writeSynced(`${DATA}/register/${name}`, cut);
    }
    const again = await keeperOn(left);
    expect((await again.keeper.present())?.entries).toEqual({});
    expect(again.notices).toMatchObject([{ code: 'changesMissing', params: { count: 2 } }]);
    await keeper.close();
    await again.keeper.close();
    // It was told once.
    const third = await keeperOn(left);
    await third.keeper.present();
    expect(third.notices).toEqual([]);
    expect([again, third].flatMap(({ told }) => told)).toEqual([]);
  },
);

test('a deleted meeting that is there again and cannot be read does not keep the register from opening', async () => {
  const disk = simulatedDisk();
  const first = await keeperOn(disk);
  await first.say('satu');
  const nothing = { followUps: [], problems: [], entries: [], withdrawn: [] };
  await first.keeper.send({ type: 'matters.discard', meetingId: 'm', handed: true, ...nothing });
  await first.keeper.close();
  expect(first.told).toEqual([]);
  const bad = Object.assign(new Error('EIO'), { code: 'EIO' });
  const again = await keeperOn(disk, () => Promise.reject(bad));
  expect(Object.keys((await again.keeper.present())?.entries ?? {})).toHaveLength(1);
  expect(again.told).toEqual([bad]);
  await again.keeper.close();
});

test('what it said is known while it is closed: what is said of there must not be deleted for good meanwhile', async () => {
  const { keeper, say } = await keeperOn();
  await say('satu');
  const nothing = { problems: [], entries: [], withdrawn: [] };
  const followUps = [followUpOf('g')];
  await keeper.send({ type: 'matters.discard', meetingId: 'm', handed: true, followUps, ...nothing });
  const known = () => [keeper.heard('f'), keeper.lists('g'), keeper.known()?.followUps.order];
  const before = known();
  expect(before).toEqual([expect.any(Number), true, ['g']]);
  await keeper.close();
  expect(known()).toEqual(before);
});

/** A register in which something is said, whose files another program holds until `free`. */
async function keeperOfBusy() {
  let isBusy = true;
  const disk = simulatedDisk();
  const first = await keeperOn(disk);
  await first.say('satu');
  await first.keeper.close();
  const read: FilePort['read'] = (path, encoding) =>
    isBusy && path.includes('/register/') ? Promise.reject(failure('EBUSY', path)) : disk.port.read(path, encoding);
  const opened = await keeperOn({ ...disk, port: { ...disk.port, read } });
  return {
    ...opened,
    disk,
    free() {
      isBusy = false;
    },
  };
}

test('that it cannot be read is told once, until it can be', async () => {
  const { keeper, readable, free } = await keeperOfBusy();
  for (let n = 0; n < 2; n += 1) await expect(keeper.present()).rejects.toMatchObject({ code: 'EBUSY' });
  expect(readable).toEqual([false]);
  free();
  for (let n = 0; n < 2; n += 1) expect(Object.keys((await keeper.present())?.entries ?? {})).toHaveLength(1);
  expect(readable).toEqual([false, true]);
  await keeper.close();
});

test('it is told also where a meeting is there again, whatever its files refuse, and keeps no meeting away', async () => {
  const { disk, keeper, readable, told, free } = await keeperOfBusy();
  await keeper.restored('m');
  expect(told).toMatchObject([{ code: 'EBUSY' }]);
  expect(readable).toEqual([false]);
  free();
  await keeper.reconciled();
  expect(readable).toEqual([false, true]);
  await keeper.close();

  for (const name of await disk.port.list(`${DATA}/register`)) {
    await disk.port.writeSynced(`${DATA}/register/${name}`, 'x');
  }
  const damaged = await keeperOn(disk);
  await damaged.keeper.restored('m');
  expect(damaged.told).toMatchObject([{ code: 'registerUnreadable' }]);
  expect(damaged.readable).toEqual([false]);
});
