import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allPrintable, printable } from '#core/minutes/printable.ts';
import { anyCharacter } from '../../../support/any-character.ts';

it('removes what breaks or reverses a page, and keeps words, tabs and line breaks', () => {
  expect(printable('a\u0000b\u0007c\u009Fd\uFEFFe\u202Ef')).toBe('abcdef');
  expect(printable('satu\r\ndua\rtiga\u2028empat\tlima')).toBe('satu\ndua\ntiga\nempat\tlima');
  expect(printable('Rp1.000 – <b>ñ</b> 🏗️ ∑')).toBe('Rp1.000 – <b>ñ</b> 🏗️ ∑');
});

it('shows half a surrogate pair as the replacement character', () => {
  expect(printable('a\uD83Db')).toBe('a\uFFFDb');
  expect(printable('\uDE00')).toBe('\uFFFD');
});

it('always gives what UTF-8 can hold, and the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.array(fc.nat(0xffff)), (text, units) => {
      const out = printable(text + String.fromCharCode(...units));
      expect(new TextDecoder().decode(new TextEncoder().encode(out))).toBe(out);
      expect(printable(out)).toBe(out);
    }),
  );
});

it('reaches every text of a value and touches nothing else', () => {
  const at = { n: 1, yes: true, none: null, list: ['a\u0000', { deep: 'b\u0001' }] };
  expect(allPrintable(at)).toEqual({ n: 1, yes: true, none: null, list: ['a', { deep: 'b' }] });
});
