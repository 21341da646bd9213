import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimedPort, dataFolderPort } from '#main/storage/claimed-port.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { claimFolder } from '#main/storage/instance-lock.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock } from '../../../support/projector-at-work.ts';
import { KINDS, type Kind } from '../../../support/stored-documents.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const settled = async (): Promise<void> => {
  for (let n = 0; n < 200; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Everything in a folder, by path. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
}

/** A document at work in a claimed folder, whose disk can be pulled out. The test makes renewals and retries. */
async function atWork(kind: Kind) {
  const home = await temporaryFolder();
  const data = join(home, 'disk', 'data');
  await mkdir(join(home, 'disk'));
  let renew = async (): Promise<void> => undefined;
  let time = 0;
  const lost: Error[] = [];
  const claim = await claimFolder(data, {
    onLost: (error) => void lost.push(error),
    report: () => undefined,
    every(act) {
      renew = act;
      return { cancel: () => undefined };
    },
    now: () => time,
  });
  if (!claim.taken) throw new Error('not taken');
  onTestFinished(() => claim.release());
  const waiting: (() => void)[] = [];
  const stored = kind.at(claimedPort(diskPort, data, claim.mine), movedClock(), counter('f'), {
    dataFolder: data,
    report: () => undefined,
    tuning: {
      wait: (_ms, then) => {
        waiting.push(then);
        return { cancel: () => waiting.splice(waiting.indexOf(then), 1) };
      },
    },
  });
  await stored.create();
  const sitting = await stored.open(() => undefined);
  onTestFinished(() => sitting.stop());
  sitting.say('sebelum');
  await sitting.flush();
  return {
    data,
    sitting,
    lost,
    renew: () => renew(),
    sleep: (ms: number) => {
      time += ms;
    },
    pullOut: () => rename(join(home, 'disk'), join(home, 'elsewhere')),
    putBack: () => rename(join(home, 'elsewhere'), join(home, 'disk')),
    /** Another computer takes the lock over, works in the folder, and gives it back. */
    async usedElsewhere(): Promise<void> {
      const there = join(home, 'elsewhere', 'data');
      const name = stored.folder.slice(data.length + 1);
      await rm(join(there, 'ekspose.lock'), { recursive: true });
      await writeFile(join(there, 'instance.json'), JSON.stringify({ pid: 1, focus: null, claim: 'another' }));
      // Its journal was emptied into the snapshot when the meeting was closed there.
      await cp(join(there, name, `${kind.word}.json`), join(there, name, 'journal.ndjson'));
      await writeFile(join(there, name, `${kind.word}.json`), 'what was written there');
    },
    async retry(): Promise<void> {
      for (const then of waiting.splice(0)) then();
      await settled();
    },
  };
}

const EVERY_KIND = Object.values(KINDS);

test.each(EVERY_KIND)(
  'a $word on a disk that was used elsewhere is not overwritten, whatever is sooner',
  async (kind) => {
    const { data, sitting, lost, pullOut, putBack, usedElsewhere, renew, retry } = await atWork(kind);
    await pullOut();
    sitting.say('selama diska tidak ada');
    await expect(sitting.flush()).rejects.toThrow();
    await renew();
    await retry();
    await usedElsewhere();
    await putBack();
    const before = await contentsOf(data);
    await retry();
    await expect(sitting.flush()).rejects.toThrow();
    expect(await contentsOf(data)).toEqual(before);
    expect(lost).toHaveLength(1);
  },
);

test('a machine that slept meanwhile asks before it writes, though no renewal failed', async () => {
  const { data, sitting, lost, sleep, pullOut, putBack, usedElsewhere } = await atWork(KINDS.meeting);
  await pullOut();
  sleep(60_000);
  await usedElsewhere();
  await putBack();
  const before = await contentsOf(data);
  sitting.say('sesudah bangun');
  await expect(sitting.flush()).rejects.toThrow();
  expect(await contentsOf(data)).toEqual(before);
  expect(lost).toHaveLength(1);
});

