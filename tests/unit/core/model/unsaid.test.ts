import { expect, it } from 'vitest';
import { unsaidAfter, withUnsaidOf } from '#core/model/unsaid.ts';
import { entryOf } from '../../../support/archive-documents.ts';
import { openRoom } from '../../../support/build-meeting.ts';

const bare = openRoom().meeting();
const said = entryOf('e', 'f', bare.id);

it('what is undone is unsaid, what is done again is not, and what came from elsewhere never was said here', () => {
  const before = { ...bare, entries: { e: said, x: entryOf('x', 'f', 'elsewhere') } };
  const undone = { ...bare, unsaid: unsaidAfter(before, bare) as string[] };
  expect(undone.unsaid).toEqual(['e']);
  expect(unsaidAfter(undone, before)).toEqual([]);
  expect(unsaidAfter(undone, bare)).toBe(undone.unsaid);
});

it('an older state in its place says again what it has, and nothing else', () => {
  const now = { ...bare, unsaid: ['e', 'later'] };
  expect(withUnsaidOf(now, { ...bare, entries: { e: said }, unsaid: ['earlier'] }).unsaid).toEqual([
    'earlier',
    'later',
  ]);
});
