import { expect, test } from 'vitest';
import { findConverter } from '#main/slides/find-converter.ts';

const plain = (path: string): string => path.replaceAll('\\', '/');
const find = (platform: NodeJS.Platform, env: Record<string, string>, programs: readonly string[]) => {
  const found = findConverter({ platform, env, isProgram: (path) => programs.map(plain).includes(plain(path)) });
  return found === null ? null : { ...found, program: plain(found.program) };
};
const WINDOWS = { PROGRAMFILES: 'C:\\Program Files', SYSTEMROOT: 'C:\\Windows' };
const SHELL = 'C:/Windows/System32/WindowsPowerShell/v1.0/powershell.exe';
const POWERPOINT = 'C:/Program Files/Microsoft Office/root/Office16/POWERPNT.EXE';

test.each<[string, NodeJS.Platform, Record<string, string>, string[], unknown]>([
  ['on the path', 'linux', { PATH: '/usr/bin' }, ['/usr/bin/soffice'], '/usr/bin/soffice'],
  ['under its other name', 'linux', { PATH: '/usr/bin' }, ['/usr/bin/libreoffice'], '/usr/bin/libreoffice'],
  ['as a snap', 'linux', { PATH: '' }, ['/snap/bin/libreoffice'], '/snap/bin/libreoffice'],
  [
    'on macOS',
    'darwin',
    {},
    ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ],
  [
    'on Windows',
    'win32',
    WINDOWS,
    ['C:/Program Files/LibreOffice/program/soffice.exe', POWERPOINT, SHELL],
    'C:/Program Files/LibreOffice/program/soffice.exe',
  ],
])('LibreOffice is found %s', (_where, platform, env, programs, program) => {
  expect(find(platform, env, programs)).toEqual({ kind: 'libreoffice', program });
});

test('PowerPoint is used where LibreOffice is not, through the shell of the system', () => {
  expect(find('win32', WINDOWS, [POWERPOINT, SHELL])).toEqual({ kind: 'powerpoint', program: SHELL });
  expect(find('win32', WINDOWS, [POWERPOINT])).toBeNull();
  expect(find('linux', { PATH: '/usr/bin' }, [POWERPOINT, SHELL])).toBeNull();
});

test('a program that somebody chose is used, or none', () => {
  const env = { PATH: '/usr/bin', EKSPOSE_OFFICE: '/opt/lo/soffice' };
  expect(find('linux', env, ['/usr/bin/soffice', '/opt/lo/soffice'])?.program).toBe('/opt/lo/soffice');
  expect(find('linux', env, ['/usr/bin/soffice'])).toBeNull();
});
