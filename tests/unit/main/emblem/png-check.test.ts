import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMBLEM_SIDE_MAX } from '#core/model/lengths.ts';
import { checkPng, PNG_MAX } from '#main/emblem/png-check.ts';
import { makePng, pngChunk } from '../../../support/make-png.ts';

const SMALL = makePng({ width: 3, height: 2 });

describe('a picture', () => {
  it('made by a canvas is accepted unchanged', async () => {
    expect(await checkPng(SMALL)).toEqual({ bytes: SMALL, width: 3, height: 2 });
    expect((await checkPng(makePng({ width: 1200, height: 900, colour: 2 })))?.width).toBe(1200);
  });

  it('keeps nothing but the image', async () => {
    const between = [pngChunk('tEXt', Buffer.from('Author\0Budi')), pngChunk('eXIf', Buffer.alloc(40))];
    expect(await checkPng(makePng({ width: 3, height: 2, between }))).toEqual({ bytes: SMALL, width: 3, height: 2 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('halo, ini bukan gambar')],
    ['a page behind the signature', Buffer.concat([SMALL.subarray(0, 8), Buffer.from('<script>alert(1)</script>')])],
    ['something behind its end', Buffer.concat([SMALL, Buffer.from('PK')])],
    ['no end', SMALL.subarray(0, -12)],
    [
      'a chunk that no reader may pass over',
      makePng({ width: 3, height: 2, between: [pngChunk('ABCD', Buffer.alloc(3))] }),
    ],
    ['a second head', makePng({ width: 3, height: 2, between: [pngChunk('IHDR', Buffer.alloc(13))] })],
    ['no width', makePng({ width: 0, height: 2 })],
    ['too wide', makePng({ width: EMBLEM_SIDE_MAX + 1, height: 1 })],
    ['too high', makePng({ width: 1, height: EMBLEM_SIDE_MAX + 1 })],
    ['sixteen bits', makePng({ width: 3, height: 2, depth: 16 })],
    ['interlaced', makePng({ width: 3, height: 2, interlaced: true })],
    ['fewer lines than it says', makePng({ width: 3, height: 2, lines: Buffer.alloc(13) })],
    ['more lines than it says', makePng({ width: 3, height: 2, lines: Buffer.alloc(39) })],
    ['a line of a kind that is not', makePng({ width: 3, height: 2, lines: Buffer.alloc(26, 9) })],
    ['a bomb', makePng({ width: 1, height: 1, lines: Buffer.alloc(50_000_000) })],
    ['too many bytes', makePng({ width: 3, height: 2, between: [pngChunk('tEXt', Buffer.alloc(PNG_MAX))] })],
  ])('with %s is none', async (_name, bytes) => {
    expect(await checkPng(bytes)).toBeNull();
  });

  it('with any one byte changed is none, or still a sound picture of the same size', async () => {
    const whole = makePng({ width: 5, height: 4 });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        expect(await checkPng(changed)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('of any bytes at all is none, and nothing is thrown', async () => {
    const cut = fc.nat(SMALL.length).map((length) => SMALL.subarray(0, length));
    const noise = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(cut, noise), async ([head, tail]) => {
        const bytes = Buffer.concat([head, tail]);
        const sound = await checkPng(bytes);
        expect(sound === null || bytes.equals(SMALL)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
