import { expect, it } from 'vitest';
import { codingFor } from '#main/hosts/web/coding.ts';

it.each([
  ['what Chromium says', 'gzip, deflate, br, zstd', 'br'],
  ['what knows one of them', 'gzip', 'gzip'],
  ['in capitals and with spaces', ' GZIP ;q=1', 'gzip'],
  ['what likes the other better', 'br;q=0.5, gzip;q=0.8', 'gzip'],
  ['what likes both', 'gzip;q=0.5, br;q=0.5', 'br'],
  ['what takes everything', '*', 'br'],
  ['what takes everything but one', '*, br;q=0', 'gzip'],
  ['what would rather have the file itself', 'identity, gzip;q=0.5', null],
  ['what takes none of ours', 'deflate, zstd', null],
  ['what refuses all', '*;q=0', null],
  ['what says nothing', '', null],
  ['what has no such header', undefined, null],
  ['a weight that is none', 'br;q=much, gzip;q=0.1', 'gzip'],
  ['weights out of bounds', 'br;q=7, gzip;q=-1', null],
  ['an empty weight', 'br;q=', null],
  ['names of every object', 'constructor, __proto__, toString', null],
])('%s: %s', (_what, accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});
