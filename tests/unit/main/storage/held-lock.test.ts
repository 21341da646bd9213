import { mkdir, readdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diskPort, type FilePort } from '#main/storage/file-port.ts';
import { claimFolder } from '#main/storage/instance-lock.ts';
import { patientPort } from '#main/storage/patient-port.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

/** A claimed folder whose renewals the test makes. */
async function held(
  files: FilePort = diskPort,
  setTime?: (path: string) => Promise<void>,
  now: () => number = Date.now,
) {
  const home = await temporaryFolder();
  const data = join(home, 'data');
  const lost: Error[] = [];
  const reported: unknown[] = [];
  let renew = async (): Promise<void> => undefined;
  let cancelled = false;
  const claim = await claimFolder(data, {
    onLost: (error) => void lost.push(error),
    report: (error) => void reported.push(error),
    files,
    now,
    wait: async () => undefined,
    ...(setTime === undefined ? {} : { setTime }),
    every(act) {
      renew = act;
      return {
        cancel: () => {
          cancelled = true;
        },
      };
    },
  });
  if (!claim.taken) throw new Error('not taken');
  onTestFinished(() => claim.release());
  return {
    home,
    data,
    lock: join(data, 'ekspose.lock'),
    holder: join(data, 'instance.json'),
    lost,
    reported,
    claim,
    renew: () => renew(),
    isCancelled: () => cancelled,
  };
}

test('a disk that is gone for a while costs nothing: nothing is made in its place, and the lock is there with it', async () => {
  const { home, data, lock, lost, renew } = await held();
  await rename(data, join(home, 'pulled-out'));
  await renew();
  await renew();
  expect(await readdir(home)).toEqual(['pulled-out']);
  await rename(join(home, 'pulled-out'), data);
  const old = new Date(Date.now() - 60_000);
  await utimes(lock, old, old);
  await renew();
  expect((await stat(lock)).mtimeMs).toBeGreaterThan(old.getTime() + 30_000);
  expect(lost).toEqual([]);
});

test('a lock that is missing is taken again, and its holder is named again', async () => {
  const { lock, holder, data, lost, renew, claim } = await held();
  await claim.announce('http://127.0.0.1:7/focus');
  const before = await readFile(holder, 'utf8');
  await rmdir(lock);
  await rm(holder);
  await renew();
  expect(await readdir(data)).toEqual(expect.arrayContaining(['ekspose.lock', 'instance.json']));
  expect(await readFile(holder, 'utf8')).toBe(before);
  expect(lost).toEqual([]);
});

test('times that a disk rounds to two seconds, or that a clock has moved, are nobody’s', async () => {
  const { lock, lost, renew } = await held();
  for (const ahead of [-2000, 2000, -86_400_000, 86_400_000]) {
    const time = new Date(Math.floor((Date.now() + ahead) / 2000) * 2000);
    await utimes(lock, time, time);
    await renew();
  }
  expect(lost).toEqual([]);
});

test('a damaged holder is no other holder: it is written again where nobody has touched the lock, or does so any more', async () => {
  const { lock, holder, lost, renew, claim } = await held();
  await renew();
  const before = await readFile(holder, 'utf8');
  await writeFile(holder, '{"pid":');
  await renew();
  expect(lost).toEqual([]);
  expect(await readFile(holder, 'utf8')).toBe(before);
  expect(claim.mine()).toBeNull();
  const provesNothing = async (): Promise<void> => {
    await renew();
    expect(await readFile(holder, 'utf8')).toBe('{"pid":');
    await expect(claim.mine()).rejects.toMatchObject({ code: 'EEXIST' });
  };
  await writeFile(holder, '{"pid":');
  for (const seconds of [0, 2, 4, 6, 8, 10, 12, 14]) await utimes(lock, seconds, seconds).then(provesNothing);
  // First looked at just before a turn: a holder that is there has not had ten seconds at the fifth turn after that.
  await utimes(lock, 16, 16);
  await expect(claim.mine()).rejects.toMatchObject({ code: 'EEXIST' });
  for (let n = 0; n < 5; n += 1) await provesNothing();
  await renew();
  expect(await readFile(holder, 'utf8')).toBe(before);
  await claim.mine();
  expect(claim.mine()).toBeNull();
  expect(lost).toEqual([]);
});

const fails = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));

test('a new file that an antivirus program reads just now ends no start', async () => {
  let busy = 5;
  const disk: FilePort = {
    ...diskPort,
    rename: (from, to) => {
      busy -= 1;
      return busy % 3 === 0 ? diskPort.rename(from, to) : fails('EBUSY')();
    },
  };
  const { claim, holder, reported } = await held(patientPort(disk, async () => undefined));
  await claim.announce('http://127.0.0.1:7/focus');
  expect(await readFile(holder, 'utf8')).toContain('http://127.0.0.1:7/focus');
  expect(reported).toEqual([]);
});

test('that the desk’s address could not be written is reported, and the folder stays ours', async () => {
  const { claim, holder, reported } = await held();
  await rm(holder);
  await mkdir(holder);
  await writeFile(join(holder, 'x'), '');
  await claim.announce('http://127.0.0.1:7/focus');
  expect(reported).toHaveLength(1);
  await rm(holder, { recursive: true });
});

test('a holder that the disk cannot read any more is written to another place', async () => {
  const unreadable = new Set<string>();
  const { holder, claim, renew, lost } = await held({
    ...diskPort,
    read: (path) => (unreadable.has(path) ? fails('EIO')() : diskPort.read(path)),
    async rename(from, to) {
      await diskPort.rename(from, to);
      unreadable.delete(to);
    },
  });
  await renew();
  unreadable.add(holder);
  await renew();
  expect([...unreadable, ...lost]).toEqual([]);
  expect(claim.mine()).toBeNull();
});

