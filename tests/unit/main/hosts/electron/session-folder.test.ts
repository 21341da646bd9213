import { expect, test } from 'vitest';
import { sessionFolder } from '#main/hosts/electron/session-folder.ts';

const slashes = (path: string): string => path.replaceAll('\\', '/');

// electron/electron docs/api/app.md, sessionData: by default in userData, which Windows keeps in the roaming profile.
test('Chromium’s caches stay on the machine’s own disk', () => {
  expect(slashes(sessionFolder('P', true, 'win32', { LOCALAPPDATA: 'C:/U/a/AppData/Local' }))).toBe(
    'C:/U/a/AppData/Local/Ekspose/session',
  );
  expect(slashes(sessionFolder('P', true, 'darwin', {}))).toContain('/Library/Caches/Ekspose');
  expect(slashes(sessionFolder('P', true, 'linux', { XDG_CACHE_HOME: '/c' }))).toBe('/c/Ekspose/session');
});

test('but in the data folder where that was chosen, a flash disk say', () => {
  expect(sessionFolder('/media/usb/electron', false, 'linux', { XDG_CACHE_HOME: '/c' })).toBe('/media/usb/electron');
});
