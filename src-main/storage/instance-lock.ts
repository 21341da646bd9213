import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, lock } from 'proper-lockfile';
import { z } from 'zod';
import { isMissing } from './file-port.ts';

/** How long a lock that nobody renews is believed, ms. */
const STALE = 10_000;

/** Who holds the data folder. `focus` is the address that brings its desk to the front, where it has one. */
const Holder = z.object({ pid: z.number().int(), focus: z.string().nullable() });
export type Holder = z.infer<typeof Holder>;

export type Claim =
  | { readonly taken: true; announce(focus: string | null): Promise<void>; release(): Promise<void> }
  | { readonly taken: false; readonly holder: Holder | null };

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/**
 * Claims a data folder for this process: two writers of one meeting would overwrite each other. A lock left by a process
 * that is dead is taken over at once; copies started at the same moment are let in one after the other to look.
 */
export async function claimFolder(dataFolder: string, onLost: (error: Error) => void): Promise<Claim> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // Another name than the folder's: the library knows a lock by the name that is locked, not by its lock file.
  const done = await lock(join(dataFolder, 'claim'), {
    realpath: false,
    stale: STALE,
    retries: { retries: 40, minTimeout: 50, maxTimeout: 400 },
  });
  try {
    return await claimAlone(dataFolder, onLost);
  } finally {
    await done();
  }
}

async function claimAlone(dataFolder: string, onLost: (error: Error) => void): Promise<Claim> {
  const options = { lockfilePath: join(dataFolder, 'ekspose.lock'), stale: STALE };
  const holderFile = join(dataFolder, 'instance.json');
  if (await check(dataFolder, options)) {
    const holder = await readHolder(holderFile);
    if (holder === null || isAlive(holder.pid)) return { taken: false, holder };
    await rm(options.lockfilePath, { recursive: true, force: true });
  }
  const release = await lock(dataFolder, { ...options, onCompromised: onLost });
  const announce = (focus: string | null) =>
    writeFile(holderFile, JSON.stringify({ pid: process.pid, focus } satisfies Holder), { mode: 0o600 });
  await announce(null);
  return { taken: true, announce, release };
}
