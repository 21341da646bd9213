// Finds a browser of the Chromium family for printing and for the end-to-end tests, or installs one where that may be done.
// As a program it prints the browser's path; with EKSPOSE_INSTALL=no it only looks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** The searches of the application and of the tests, so that there is one list of places: TypeScript, which Vite runs for us. */
const load = async (path) => (await runnerImport(`${root}${path}`, { configFile: false, logLevel: 'error' })).module;
const search = await load('src-main/hosts/browser/find-browser.ts');
const tests = await load('tests/support/test-browser.ts');

/** What Playwright has downloaded for itself, now or on an earlier day. */
async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

const find = async () => search.findBrowser() ?? (await ofPlaywright());

const run = (command, args, { timeout, env = {} }) =>
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    timeout,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...env },
  }).status === 0;

const MINUTE = 60_000;

/** Playwright's own download. Where its server cannot be reached it gives up soon. */
function downloadWithPlaywright() {
  const cli = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  return run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    timeout: 5 * MINUTE,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' },
  });
}

/** A package of Debian, as root or where sudo asks for no password. @param limit of what waits for the network, ms */
function installWithApt(name, limit = 8 * MINUTE) {
  const isRoot = process.getuid?.() === 0;
  const quick = { timeout: MINUTE };
  if (process.platform !== 'linux' || !run('apt-get', ['--version'], quick)) return false;
  if (!isRoot && !run('sudo', ['-n', 'true'], quick)) return false;
  const apt = (timeout, ...args) =>
    isRoot
      ? run('apt-get', args, { timeout, env: { DEBIAN_FRONTEND: 'noninteractive' } })
      : run('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], { timeout });
  const install = ['install', '-y', '--no-install-recommends', name];
  return apt(limit, 'update') && apt(limit, ...install, '--download-only') && apt(8 * MINUTE, ...install);
}

/**
 * @param {(line: string) => void} say told what is being tried
 * @returns {Promise<string | null>} the browser's executable
 */
export async function ensureChromium(say) {
  const found = await find();
  if (found !== null) return found;
  const wanted = process.env.EKSPOSE_BROWSER;
  if (wanted !== undefined && wanted !== '') {
    say(`EKSPOSE_BROWSER menunjuk ${wanted}, yang bukan program.`);
    say(`EKSPOSE_BROWSER names ${wanted}, which is no program.`);
    return null;
  }
  if (process.env.EKSPOSE_INSTALL !== 'no') {
    say('No Chromium, Chrome or Edge found; trying the download of Playwright');
    if (downloadWithPlaywright()) return find();
    say('That download cannot be had here; trying the package of Debian');
    if (installWithApt('chromium')) return find();
  }
  say('Pasang Chromium, Google Chrome, atau Microsoft Edge, atau isi EKSPOSE_BROWSER dengan letak programnya.');
  say('Install Chromium, Google Chrome or Microsoft Edge, or set EKSPOSE_BROWSER to the path of its program.');
  return null;
}

/**
 * The browser of the tests' own windows: the headless shell, installed where Debian's package may be, else the browser itself.
 * @param {string} browser what `ensureChromium` has found
 * @param {(line: string) => void} say told what is being tried
 * @returns {string} its executable
 */
export function ensureTestBrowser(browser, say) {
  const isDebian = existsSync('/etc/debian_version') && !existsSync('/snap/bin/chromium');
  const mayInstall = process.env.EKSPOSE_INSTALL !== 'no' && (process.env.EKSPOSE_BROWSER ?? '') === '';
  if (tests.headlessShell() === null && isDebian && mayInstall) {
    say(
      'The tests take half the work with Chromium’s headless shell; trying the package of Debian (EKSPOSE_INSTALL=no: never)',
    );
    // Nothing that is needed: a network that does not answer must not hold the tests up.
    if (!installWithApt('chromium-headless-shell', 2 * MINUTE))
      say('It cannot be had here: the tests use the browser itself');
  }
  return tests.testBrowser() ?? browser;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browser = await ensureChromium((line) => console.error(line));
  if (browser === null) process.exitCode = 1;
  else console.log(browser);
}
