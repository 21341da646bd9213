import { expect, test } from 'vitest';
import { focusAddress, opensWindow } from '#main/hosts/focus-address.ts';

const URL_OF_HOLDER = 'http://127.0.0.1:7/focus?token=a';

test('a second start knows whether the first one opens a window', () => {
  expect(opensWindow(focusAddress(URL_OF_HOLDER, true))).toBe(true);
  expect(opensWindow(focusAddress(URL_OF_HOLDER, false))).toBe(false);
  expect(opensWindow(null)).toBe(false);
});