test('on a disk that comes back untouched everything is saved', async () => {
  const { sitting, lost, pullOut, putBack, renew, retry } = await atWork(KINDS.meeting);
  await pullOut();
  sitting.say('selama diska tidak ada');
  await expect(sitting.flush()).rejects.toThrow();
  await renew();
  await putBack();
  await retry();
  await sitting.flush();
  expect(sitting.saved()).toMatchObject({ failing: null, durable: sitting.saved().seq });
  expect(lost).toEqual([]);
});

test('every way of writing into the folder is refused, reading and other folders are not', async () => {
  const { port } = simulatedDisk();
  await port.makeFolder('/data/a');
  await port.makeFolder('/data-lain');
  await port.writeSynced('/data/a/b', 'isi');
  const open = await port.openAppend('/data/a/b');
  let mine = true;
  const files = claimedPort(port, '/data', () => (mine ? null : Promise.reject(new Error('not ours'))));
  const handles = [await files.openAppend('/data/a/b'), await files.openEmpty('/data/a/c')];
  mine = false;
  const attempts = [
    () => files.writeSynced('/data/a/b', 'x'),
    () => files.openAppend('/data/a/b'),
    () => files.openEmpty('/data/a/b'),
    () => files.truncate('/data/a/b', 0),
    () => files.rename('/data/a/b', '/data-lain/b'),
    () => files.rename('/data-lain', '/data/lain'),
    () => files.makeFolder('/data/d'),
    () => files.remove('/data/a/b'),
    () => files.removeFolder('/data'),
    ...handles.map((handle) => () => handle.append('x')),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow('not ours');
  expect(await files.read('/data/a/b')).toBe('isi');
  expect(await files.list('/data/a')).toEqual(['b', 'c']);
  await files.writeSynced('/data-lain/b', 'x');
  await open.close();
});

test.each(['/', '/data/', '/data/../data'])('a data folder written as %s is guarded all the same', async (folder) => {
  const { port } = simulatedDisk();
  await port.makeFolder('/data');
  const files = claimedPort(port, folder, () => Promise.reject(new Error('not ours')));
  await expect(files.writeSynced('/data/rakor', 'x')).rejects.toThrow('not ours');
  await expect(files.makeFolder('/data/..rakor')).rejects.toThrow('not ours');
});

test('a machine that slept while a write was tried again asks before it tries once more', async () => {
  let isUsed = true;
  const disk = simulatedDisk({
    before(operation, path) {
      if (operation === 'rename' && isUsed) throw failure('EBUSY', path);
    },
  });
  await disk.port.makeFolder('/data');
  await disk.port.writeSynced('/data/a', 'lama');
  await disk.port.writeSynced('/data/a.tmp', 'baru');
  let isOurs = true;
  const waits: number[] = [];
  const mine = () => (isOurs ? null : Promise.reject(new Error('not ours')));
  const files = dataFolderPort(disk.port, '/data', mine, async (ms) => {
    waits.push(ms);
    // Its lid is closed now, and another computer works in the folder.
    if (waits.length === 3) [isOurs, isUsed] = [false, false];
  });
  await expect(files.rename('/data/a.tmp', '/data/a')).rejects.toThrow('not ours');
  expect(await files.read('/data/a')).toBe('lama');
  expect(waits).toHaveLength(3);
});

test('a write of which it cannot be known whether it may be is tried for no longer than any other', async () => {
  const { port } = simulatedDisk();
  await port.makeFolder('/data');
  let waited = 0;
  const refuse = () => Promise.reject(failure('EBUSY', '/data/instance.json'));
  const files = dataFolderPort(port, '/data', refuse, async (ms) => {
    waited += ms;
  });
  for (let n = 0; n < 3; n += 1) {
    await expect(files.writeSynced('/data/a', 'x')).rejects.toMatchObject({ code: 'EBUSY' });
  }
  expect(waited).toBeLessThan(5000);
});
