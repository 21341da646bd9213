import { expect, it } from 'vitest';
import { cleanCell } from '#core/import/cell.ts';

it('writes a letter with an accent in one way, however the file wrote it', () => {
  expect(cleanCell('Cafe\u0301 Dinas')).toBe('Caf\u00e9 Dinas');
});
