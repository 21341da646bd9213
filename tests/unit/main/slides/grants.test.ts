import { expect, test } from 'vitest';
import { slidesGrants } from '#main/slides/grants.ts';
import { countedIds } from '../../../support/build-meeting.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64)) as [string, string, string, string];
const idOf = (address: string): string => address.slice('/slides/'.length, -'.pdf'.length);

function rig() {
  const grants = slidesGrants(countedIds('g'));
  return {
    ...grants,
    shows: (itemId: string, hash: string): string => grants.projected((slidesAt) => slidesAt(itemId, hash)),
    fileAt: (address: string): string | null => grants.fileOf(idOf(address)),
  };
}

test('the projector’s address stays while it shows the same file of the same item', () => {
  const { shows, fileAt } = rig();
  const first = shows('i1', A);
  expect(shows('i1', A)).toBe(first);
  expect(fileAt(first)).toBe(A);
});

test.each<[string, (own: ReturnType<typeof rig>) => unknown]>([
  ['another item is called, even with the same file', ({ shows }) => shows('i2', A)],
  ['another file is attached', ({ shows }) => shows('i1', B)],
  ['nothing of it is shown', ({ projected }) => projected(() => null)],
])('it ends when %s', (_what, act) => {
  const own = rig();
  const first = own.shows('i1', A);
  act(own);
  expect(own.fileAt(first)).toBeNull();
  expect(own.shows('i1', A)).not.toBe(first);
});

test('the desk’s addresses are its own, and end after three others or with the meeting', () => {
  const own = rig();
  const projected = own.shows('i1', A);
  const first = own.forDesk(A);
  expect(first).not.toBe(projected);
  expect(own.forDesk(A)).toBe(first);
  for (const hash of [B, C]) own.forDesk(hash);
  expect(own.fileAt(first)).toBe(A);
  const last = own.forDesk(D);
  expect(own.fileAt(first)).toBeNull();
  own.clearDesk();
  expect(own.fileAt(last)).toBeNull();
  expect(own.fileAt(projected)).toBe(A);
});

test('addresses cannot be guessed', () => {
  const { forDesk } = slidesGrants();
  const addresses = [A, B, C].map(forDesk);
  expect(new Set(addresses).size).toBe(3);
  for (const address of addresses) expect(address).toMatch(/^\/slides\/[0-9a-f]{32}\.pdf$/);
});
