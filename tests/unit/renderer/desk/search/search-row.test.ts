import { expect, it } from 'vitest';
import { marked } from '#renderer/desk/search/search-row.ts';

it.each([
  ['Dinas Kesehatan', 'kes', [[6, 9]]],
  [
    'Dinas Kesehatan',
    'hatan dinas',
    [
      [0, 5],
      [10, 15],
    ],
  ],
  ['Dinkes', 'dinkes din', [[0, 6]]],
  ['PUPR', '', []],
  ['PUPR', 'x', []],
])('in %j the words of %j are marked', (text, typed, marks) => {
  expect(marked(text, typed)).toEqual({ text, marks });
});
