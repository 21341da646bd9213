import { delimiter, join } from 'node:path';
import { type Machine, thisMachine } from '../programs.ts';

/** Names of Chromium browsers in Linux distributions, the most common first. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const;

const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium'] as const;

/** Below the program folders; Edge is last because every Windows has it and the others were installed on purpose. */
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
] as const;

function candidates({ platform, env }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return ['', env.HOME ?? '']
        .filter((root, index) => index === 0 || root !== '')
        .flatMap((root) => MAC_APPS.map((app) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`));
    case 'win32':
      return WINDOWS_PROGRAMS.flatMap((parts) =>
        [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((root) =>
          root === undefined || root === '' ? [] : join(root, ...parts),
        ),
      );
    default:
      return COMMANDS.flatMap((name) => [
        ...(env.PATH ?? '')
          .split(delimiter)
          .filter((folder) => folder !== '')
          .map((folder) => join(folder, name)),
        join('/snap/bin', name),
      ]);
  }
}

/**
 * The executable of an installed Chromium, Chrome or Edge. The variable EKSPOSE_BROWSER takes precedence; if it names
 * no program, no other is used instead, since somebody chose that one.
 * @returns its path, or `null` if there is none
 */
export function findBrowser(machine: Machine = thisMachine()): string | null {
  const wanted = machine.env.EKSPOSE_BROWSER;
  if (wanted !== undefined && wanted !== '') return machine.isProgram(wanted) ? wanted : null;
  return candidates(machine).find((path) => machine.isProgram(path)) ?? null;
}
