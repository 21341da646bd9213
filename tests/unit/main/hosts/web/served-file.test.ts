import { expect, test } from 'vitest';
import { fileAnswer, type ServedFiles } from '#main/hosts/web/served-file.ts';

const ID = 'a'.repeat(32);
const BYTES = Uint8Array.from({ length: 600_000 }, (_, index) => index % 251);

/** One file, whose address can end. */
function one() {
  const asked: number[] = [];
  let isValid = true;
  const files: ServedFiles = {
    sizeOf: async (id) => (isValid && id === ID ? BYTES.length : null),
    async read(id, from, to) {
      asked.push(to - from);
      return isValid && id === ID ? BYTES.slice(from, to) : null;
    },
  };
  const end = () => {
    isValid = false;
  };
  return { files, asked, end };
}

async function whole(parts: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts ?? []) all.push(part);
  return Buffer.concat(all);
}

test('a file is read in parts of a bounded size, and only when they are taken', async () => {
  const { files, asked } = one();
  const answer = await fileAnswer(files, `/slides/${ID}.pdf`, null);
  expect(asked).toEqual([]);
  expect(Buffer.from(await whole(answer?.parts ?? null)).equals(BYTES)).toBe(true);
  expect(Math.max(...asked)).toBeLessThanOrEqual(262_144);
});

test('a part of it, and nothing more, is read', async () => {
  const { files, asked } = one();
  const answer = await fileAnswer(files, `/slides/${ID}.pdf`, 'bytes=599990-');
  expect(answer).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 599990-599999/600000' } });
  expect(Buffer.from(await whole(answer?.parts ?? null))).toEqual(Buffer.from(BYTES.slice(599_990)));
  expect(asked).toEqual([10]);
});

test('an address that ends in the middle ends the answer before its length', async () => {
  const { files, end } = one();
  const answer = await fileAnswer(files, `/slides/${ID}.pdf`, null);
  const parts = answer?.parts?.[Symbol.asyncIterator]();
  await parts?.next();
  end();
  await expect(parts?.next()).rejects.toThrow();
  expect(await fileAnswer(files, `/slides/${ID}.pdf`, null)).toMatchObject({ status: 404, parts: null });
});

test.each([
  '/slides/',
  `/slides/${ID}`,
  `/slides/${ID}.pdf/`,
  `/slides/${ID.toUpperCase()}.pdf`,
  `/slides/..%2f${ID}.pdf`,
  `/slides/incoming/${ID}.part`,
  `/slides/${'b'.repeat(32)}.pdf`,
])('%s is nothing', async (path) => {
  expect(await fileAnswer(one().files, path, null)).toMatchObject({ status: 404, parts: null });
});

test('other addresses are not of slides', async () => {
  expect(await fileAnswer(one().files, '/desk.html', null)).toBeNull();
});
