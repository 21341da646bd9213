import { expect, it } from 'vitest';
import { unbuiltOf } from '#renderer/kit/use-built-rows.ts';

it.each([
  ['of many rows the first few are built', 40, 40, 0, 34],
  ['and all of a few', 4, 4, 0, 0],
  ['a new row, which comes first, costs none of those that are built', 34, 41, 0, 34],
  ['those that go are made up for by the next', 34, 38, 0, 32],
  ['one that is needed is built with all before it', 34, 40, 20, 20],
  ['what is built stays built', 10, 40, 0, 10],
])('%s', (_what, before, total, needed, unbuilt) => {
  expect(unbuiltOf(before, total, needed)).toBe(unbuilt);
});
