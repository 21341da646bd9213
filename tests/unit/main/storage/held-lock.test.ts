import { mkdir, readdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimFolder } from '#main/storage/instance-lock.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

/** A claimed folder whose renewals the test makes. */
async function held() {
  const home = await temporaryFolder();
  const data = join(home, 'data');
  const lost: Error[] = [];
  let renew = async (): Promise<void> => undefined;
  let cancelled = false;
  const claim = await claimFolder(data, {
    onLost: (error) => void lost.push(error),
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

test('a holder that is written just now, or damaged, is no other holder', async () => {
  const { holder, lost, renew } = await held();
  await writeFile(holder, '{"pid":');
  await renew();
  expect(lost).toEqual([]);
});

test('a damaged holder is written again where nobody has touched the lock, and proves nothing where somebody has', async () => {
  const { lock, holder, lost, renew, claim } = await held();
  await renew();
  const before = await readFile(holder, 'utf8');
  await writeFile(holder, '{"pid":');
  await renew();
  expect(await readFile(holder, 'utf8')).toBe(before);
  expect(claim.mine()).toBeNull();
  const old = new Date(Date.now() - 60_000);
  await utimes(lock, old, old);
  await writeFile(holder, '{"pid":');
  await renew();
  expect(await readFile(holder, 'utf8')).toBe('{"pid":');
  await expect(claim.mine()).rejects.toMatchObject({ code: 'EEXIST' });
  expect(lost).toEqual([]);
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
