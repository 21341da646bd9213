import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, copyFile, lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refused } from '#core/refusals/refusals.ts';
import { convertCommand } from './convert-command.ts';
import { endingOf } from './file-kind.ts';
import type { Converter } from './find-converter.ts';

/** A large presentation takes half a minute on an old laptop; a program that hangs must end some time, ms. */
const TIME_OUT = 180_000;
/** How much of what it says is kept for the log, characters. */
const SAID_MOST = 4_000;

export interface Conversion {
  readonly converter: Converter;
  /** The file as it arrived. */
  readonly path: string;
  /** Its name as the user knows it; of it only the ending is used. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** ms */
  readonly timeout?: number;
}

/** A folder that both sides can write: a program installed as a snap sees neither our /tmp nor hidden folders. */
function commonGround(program: string): string {
  const snap = join(homedir(), 'snap', 'libreoffice', 'common');
  return program.startsWith('/snap/') && existsSync(snap) ? snap : tmpdir();
}

/** Ends a program with everything that it has started. */
function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') {
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
        'error',
        () => child.kill(),
      );
    } else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
    child.kill('SIGKILL');
  }
}

/** Runs a program to its end. @throws Refused `slidesTooSlow`, `slidesInterrupted`, `slidesNotConverted` */
function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  timeout: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let ended: Refused | null = null;
    let said = '';
    // A group of its own, so that what it starts ends with it.
    const child = spawn(program, args, {
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    const end = (why: Refused): void => {
      ended ??= why;
      killAll(child);
    };
    const late = setTimeout(() => end(new Refused('slidesTooSlow')), timeout);
    const cancel = (): void => end(new Refused('slidesInterrupted'));
    signal.addEventListener('abort', cancel, { once: true });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-SAID_MOST);
    });
    const settle = (problem: Error | null): void => {
      clearTimeout(late);
      signal.removeEventListener('abort', cancel);
      if (ended !== null) reject(ended);
      else if (problem === null) resolve();
      else reject(new Refused('slidesNotConverted', {}, problem));
    };
    child.on('error', settle);
    child.on('exit', (code) => {
      // Some part of it may still be running in its group.
      killAll(child);
      settle(code === 0 ? null : new Error(`${program} ended with ${code}: ${said}`));
    });
  });
}

/**
 * Makes a PDF of a presentation with an installed program, in a process of its own.
 * @param use reads the PDF, which is deleted afterwards with everything around it
 * @throws Refused `slidesNotConverted`, `slidesTooSlow`, or `slidesInterrupted` after the signal
 */
export async function convert<T>(
  { converter, path, name, signal, timeout = TIME_OUT }: Conversion,
  use: (pdf: string, bytes: number) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(commonGround(converter.program), 'ekspose-bahan-'));
  try {
    // Its own name could be anything; the program goes by the ending.
    const input = join(folder, `bahan.${endingOf(name)}`);
    await copyFile(path, input, constants.COPYFILE_FICLONE);
    const { args, env, files, output } = convertCommand(converter, input, folder);
    await mkdir(dirname(output));
    for (const [file, text] of files) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { mode: 0o600 });
    }
    if (signal.aborted) throw new Refused('slidesInterrupted');
    await run(converter.program, args, { ...process.env, ...env }, signal, timeout);
    const made = await lstat(output).catch(() => null);
    if (made === null || !made.isFile()) throw new Refused('slidesNotConverted', {}, new Error('no PDF was made'));
    return await use(output, made.size);
  } finally {
    // On Windows its helper processes may still be using the profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
