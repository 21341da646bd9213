// Starts the packaged application as a user has it and works with it over Chromium's debugging port, since its fuses let in
// nothing else: node scripts/use-packaged.mjs [--program FILE] [--wayland]. Exit code 0: everything below held.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DESK = 'app://ekspose/desk.html';
/** Of a machine that does other things too, ms. */
const LIMIT = 60_000;
/** The desk fills its display and is a window again, so often. */
const FILLS = 5;

async function until(what, look) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`in vain: ${what}`);
    await pause(200);
  }
}

/** The program that electron-builder has unpacked for this system. */
export function unpackedProgram(root = ROOT, platform = process.platform) {
  const release = join(root, 'release');
  const folders = readdirSync(release).toSorted();
  const named = (pattern) => folders.find((name) => pattern.test(name));
  if (platform === 'win32') return join(release, named(/^win(-\w+)?-unpacked$/) ?? 'win-unpacked', 'ekspose.exe');
  if (platform !== 'darwin') return join(release, named(/^linux(-\w+)?-unpacked$/) ?? 'linux-unpacked', 'ekspose');
  const own = process.arch === 'arm64' ? /^mac-arm64$/ : /^mac$/;
  const programs = join(release, named(own) ?? 'mac', 'Ekspose.app', 'Contents', 'MacOS');
  return join(programs, readdirSync(programs)[0] ?? 'Ekspose');
}

/** Asks a page over the debugging protocol. */
function connect(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const waiting = new Map();
    let last = 0;
    socket.on('error', reject);
    socket.on('close', () => {
      for (const { reject: fail } of waiting.values()) fail(new Error('the page is gone'));
    });
    socket.on('message', (data) => {
      const { id, result, error } = JSON.parse(data.toString());
      const waiter = waiting.get(id);
      waiting.delete(id);
      const thrown =
        error?.message ?? result?.exceptionDetails?.exception?.description ?? result?.exceptionDetails?.text;
      if (thrown === undefined) waiter?.resolve(result?.result?.value);
      else waiter?.reject(new Error(thrown));
    });
    socket.on('open', () =>
      resolve({
        /** @param expression of JavaScript, awaited in the page */
        run: (expression) =>
          new Promise((done, fail) => {
            last += 1;
            waiting.set(last, { resolve: done, reject: fail });
            const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
            socket.send(JSON.stringify({ id: last, method: 'Runtime.evaluate', params }));
          }),
        close: () => socket.close(),
      }),
    );
  });
}

/** The port that Chromium chose: it writes it to its output, and to its profile. */
function portOf(output, data) {
  const told = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(output)?.[1];
  const file = join(data, 'electron', 'DevToolsActivePort');
  return told ?? (existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : null);
}

const ask = (type, payload) => `window.ekspose.ask(${JSON.stringify(type)}, ${JSON.stringify(payload)})`;

function insist(condition, what) {
  if (!condition) throw new Error(`not so: ${what}`);
}

async function work(desk, { documents, wayland, sound, say }) {
  const view = () => desk.run('window.ekspose.hello().then(({ view }) => view)');
  await until('the desk answers', () =>
    desk.run('window.ekspose?.hello().then(({ audience }) => audience === "desk")'),
  );
  say('the desk is open');
  insist((await desk.run(ask('sample.create', {}))).ok, 'a sample can be made');

  insist((await desk.run(ask('projector.open', { displayId: null }))).ok, 'the projector opens');
  await until('the projector is open', async () => (await view()).host.projectorOpen);
  if (wayland) insist((await view()).host.placing.byHand, 'the desk says that the projector is placed by hand');
  for (let n = 0; n < FILLS; n += 1) {
    for (const on of [true, false]) insist((await desk.run(ask('desk.fill', { on }))).ok, 'the desk fills its display');
    await pause(300);
  }
  insist((await desk.run(ask('projector.close', {}))).ok, 'the projector closes');
  say('the projector was opened and closed');

  if (sound !== null) {
    await desk.run(`new Audio(${JSON.stringify(sound)}).play()`);
    say('the chime sounds');
  }

  const { value } = await desk.run(ask('document.export', MINUTES));
  insist(typeof value?.path === 'string' && value.path.startsWith(documents), 'the minutes were exported');
  insist(readFileSync(value.path).subarray(0, 5).toString('latin1') === '%PDF-', 'the export is a PDF');
  say(`exported ${value.path}`);
}

/** As the desk's own first export has it. */
const MINUTES = JSON.parse(readFileSync(join(ROOT, 'scripts', 'whole-minutes.json'), 'utf8'));

/**
 * @param {object} options
 * @param {string} options.program
 * @param {readonly string[]} [options.args] before the application's own
 * @param {boolean} [options.wayland] the system lets no program place a window
 * @param {string | null} [options.sound] address of a chime; null leaves it out
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<void>} rejects with what did not hold
 */
export async function tryPackaged({ program, args = [], wayland = false, sound = null, say = console.log }) {
  const data = mkdtempSync(join(tmpdir(), 'ekspose-packaged-'));
  const documents = join(data, 'documents');
  const child = spawn(
    program,
    [...args, '--remote-debugging-port=0', '--data', data, '--documents', documents, '--unasked'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
  let isOver = false;
  ended.then(() => (isOver = true));
  try {
    const port = await until('a debugging port', () => {
      insist(!isOver, 'the application comes up');
      return portOf(output, data);
    });
    const target = await until('the desk’s page', async () => {
      const listed = await fetch(`http://127.0.0.1:${port}/json/list`).then(
        (answer) => answer.json(),
        () => [],
      );
      return listed.find(({ url }) => url.split(/[?#]/)[0] === DESK);
    });
    const desk = await connect(target.webSocketDebuggerUrl);
    await work(desk, { documents, wayland, sound, say });
    // Windows has no signal that a process may answer; closing the desk is what a user does anyway.
    await desk.run('void setTimeout(() => window.close(), 100)');
    const code = await Promise.race([ended, pause(LIMIT, 'in vain: the end', { ref: false })]);
    insist(code === 0, `the application ends in order (${code})`);
    insist(!/Uncaught|RangeError|UnhandledPromiseRejection/.test(output), 'nothing was thrown');
    say('the application has ended in order');
  } catch (error) {
    throw new Error(`${error.message}\n--- its output:\n${output}`);
  } finally {
    if (!isOver) child.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { program: { type: 'string' }, wayland: { type: 'boolean' } } });
  const assets = join(ROOT, 'dist', 'renderer', 'assets');
  const wav = existsSync(assets) ? readdirSync(assets).find((name) => name.endsWith('.wav')) : undefined;
  try {
    await tryPackaged({
      program: values.program ?? unpackedProgram(),
      wayland: values.wayland === true,
      sound: wav === undefined ? null : `/assets/${wav}`,
    });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
