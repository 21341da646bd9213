import { readFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { handOnToX11, programOf, wantsX11 } from '#main/hosts/electron/on-x11.ts';
import { temporaryFolder } from '../../../../support/temp-folder.ts';

const session = { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' };
const here = (path: string): boolean => path === '/tmp/.X11-unix/X0';

// electron/electron docs/breaking-changes.md, 38.0: native Wayland by default; shell/app/electron_main_delegate.cc chooses before any line of ours.
test.each([
  ['a Wayland session with XWayland', 'linux', session, '', true],
  ['one without', 'linux', { ...session, DISPLAY: ':1' }, '', false],
  ['one that was handed on', 'linux', { ...session, EKSPOSE_HANDED_ON: '1' }, '', false],
  ['one whose switch was given by hand', 'linux', session, 'wayland', false],
  ['an X11 session', 'linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, '', false],
  ['Windows', 'win32', session, '', false],
] as const)('%s', (_name, platform, env, ozone, wanted) => {
  expect(wantsX11(platform, env, ozone, here)).toBe(wanted);
});

test('what is started again is the AppImage where there is one: its files go with this process', () => {
  expect(programOf({}, '/opt/Ekspose/ekspose')).toBe('/opt/Ekspose/ekspose');
  expect(programOf({ APPIMAGE: '/home/a/Ekspose.AppImage' }, '/tmp/.mount_Eks/ekspose')).toBe(
    '/home/a/Ekspose.AppImage',
  );
});

test.runIf(process.platform !== 'win32')('the same is started once more, on X11', async () => {
  const folder = await temporaryFolder();
  const [program, told] = [join(folder, 'ekspose'), join(folder, 'told')];
  await writeFile(program, `#!/bin/sh\necho "$EKSPOSE_HANDED_ON $@" > '${told}.new'; mv '${told}.new' '${told}'\n`);
  await chmod(program, 0o755);
  expect(await handOnToX11(program, ['.', '--data', '/x'], { PATH: process.env.PATH })).toBe(true);
  await vi.waitFor(() => expect(readFileSync(told, 'utf8')).toBe('1 . --data /x --ozone-platform=x11\n'), 5_000);
});

test('if it cannot be started this process continues', async () => {
  expect(await handOnToX11('/nowhere/ekspose', [], {})).toBe(false);
});
