import { expect, test } from 'vitest';
import { startDecision } from '#main/hosts/electron/start-lock.ts';
import { BY_SECOND_INSTANCE } from '#main/storage/held-lock.ts';

const taken = {
  taken: true,
  mine: () => null,
  announce: async () => undefined,
  release: async () => undefined,
} as const;
const heldBy = (focus: string | null, answered = false) => ({ taken: false, answered, focus }) as const;

// electron/electron shell/browser/api/electron_api_app.cc, RequestSingleInstanceLock: LOCK_ERROR and PROFILE_IN_USE answer false too.
test('a failed lock of Electron’s ends nothing where nobody holds the folder', () => {
  expect(startDecision(false, taken)).toEqual({ kind: 'go', focus: null });
  expect(startDecision(true, taken)).toEqual({ kind: 'go', focus: BY_SECOND_INSTANCE });
});

test('a second start ends if the first was informed, and only then', () => {
  expect(startDecision(false, heldBy(BY_SECOND_INSTANCE))).toEqual({ kind: 'told' });
  expect(startDecision(true, heldBy(BY_SECOND_INSTANCE))).toEqual({ kind: 'wait' });
});

test('a browser host that answered is enough, and one that is starting or ending is waited for', () => {
  expect(startDecision(true, heldBy('http://127.0.0.1:1/focus', true))).toEqual({ kind: 'told' });
  expect(startDecision(true, heldBy('http://127.0.0.1:1/focus'))).toEqual({ kind: 'wait' });
  expect(startDecision(false, heldBy(null))).toEqual({ kind: 'wait' });
});
