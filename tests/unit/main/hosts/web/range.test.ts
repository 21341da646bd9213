import { describe, expect, test } from 'vitest';
import { partOf } from '#main/hosts/web/range.ts';

describe('the requested part', () => {
  test.each([
    [null, null],
    ['bytes=0-', { start: 0, end: 100 }],
    ['bytes=90-200', { start: 90, end: 100 }],
    ['bytes=-10', { start: 90, end: 100 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
  ])('%s', (range, part) => {
    expect(partOf(100, range)).toEqual(part);
  });
});
