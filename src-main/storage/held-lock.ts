import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdir, rm, rmdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from './disk-refusal.ts';
import { type FilePort, isMissing, replaceFile, withoutMark } from './file-port.ts';
import { oneByOne } from './one-by-one.ts';
import { isInUse, patience } from './patient-port.ts';
import { isUnreadable } from './read-around.ts';

/** Used instead of an address if Electron's `second-instance` event brings the desk to the front. */
export const BY_SECOND_INSTANCE = 'second-instance';

/** Who holds the data folder. `focus` is the address that brings its desk to the front, if it has one. */
const Holder = z.object({
  pid: z.number().int(),
  focus: z.union([z.string().startsWith('http://127.0.0.1:'), z.literal(BY_SECOND_INSTANCE)]).nullable(),
  /** The folder may be on a network: a process number means nothing on another machine. */
  machine: z.string().optional(),
  /** Different for every claim; earlier builds have none. */
  claim: z.string().optional(),
});
type Holder = z.infer<typeof Holder>;

const holderFrom = (text: string): Holder => Holder.parse(JSON.parse(withoutMark(text)));

/** Who holds a folder by its `instance.json`; `null` if nobody says so, or not readably: then the lock alone tells. */
export async function readHolder(files: FilePort, path: string): Promise<Holder | null> {
  try {
    return holderFrom(await files.read(path));
  } catch (error) {
    const saysNothing = isMissing(error) || isUnreadable(error) || error instanceof SyntaxError;
    if (saysNothing || error instanceof z.ZodError) return null;
    throw error;
  }
}

/**
 * For how long a renewal proves the lock, ms: together with what one attempt of a write takes, well under the time for which
 * nobody takes over a lock that is not renewed.
 */
const PROVEN_FOR = 4000;

/** A holder renews its lock at this interval, ms, */
export const RENEWED_EVERY = 2000;
/** and a lock that is not renewed for so long has no running holder, whatever the clocks say, ms. */
export const STALE = 10_000;

/** A lock that is held and renewed. */
export interface HeldLock {
  /** Says in `instance.json` how the desk is reached. Never rejects: without it the folder is held all the same. */
  announce(focus: string | null): Promise<void>;
  /**
   * Asked before each write into the folder. `null`: it was ours a moment ago, so nobody else has it. Otherwise it resolves
   * once whose it is was looked up and it is ours, and rejects if it is another's or that cannot be known.
   */
  mine(): Promise<void> | null;
  /** Gives the folder back. */
  release(): Promise<void>;
}

export interface HeldLockOptions {
  /** One with patience: an antivirus program reads a new file at once. */
  readonly files: FilePort;
  /** The folder whose existence is the lock, and whose time is renewed. */
  readonly lock: string;
  /** `instance.json`: whose claim it is. */
  readonly holder: string;
  /** Called once, when another process has taken the folder. */
  onLost(error: Error): void;
  /** Calls every `RENEWED_EVERY`, until it is cancelled. */
  every(act: () => Promise<void>): { cancel(): void };
  /** Called with the first of several failures to renew, and when the holder file cannot be written. */
  report(error: unknown): void;
  /** Sets the time of a folder. Injected by tests. */
  setTime?(path: string, time: Date): Promise<void>;
  /** The wall clock, which also goes on while the machine sleeps. Injected by tests. */
  now?(): number;
}

/**
 * Takes a lock that nobody has, and keeps it. Whose it is says the holder file, never a time: FAT32 rounds times to two
 * seconds. While the disk does not answer this goes on, and takes the lock again when the disk is back. Another machine may
 * have used it meanwhile, so nothing may be written before `mine` has said whose it is.
 * @throws the system's error: `EEXIST` if somebody has it
 */
