import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temp-folder.ts';

interface Scripts {
  startEkspose(options: {
    electron: () => Promise<string | null>;
    wantsBrowser: boolean;
    root: string;
    browserMain: string;
    args: readonly string[];
    isRoot: boolean;
    say: (line: string) => void;
    stdio: readonly string[];
  }): Promise<number>;
  takeOver(end: { code: number | null; signal: string | null; lived: number }): string | null;
  electronSwitches(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, isThere: () => boolean): string[];
  electronBinary(options: {
    download: boolean;
    folder: string;
    env: NodeJS.ProcessEnv;
    say?: (line: string) => void;
    limit?: number;
    tellEvery?: number;
  }): Promise<string | null>;
}
// Plain JavaScript, run before anything is installed that could check it.
const script = (name: string): Promise<Scripts> => import(join(process.cwd(), 'scripts', name));
const { startEkspose, takeOver, electronSwitches } = await script('start-ekspose.mjs');
const { electronBinary } = await script('electron-binary.mjs');

/** Runs `npm start`'s own part with an Electron that is a shell script. @returns what was said, and the exit code */
async function start(script: string | null, { isRoot = false, args = [] as string[] } = {}) {
  const folder = await temporaryFolder();
  const program = join(folder, 'electron');
  if (script !== null) {
    await writeFile(program, `#!/bin/sh\n${script}\n`);
    await chmod(program, 0o755);
  }
  const browserMain = join(folder, 'browser.cjs');
  // The browser host's stand-in ends with a code of its own.
  await writeFile(browserMain, `process.exit(process.argv.includes('--data') ? 43 : 42);`);
  const said: string[] = [];
  const code = await startEkspose({
    electron: async () => (script === null ? null : program),
    wantsBrowser: false,
    root: folder,
    browserMain,
    args,
    isRoot,
    say: (line: string) => said.push(line),
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  return { said, code };
}

const BROWSER_HOST = 42;

describe.runIf(process.platform !== 'win32')('npm start', () => {
  test('continues on the browser host where Electron is not available, and says so in one line', async () => {
    const { said, code } = await start(null, { args: ['--data', '/x'] });
    expect(code).toBe(43);
    expect(said).toEqual([expect.stringContaining('tidak dapat diunduh')]);
  });

  // electron/electron#42510: on Ubuntu from 23.10 AppArmor denies the namespaces of Chromium's sandbox, which aborts by SIGTRAP.
  test.each(['TRAP', 'ABRT', 'SEGV'])('continues on it where Electron is killed by SIG%s', async (signal) => {
    const { said, code } = await start(`kill -${signal} $$`);
    expect(code).toBe(BROWSER_HOST);
    expect(said).toEqual([expect.stringContaining(`SIG${signal}`)]);
  });

  test('continues on it where a library is missing', async () => {
    expect(await start('exit 127')).toMatchObject({ code: BROWSER_HOST, said: [expect.stringContaining('127')] });
  });

  test('does not try Electron as root, whose sandbox it cannot have', async () => {
    expect(await start('exit 0', { isRoot: true })).toMatchObject({
      code: BROWSER_HOST,
      said: [expect.stringContaining('root')],
    });
  });

  test('ends as Electron ends: properly, or after it reported that the folder belongs to another', async () => {
    expect(await start('exit 0')).toEqual({ code: 0, said: [] });
    expect(await start('exit 1')).toEqual({ code: 1, said: [] });
  });
});

test('an Electron that crashed after half a minute counts as started, and one that was asked to end as ended', () => {
  expect(takeOver({ code: null, signal: 'SIGTRAP', lived: 60_000 })).toBeNull();
  expect(takeOver({ code: null, signal: 'SIGTERM', lived: 10 })).toBeNull();
  expect(takeOver({ code: 133, signal: null, lived: 10 })).toContain('AppArmor');
});

test('Electron is started on XWayland where there is one', () => {
  const env = { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' };
  expect(electronSwitches(env, 'linux', () => true)).toEqual(['--ozone-platform=x11']);
  expect(electronSwitches(env, 'linux', () => false)).toEqual([]);
  expect(electronSwitches({ DISPLAY: ':0' }, 'linux', () => true)).toEqual([]);
});

describe('Electron’s download', () => {
  /** A package whose installer is this script. */
  async function packageWith(installer: string): Promise<string> {
    const folder = join(await temporaryFolder(), 'electron');
    await mkdir(folder);
    await writeFile(join(folder, 'install.js'), installer);
    return folder;
  }
  const NAME =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';
  const INSTALLS = `const fs = require('node:fs'), path = require('node:path');
    const file = path.join(__dirname, 'dist', ${JSON.stringify(NAME)});
    setTimeout(() => { fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, ''); fs.writeFileSync(path.join(__dirname, 'path.txt'), ${JSON.stringify(NAME)}); }, 400);`;

  test('is announced before it begins and while it lasts', async () => {
    const folder = await packageWith(INSTALLS);
    const said: string[] = [];
    const found = await electronBinary({
      ...{ download: true, folder, env: {}, tellEvery: 50 },
      say: (line: string) => said.push(line),
    });
    expect(found).toBe(join(folder, 'dist', NAME));
    expect(said[0]).toContain('npm start -- --browser');
    expect(said.filter((line) => line.includes('Masih mengunduh')).length).toBeGreaterThan(0);
  });

  test('ends where it fails, or takes longer than anybody waits', async () => {
    const options = { download: true, env: {}, say: () => undefined };
    expect(await electronBinary({ ...options, folder: await packageWith('process.exit(1)') })).toBeNull();
    const hanging = await packageWith('setInterval(() => undefined, 1000)');
    expect(await electronBinary({ ...options, folder: hanging, limit: 300 })).toBeNull();
  });

  test('is not tried where the variable names a folder of one’s own', async () => {
    const folder = await packageWith('process.exit(1)');
    const own = await temporaryFolder();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: own };
    expect(await electronBinary({ download: true, folder, env })).toBeNull();
    await mkdir(join(own, NAME, '..'), { recursive: true });
    await writeFile(join(own, NAME), '');
    expect(await electronBinary({ download: true, folder, env })).toBe(join(own, NAME));
  });
});
