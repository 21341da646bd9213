import { spawn } from 'node:child_process';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diskPort } from '#main/storage/file-port.ts';
import { BY_SECOND_INSTANCE } from '#main/storage/held-lock.ts';
import { type Claim, claimFolder } from '#main/storage/instance-lock.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const FOCUS = 'http://127.0.0.1:9/focus';
const onLost = (error: unknown): never => {
  throw error;
};

/** The number of a process that lives and is another program. */
function anotherProgram(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill();
  });
  if (child.pid === undefined) throw new Error('not started');
  return child.pid;
}

/** A data folder with the lock of an earlier run. @param ahead how far its time is in the future, ms */
async function heldFolder(pid: number, focus: string | null, ahead = 0): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'ekspose.lock'));
  await writeFile(join(folder, 'instance.json'), JSON.stringify({ pid, focus }));
  const time = new Date(Date.now() + ahead);
  await utimes(join(folder, 'ekspose.lock'), time, time);
  return folder;
}

/** Claims without really waiting. @param renewing what its holder does meanwhile */
function claim(folder: string, answer: boolean, renewing: () => Promise<void> = async () => undefined) {
  let waits = 0;
  const result = claimFolder(folder, {
    onLost,
    report: onLost,
    answers: async () => answer,
    async wait() {
      waits += 1;
      await renewing();
    },
  });
  return result.then((claimed) => ({ claimed, waits }));
}

const released = async (claimed: Claim): Promise<void> => {
  expect(claimed.taken).toBe(true);
  if (claimed.taken) await claimed.release();
};

test.each([
  ['two days ahead', 2 * 86_400_000],
  ['of the past', -2 * 86_400_000],
  ['of this moment', 0],
])('a lock %s whose process number is another program’s by now is taken over', async (_when, ahead) => {
  const folder = await heldFolder(anotherProgram(), FOCUS, ahead);
  await released((await claim(folder, false)).claimed);
});

test('a lock whose holder the disk cannot read is taken over if nobody renews it, and left to whoever does', async () => {
  const read = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  const files = { ...diskPort, read };
  const folder = await heldFolder(2 ** 22 + 1, FOCUS);
  const renewed = await claimFolder(folder, {
    onLost,
    report: onLost,
    files,
    wait: () => utimes(join(folder, 'ekspose.lock'), new Date(0), new Date(0)),
  });
  expect(renewed).toEqual({ taken: false, answered: false, focus: null });
  await released(await claimFolder(folder, { onLost, report: onLost, files, wait: async () => undefined }));
});

test('the lock of a dead process is taken over without waiting, whatever its time', async () => {
  const folder = await heldFolder(2 ** 22 + 1, FOCUS, 2 * 86_400_000);
  const { claimed, waits } = await claim(folder, true);
  expect(waits).toBe(0);
  await released(claimed);
});

test('a holder that answers keeps the folder, though its lock looks old', async () => {
  const folder = await heldFolder(anotherProgram(), FOCUS, -3_600_000);
  expect(await claim(folder, true)).toMatchObject({ claimed: { taken: false, answered: true }, waits: 0 });
});

const REACHED = [FOCUS, BY_SECOND_INSTANCE, null];
test.each(REACHED)('a holder that does not answer at %s but renews its lock keeps the folder', async (focus) => {
  const folder = await heldFolder(anotherProgram(), focus, -3_600_000);
  let time = Date.now() - 3_600_000;
  // Nobody is asked where there is no address.
  const { claimed } = await claim(folder, focus === BY_SECOND_INSTANCE, async () => {
    time += 2000;
    await utimes(join(folder, 'ekspose.lock'), new Date(time), new Date(time));
  });
  expect(claimed).toEqual({ taken: false, answered: false, focus });
});

test('a lock that is released while it is watched is taken at once', async () => {
  const folder = await heldFolder(anotherProgram(), null);
  const { rm } = await import('node:fs/promises');
  const { claimed, waits } = await claim(folder, false, () =>
    rm(join(folder, 'ekspose.lock'), { recursive: true, force: true }),
  );
  expect(waits).toBe(1);
  await released(claimed);
});

test('of two that start together over an abandoned lock one gets the folder', async () => {
  const folder = await heldFolder(anotherProgram(), null, 2 * 86_400_000);
  let time = Date.now();
  /** The one that holds it by then renews it. */
  const renewing = async (): Promise<void> => {
    const { pid } = JSON.parse(await readFile(join(folder, 'instance.json'), 'utf8')) as { pid: number };
    if (pid !== process.pid) return;
    time += 2000;
    await utimes(join(folder, 'ekspose.lock'), new Date(time), new Date(time));
  };
  const claims = await Promise.all([claim(folder, false, renewing), claim(folder, false, renewing)]);
  const holders = claims.filter(({ claimed }) => claimed.taken);
  expect(holders).toHaveLength(1);
  for (const { claimed } of holders) await released(claimed);
});
