import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

export const HOSTS = ['browser', 'electron-double', 'electron'] as const;
export type HostName = (typeof HOSTS)[number];

/** The build under test. */
export const dist = (): string => resolve(process.env.EKSPOSE_DIST ?? 'dist');

/** Electron's executable if it is here already. Its package would download it on being required, so it is not. */
export function electronExecutable(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(pathFile, 'utf8').trim(),
  );
  return existsSync(executable) ? executable : null;
}

/** The hosts on which this machine can run the suites. */
export const hostsHere = (): HostName[] => HOSTS.filter((host) => host !== 'electron' || electronExecutable() !== null);
