import fc from 'fast-check';

/**
 * Any code point except half a surrogate pair, as the unit of `fc.string`. fast-check's own unit for this builds a
 * table of all of them, which takes seconds.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point));
