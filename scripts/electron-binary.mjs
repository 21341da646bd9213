// Finds Electron's executable. Its npm package brings none: it is downloaded at first use, where that route is open.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Over 100 MB on a slow line; whoever does not want to wait is told how not to, ms. */
const DOWNLOAD_LIMIT = 30 * 60_000;
/** How often the wait is told of, ms. */
const TELL_EVERY = 10_000;

/** As Electron's own install.js has it. */
const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

function installed(folder, env, platform) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = EXECUTABLE[platform] ?? 'electron';
  if (override !== undefined) {
    const executable = join(override, name);
    return existsSync(executable) ? executable : null;
  }
  // Written last: without it an unpacking was broken off.
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** Electron's downloader looks at the usual variables for a proxy only when it is told to. */
const withProxy = (env) =>
  (env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy) === undefined
    ? env
    : { ELECTRON_GET_USE_PROXY: '1', ...env };

/** Runs Electron's own installer. Its output is a stack trace when the download fails; one plain line says it better. */
function install(folder, { env, say, limit, tellEvery }) {
  say(
    'Mengunduh program Electron (lebih dari 100 MB, sekali saja). Tidak mau menunggu? Ctrl+C, lalu: npm start -- --browser / Downloading Electron (over 100 MB, once). To go without it: Ctrl+C, then npm start -- --browser',
  );
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', env: withProxy(env) });
    const told = setInterval(() => {
      const seconds = Math.round((Date.now() - began) / 1000);
      say(`Masih mengunduh … ${seconds} detik / still downloading … ${seconds} s`);
    }, tellEvery);
    const tooLong = setTimeout(() => child.kill(), limit);
    const end = () => {
      clearInterval(told);
      clearTimeout(tooLong);
      resolve();
    };
    child.on('exit', end);
    child.on('error', end);
  });
}

/**
 * @param {object} options
 * @param {boolean} options.download whether to try the download when the executable is not there
 * @param {string} [options.folder] the `electron` package
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.say] told of a download, before it and while it lasts
 * @param {number} [options.limit] for the download, ms
 * @param {number} [options.tellEvery] ms
 * @returns {Promise<string | null>} its path, or null where it cannot be had
 */
export async function electronBinary({
  download,
  folder = dirname(createRequire(import.meta.url).resolve('electron/package.json')),
  env = process.env,
  say = console.log,
  limit = DOWNLOAD_LIMIT,
  tellEvery = TELL_EVERY,
}) {
  const present = installed(folder, env, process.platform);
  if (present !== null || !download || env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) return present;
  await install(folder, { env, say, limit, tellEvery });
  return installed(folder, env, process.platform);
}
