import { mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { codeOf } from './disk-refusal.ts';
import { diskPort, type FilePort } from './file-port.ts';
import {
  BY_SECOND_INSTANCE,
  type HeldLock,
  holdLock,
  RENEWED_EVERY,
  readHolder,
  renewedAt,
  STALE,
} from './held-lock.ts';
import { patientPort } from './patient-port.ts';

/** How often a lock is checked, and how long its holder may take to answer, ms. */
const LOOK = 500;
const ANSWER = 2000;

export type Claim =
  | (HeldLock & { readonly taken: true })
  /** `answered`: the holder has brought its desk to the front. `focus`: how it would be reached, if it said so. */
  | { readonly taken: false; readonly answered: boolean; readonly focus: string | null };

export interface ClaimOptions {
  /** Called when another process has taken the folder: nothing may be written there any more. */
  onLost(error: Error): void;
  report(error: unknown): void;
  /** Injected by tests. */
  readonly files?: FilePort;
  wait?(ms: number): Promise<void>;
  answers?(focus: string): Promise<boolean>;
  every?(act: () => Promise<void>): { cancel(): void };
  setTime?(path: string, time: Date): Promise<void>;
  now?(): number;
}

/** The lock's files are no exception: another program may be reading them, and the disk may fail to. */
const ownDisk = (): FilePort => patientPort(diskPort);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** It does not keep a process alive that has nothing else to do. */
function everyRenewal(act: () => Promise<void>): { cancel(): void } {
  const timer = setInterval(() => void act(), RENEWED_EVERY).unref();
  return { cancel: () => clearInterval(timer) };
}

/** Asks the application that holds the data folder, on either host, to bring its desk to the front. */
async function answersAt(focus: string): Promise<boolean> {
  try {
    return (await fetch(focus, { signal: AbortSignal.timeout(ANSWER), redirect: 'error' })).ok;
  } catch {
    // It is gone, shutting down, or hanging; its lock tells which.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Whether somebody renews a lock. It is observed instead of computed: its time may come from a wrong clock, and its
 * process number may be another program's by now.
 */
async function isRenewed(files: FilePort, path: string, wait: (ms: number) => Promise<void>): Promise<boolean> {
  const first = await renewedAt(files, path);
  for (let waited = 0; waited < STALE; waited += LOOK) {
    await wait(LOOK);
    const now = await renewedAt(files, path);
    if (now === null) return false;
    if (now !== first) return true;
  }
  return false;
}

/**
 * Claims a data folder for this process: two writers of one meeting would overwrite each other. A lock whose holder is
 * dead is taken over at once, one that nobody renews after some seconds; instances started at the same moment check one
 * after the other.
 */
export async function claimFolder(dataFolder: string, options: ClaimOptions): Promise<Claim> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const done = await lockToLook(options.files ?? ownDisk(), dataFolder, options.wait ?? pause);
  try {
    return await claimAlone(dataFolder, options);
  } finally {
    await done().catch((error: unknown) => {
      // The library has given it up (`onCompromised`); what is left of it is soon stale.
      if (codeOf(error) !== 'ERELEASED') throw error;
    });
  }
}

/** Another name than the folder's: the library identifies a lock by the locked name, not by its lock file. */
async function lockToLook(
  files: FilePort,
  dataFolder: string,
  wait: (ms: number) => Promise<void>,
): Promise<() => Promise<void>> {
  const name = join(dataFolder, 'claim');
  const attempt = () =>
    lock(name, {
      realpath: false,
      stale: STALE,
      update: RENEWED_EVERY,
      // On FAT32, whose times are coarse, the library soon takes its own lock for another's.
      onCompromised: () => undefined,
      retries: { retries: 40, minTimeout: 50, maxTimeout: 400 },
    });
  try {
    return await attempt();
  } catch (error) {
    // Left behind with a time in the future, it would be believed until then.
    if (codeOf(error) !== 'ELOCKED' || (await isRenewed(files, `${name}.lock`, wait))) throw error;
    await rm(`${name}.lock`, { recursive: true, force: true });
    return attempt();
  }
}

async function claimAlone(dataFolder: string, options: ClaimOptions): Promise<Claim> {
  const { files = ownDisk(), wait = pause, answers = answersAt } = options;
  const lockfilePath = join(dataFolder, 'ekspose.lock');
  const holderFile = join(dataFolder, 'instance.json');
  if ((await renewedAt(files, lockfilePath)) !== null) {
    const holder = await readHolder(files, holderFile);
    const elsewhere = holder?.machine !== undefined && holder.machine !== hostname();
    const mayLive = holder === null || elsewhere || isAlive(holder.pid);
    if (mayLive) {
      const focus = elsewhere ? null : (holder?.focus ?? null);
      const byAddress = focus !== null && focus !== BY_SECOND_INSTANCE;
      if (byAddress && (await answers(focus))) return { taken: false, answered: true, focus };
      if (await isRenewed(files, lockfilePath, wait)) return { taken: false, answered: false, focus };
    }
    await rm(lockfilePath, { recursive: true, force: true, maxRetries: 8 });
  }
  const { every = everyRenewal } = options;
  const held = await holdLock({ ...options, files, lock: lockfilePath, holder: holderFile, every });
  return { taken: true, ...held };
}
