import { expect, test } from 'vitest';
import { windowSystem } from '#main/hosts/electron/window-system.ts';

test.each([
  ['win32', {}, '', 'windows'],
  ['darwin', {}, '', 'mac'],
  ['linux', { XDG_SESSION_TYPE: 'x11' }, '', 'x11'],
  ['linux', {}, '', 'x11'],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, '', 'wayland'],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, 'x11', 'x11'],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, 'auto', 'wayland'],
] as const)('%s %o with --ozone-platform=%s is %s', (platform, env, ozone, system) => {
  expect(windowSystem(platform, env, ozone)).toBe(system);
});