/** A folder whose holder another program uses, so that it cannot be read; and a clock that passes the time of a proof. */
async function inUse() {
  let used: string | null = null;
  let time = 0;
  const files: FilePort = {
    ...diskPort,
    read: (path) => (path.endsWith('instance.json') && used !== null ? fails(used)() : diskPort.read(path)),
  };
  const self = await held(files, undefined, () => time);
  return {
    ...self,
    use(code: string | null) {
      used = code;
    },
    /** Longer than a renewal proves anything. */
    pass() {
      time += 5000;
    },
  };
}

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'a holder that another program uses (%s) keeps nothing from being saved where nobody has touched the lock',
  async (code) => {
    const { claim, renew, reported, lost, use, pass } = await inUse();
    use(code);
    pass();
    await claim.mine();
    expect(claim.mine()).toBeNull();
    for (let n = 0; n < 3; n += 1) {
      pass();
      await renew();
      expect(claim.mine()).toBeNull();
    }
    expect([...reported, ...lost]).toEqual([]);
  },
);

test('where somebody has taken the lock and the holder cannot be read, nothing is written before it can', async () => {
  const { claim, lock, lost, use, pass } = await inUse();
  use('EBUSY');
  pass();
  const other = new Date(Date.now() + 60_000);
  await rmdir(lock);
  await expect(claim.mine()).rejects.toMatchObject({ code: 'EBUSY' });
  await mkdir(lock);
  await utimes(lock, other, other);
  const before = await stat(lock);
  for (let n = 0; n < 2; n += 1) await expect(claim.mine()).rejects.toMatchObject({ code: 'EBUSY' });
  expect((await stat(lock)).mtimeMs).toBe(before.mtimeMs);
  use('EIO');
  await expect(claim.mine()).rejects.toMatchObject({ code: 'EEXIST' });
  use(null);
  await claim.mine();
  expect(lost).toEqual([]);
});

test('a folder whose holder cannot be read is given back where nobody has touched the lock, and else left as it is', async () => {
  for (const isTouched of [false, true]) {
    const { claim, lock, use } = await inUse();
    if (isTouched) await utimes(lock, new Date(0), new Date(0));
    use('EBUSY');
    const why = await claim.release().catch((error: unknown) => error);
    expect(why).toEqual(isTouched ? expect.objectContaining({ code: 'EBUSY' }) : undefined);
    expect(await diskPort.stat(lock)).toEqual(isTouched ? expect.anything() : null);
  }
});

test('a lock that was taken just now proves nothing for the next write, though the holder is not named yet', async () => {
  const { claim, lock, holder, lost, renew } = await held();
  await renew();
  expect(claim.mine()).toBeNull();
  await rmdir(lock);
  await mkdir(lock);
  await utimes(lock, new Date(0), new Date(0));
  await renew();
  await writeFile(holder, JSON.stringify({ pid: process.pid, focus: null, claim: 'another' }));
  const answer = claim.mine();
  expect(answer).not.toBeNull();
  await expect(answer).rejects.toThrow('taken by process');
  expect(lost).toHaveLength(1);
});

test('where a share refuses to set times, the lock is renewed all the same', async () => {
  const { lock, claim, renew, reported } = await held(diskPort, fails('EPERM'));
  await renew();
  const old = new Date(Date.now() - 60_000);
  await utimes(lock, old, old);
  await renew();
  expect((await stat(lock)).mtimeMs).toBeGreaterThan(old.getTime() + 30_000);
  expect(await readdir(lock)).toEqual([]);
  await renew();
  expect(claim.mine()).toBeNull();
  expect(reported).toEqual([]);
});

test('a lock that cannot be renewed is reported once, and each write then asks whose it is', async () => {
  const disk = { ...diskPort, stat: async () => ({ size: 0, changedAt: 1 }) };
  let refused = true;
  const { claim, renew, reported } = await held(disk, () => (refused ? fails('EPERM')() : Promise.resolve()));
  for (let n = 0; n < 3; n += 1) await renew();
  expect(reported).toHaveLength(1);
  for (let n = 0; n < 2; n += 1) await claim.mine();
  expect(claim.mine()).not.toBeNull();
  refused = false;
  await renew();
  expect(claim.mine()).toBeNull();
  expect(reported).toHaveLength(1);
});

test('that the disk did not answer is reported once, until it does', async () => {
  const { home, data, renew, reported } = await held();
  for (let times = 1; times < 3; times += 1) {
    await rename(data, join(home, 'pulled-out'));
    await renew();
    await renew();
    await rename(join(home, 'pulled-out'), data);
    await renew();
    expect(reported).toHaveLength(times);
  }
});

test('another holder ends it, once, and its lock is left alone', async () => {
  const { lock, holder, lost, renew, claim, isCancelled } = await held();
  await rm(lock, { recursive: true });
  await mkdir(lock);
  await writeFile(holder, JSON.stringify({ pid: process.pid, focus: null, claim: 'another' }));
  await renew();
  await renew();
  expect([lost.length, isCancelled()]).toEqual([1, true]);
  await expect(claim.mine()).rejects.toThrow('not ours');
  await claim.release();
  await stat(lock);
});

test('a folder that is given back has no lock', async () => {
  const { data, claim, renew } = await held();
  await claim.release();
  await renew();
  expect(await readdir(data)).toEqual(['instance.json']);
});
