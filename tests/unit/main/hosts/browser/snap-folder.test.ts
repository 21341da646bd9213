import { expect, test } from 'vitest';
import { snapFolder } from '#main/hosts/browser/snap-folder.ts';

test('a browser that is a snap writes into its own folder, any other one anywhere', () => {
  expect(snapFolder('/snap/bin/chromium', '/home/op')).toBe('/home/op/snap/chromium/common');
  expect(snapFolder('/snap/bin/chromium.launcher', '/home/op')).toBe('/home/op/snap/chromium/common');
  expect(snapFolder('/usr/bin/chromium', '/home/op')).toBeNull();
});
