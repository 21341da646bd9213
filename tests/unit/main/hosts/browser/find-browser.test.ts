import { expect, it } from 'vitest';
import { findBrowser } from '#main/hosts/browser/find-browser.ts';

const machine = (platform: NodeJS.Platform, env: Record<string, string>, programs: readonly string[]) => ({
  platform,
  env,
  isProgram: (path: string) => programs.map((p) => p.replaceAll('\\', '/')).includes(path.replaceAll('\\', '/')),
});

it('uses the first Chromium, Chrome or Edge on the path', () => {
  const env = { PATH: '/usr/local/bin:/usr/bin' };
  expect(findBrowser(machine('linux', env, ['/usr/bin/google-chrome', '/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  expect(findBrowser(machine('linux', env, ['/usr/bin/microsoft-edge']))).toBe('/usr/bin/microsoft-edge');
  expect(findBrowser(machine('linux', env, ['/usr/bin/firefox']))).toBeNull();
});

it('knows where Windows and macOS keep them', () => {
  const edge = 'C:\\Program Files (x86)/Microsoft/Edge/Application/msedge.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(findBrowser(machine('win32', env, [edge]))?.replaceAll('\\', '/')).toBe(edge.replaceAll('\\', '/'));
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine('darwin', { HOME: '/Users/a' }, [chrome]))).toBe(chrome);
});

it('uses the one that was asked for, and no other instead', () => {
  const env = { PATH: '/usr/bin', EKSPOSE_BROWSER: '/opt/mine' };
  expect(findBrowser(machine('linux', env, ['/usr/bin/chromium', '/opt/mine']))).toBe('/opt/mine');
  expect(findBrowser(machine('linux', env, ['/usr/bin/chromium']))).toBeNull();
});
