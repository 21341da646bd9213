// Runs Ekspose: on Electron where that can be had and comes up, else on the browser host. One plain line says why not.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** An Electron that ends by itself in this time has not come up, ms. */
const EARLY = 30_000;
/** As src-main/hosts/electron/quitting.ts has it: Windows has no signal that a process may answer. */
const QUIT_MESSAGE = 'ekspose:quit';
/** Of a shell: 126 and 127 for a program that cannot run (a library lacks, say), from 128 for one that a signal ended. */
const isCrash = ({ code, signal }) =>
  (signal !== null && !ASKED.has(signal)) || code === 126 || code === 127 || (code ?? 0) > 128;
const ASKED = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL']);

const SANDBOX = new Set(['SIGTRAP', 'SIGABRT', 'SIGILL']);

/**
 * Why the browser host is to take over.
 * @param {{ code: number | null, signal: string | null, lived: number }} end how Electron ended, and after how long, ms
 * @returns {string | null} the line to say; null where Electron ended as it should, or has itself told why not
 */
export function takeOver({ code, signal, lived }) {
  if (lived > EARLY || !isCrash({ code, signal })) return null;
  const how = signal ?? `kode ${code}`;
  const sandbox = SANDBOX.has(signal) || code === 133 || code === 134;
  return sandbox
    ? `Electron dihentikan sistem sebelum terbuka (${how}; di Ubuntu sering karena AppArmor menolak kotak pasirnya): Ekspose berjalan di peramban. / Electron was stopped before it opened (${how}; on Ubuntu often AppArmor, which denies its sandbox): Ekspose runs on the browser host.`
    : `Electron berhenti sebelum terbuka (${how}): Ekspose berjalan di peramban. / Electron ended before it opened (${how}): Ekspose runs on the browser host.`;
}

const WITHOUT_BINARY =
  'Program Electron tidak dapat diunduh di komputer ini; Ekspose berjalan di peramban. / Electron cannot be had here; Ekspose runs on the browser host.';
const AS_ROOT =
  'Electron tidak berjalan sebagai root; Ekspose berjalan di peramban. / Electron does not run as root; Ekspose runs on the browser host.';

/** Under Wayland windows cannot be placed, and the switch for it is read before any line of the application's own. */
export function electronSwitches(env, platform, isThere = existsSync) {
  const number = /^:(\d+)/.exec(env.DISPLAY ?? '')?.[1];
  const onWayland = platform === 'linux' && env.XDG_SESSION_TYPE === 'wayland';
  return onWayland && number !== undefined && isThere(`/tmp/.X11-unix/X${number}`) ? ['--ozone-platform=x11'] : [];
}

/** Runs a program to its end; what this process is asked to end with goes on to it. */
function run(program, args, stdio) {
  return new Promise((resolve) => {
    const began = performance.now();
    const byMessage = process.platform === 'win32';
    const child = spawn(program, args, { stdio: byMessage ? [...stdio, 'ipc'] : stdio });
    const relays = ['SIGINT', 'SIGTERM'].map((signal) => {
      const relay = () => {
        if (byMessage) child.send(QUIT_MESSAGE, () => undefined);
        else child.kill(signal);
      };
      process.on(signal, relay);
      return () => process.off(signal, relay);
    });
    const end = (code, signal) => {
      for (const stop of relays) stop();
      resolve({ code, signal, lived: performance.now() - began });
    };
    child.on('error', () => end(126, null));
    child.on('exit', end);
  });
}

/**
 * @param {object} options
 * @param {() => Promise<string | null>} options.electron its executable; null where it cannot be had, or is not wanted
 * @param {boolean} options.wantsBrowser the browser host was asked for
 * @param {string} options.root the application's folder
 * @param {string} options.browserMain the browser host's main file
 * @param {readonly string[]} options.args passed on
 * @param {boolean} [options.isRoot]
 * @param {(line: string) => void} [options.say]
 * @param {readonly string[]} [options.stdio]
 * @returns {Promise<number>} the exit code
 */
export async function startEkspose({
  electron,
  wantsBrowser,
  root,
  browserMain,
  args,
  isRoot = process.platform === 'linux' && process.getuid?.() === 0,
  say = console.log,
  stdio = ['inherit', 'inherit', 'inherit'],
}) {
  const withoutWindows = async () => (await run(process.execPath, [browserMain, ...args], stdio)).code ?? 1;
  if (wantsBrowser) return withoutWindows();
  // As root its sandbox cannot be; and it is never switched off silently.
  const program = isRoot ? null : await electron();
  if (program === null) {
    say(isRoot ? AS_ROOT : WITHOUT_BINARY);
    return withoutWindows();
  }
  const end = await run(program, [...electronSwitches(process.env, process.platform), root, ...args], stdio);
  const line = takeOver(end);
  if (line === null) return end.code ?? 1;
  say(line);
  return withoutWindows();
}
