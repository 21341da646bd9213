// Finds Electron's executable. Its npm package brings none: it is downloaded at first use, where that route is open.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const DOWNLOAD_LIMIT = 180_000;

function installed(folder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const executable = join(override ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * @param {{ download: boolean }} options whether to try the download when the executable is not there
 * @returns {string | null} its path, or null where it cannot be had
 */
export function electronBinary({ download }) {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const present = installed(folder);
  if (present !== null || !download) return present;
  // Its own output is a stack trace when the download fails; one plain line says it better.
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT });
  return installed(folder);
}