export async function holdLock(options: HeldLockOptions): Promise<HeldLock> {
  const { files, lock, holder, onLost, every, report, now = Date.now } = options;
  const { setTime = (path: string, time: Date) => utimes(path, time, time) } = options;
  const claim = randomUUID();
  let focus: string | null = null;
  let isHeld = true;
  /** When the lock was last known to be ours; `null` since that could not be read. */
  let proven: number | null = null;
  /** The lock's time as it was left when it was made or renewed last. */
  let left: number | null = null;
  const queue = oneByOne();
  const own = (): Holder => ({ pid: process.pid, focus, machine: hostname(), claim });
  const text = (): string => JSON.stringify(own());
  const replaceHolder = (): Promise<void> => replaceFile(files, holder, text());
  const tried = patience();
  const makeLock = (): Promise<void> => tried(lock, 'write', () => mkdir(lock));

  await makeLock();
  try {
    proven = now();
    left = await renewedAt(files, lock);
    await replaceHolder();
  } catch (error) {
    await rmdir(lock).catch(() => undefined);
    throw error;
  }

  /**
   * When nobody had touched the lock since it was left; `null` if somebody has. Whoever takes a lock creates it again, so that
   * its time is another.
   */
  async function untouchedAt(): Promise<number | null> {
    const asked = now();
    return left !== null && (await renewedAt(files, lock)) === left ? asked : null;
  }

  let turns = 0;
  /** The time of a lock that somebody has touched, and the first turn after it was found so: others look between turns, too. */
  let observed: { readonly time: number | null; readonly turn: number } | null = null;

  /** Whether nobody has renewed a lock that somebody has touched: whoever takes a folder would, and then be named. */
  async function isAbandoned(): Promise<boolean> {
    const time = await renewedAt(files, lock);
    if (observed?.time !== time) observed = { time, turn: turns + 1 };
    return (turns - observed.turn) * RENEWED_EVERY >= STALE;
  }

  /** Who holds the folder, as `readHolder` says it. @throws if that cannot be known */
  async function named(): Promise<Holder | null> {
    try {
      return await readHolder(files, holder);
    } catch (error) {
      // Another program may use the file for hours, and everything else in the folder works.
      if (isInUse(error) && (await untouchedAt()) !== null) return own();
      throw error;
    }
  }

  /**
   * Makes again what is missing of what says that it is ours.
   * @returns when it was ours for certain; `null` if somebody may just have taken the lock and is not named yet
   * @throws if it is another's, or that cannot be known
   */
  async function stillOurs(): Promise<number | null> {
    const present = await named();
    if (present !== null && present.claim !== claim) throw lost(present);
    const untouched = await untouchedAt();
    // Created again where it is missing, and never over what another process has created meanwhile.
    await makeLock().catch(unlessThere);
    if (present === null) {
      if (untouched !== null || (await isAbandoned())) await replaceHolder();
      // Missing or damaged: somebody may be writing it just now.
      else await writeFile(holder, text(), { mode: 0o600, flag: 'wx' });
    }
    return untouched;
  }

  /** @throws if it is another's, or that cannot be known */
  async function renew(): Promise<void> {
    if (!isHeld) throw new Error('the data folder is not ours any more');
    let ours: number | null;
    try {
      ours = await stillOurs();
    } catch (error) {
      proven = null;
      throw error;
    }
    try {
      await touch();
      proven = ours;
      isReported = false;
    } catch (error) {
      // It is ours now, but another may take it at any time: each write asks.
      proven = null;
      reportOnce(error);
    }
  }

  /** Shows those who look at the lock that its holder lives. */
  async function touch(): Promise<void> {
    const before = left;
    try {
      await setTime(lock, new Date());
    } catch {
      // Some shares refuse that to whoever does not own the folder. What is created in it sets its time, too.
      const inside = join(lock, 'renewed');
      await mkdir(inside).catch(unlessThere);
      await rmdir(inside);
      if ((await renewedAt(files, lock)) === before) throw new Error(`${lock}: its time does not change`);
    }
    left = await renewedAt(files, lock);
    observed = null;
  }

  let isReported = false;
  function reportOnce(error: unknown): void {
    if (!isReported) report(error);
    isReported = true;
  }

  function lost({ pid }: Holder): Error {
    const error = new Error(`the data folder was taken by process ${pid}`);
    isHeld = false;
    timer.cancel();
    onLost(error);
    return error;
  }

  /** A process that ends leaves no lock behind, but the lock may be another's by then. */
  function dropAtExit(): void {
    try {
      if (holderFrom(readFileSync(holder, 'utf8')).claim === claim) rmSync(lock, { recursive: true });
    } catch {
      // Its disk is missing, or it is gone already: a lock whose process has ended is taken over.
    }
  }
  process.once('exit', dropAtExit);

  let isAsked = false;
  const timer = every(async () => {
    // A network disk may take minutes to say that it does not answer.
    if (isAsked) return;
    isAsked = true;
    turns += 1;
    // It is asked again at the next turn; that saving fails is said by whoever saves.
    await queue(renew).catch(reportOnce);
    isAsked = false;
  });

  let asking: Promise<void> | null = null;
  return {
    mine() {
      // A clock that was set back proves nothing either.
      if (isHeld && proven !== null && Math.abs(now() - proven) <= PROVEN_FOR) return null;
      asking ??= queue(renew).finally(() => {
        asking = null;
      });
      return asking;
    },
    announce: (address) =>
      queue(async () => {
        focus = address;
        await renew();
        await replaceHolder();
      }).catch(report),
    release: () =>
      queue(async () => {
        timer.cancel();
        process.off('exit', dropAtExit);
        if (!isHeld) return;
        isHeld = false;
        if ((await named())?.claim !== claim) return;
        await rm(lock, { recursive: true, force: true });
      }),
  };
}

const unlessThere = (error: unknown): void => {
  if (codeOf(error) !== 'EEXIST') throw error;
};

/** When a lock was last renewed, by its holder's clock; `null` if there is none. */
export const renewedAt = async (files: FilePort, path: string): Promise<number | null> =>
  (await files.stat(path))?.changedAt ?? null;
