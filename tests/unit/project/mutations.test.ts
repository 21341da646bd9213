import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTATIONS } from '../../../scripts/mutations.mjs';

test('what each prepared fault changes stands in its file, once', () => {
  const lost = MUTATIONS.filter(([file, from]) => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text.split(from).length !== 2;
  });
  expect(lost.map(([file, from]) => `${file}: ${from}`)).toEqual([]);
  expect(MUTATIONS.length).toBeGreaterThan(60);
});

test('no two prepared faults are the same', () => {
  const all = MUTATIONS.map((one) => one.join('\n'));
  expect(all.filter((one, place) => all.indexOf(one) !== place)).toEqual([]);
});
