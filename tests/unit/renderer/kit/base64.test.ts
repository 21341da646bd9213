import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Of } from '#renderer/kit/base64.ts';

it('says any bytes as Node reads them, more than a function takes arguments as well', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(Buffer.from(base64Of(bytes), 'base64')).toEqual(Buffer.from(bytes));
    }),
  );
  const many = new Uint8Array(400_000).map((_, at) => at % 251);
  expect(Buffer.from(base64Of(many), 'base64').equals(many)).toBe(true);
});
