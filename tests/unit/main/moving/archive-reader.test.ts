import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ARCHIVE_FORMAT, MANIFEST_PATH } from '#core/archive/manifest.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { instant } from '#core/time/units.ts';
import { openArchive } from '#main/moving/archive-reader.ts';
import { archiveBytes, type PackedFile } from '#main/moving/archive-writer.ts';
import type { ReadableFile } from '#main/moving/received-file.ts';
import { withChecksum } from '#main/storage/checksum.ts';
import { wholeBytes } from '../../../support/whole-bytes.ts';
import { type ZipOptions, zip } from '../../../support/zip.ts';

const ABOUT = { madeBy: '0.1.0', madeAt: instant(Date.UTC(2021, 4, 17)), contents: 'full' } as const;
const TEXTS = { 'meetings/a.json': 'satu'.repeat(20), 'slides/b': 'dua' };

const inMemory = (bytes: Buffer): ReadableFile => ({
  size: bytes.length,
  read: async (at, length) => bytes.subarray(at, at + length),
  close: async () => undefined,
});

async function* packed(): AsyncGenerator<PackedFile> {
  for (const [path, text] of Object.entries(TEXTS))
    yield {
      kind: path.startsWith('slides') ? 'slide' : 'meeting',
      path,
      past: [],
      content: [Buffer.from(text)],
      compress: true,
    };
}
const sound = (): Promise<Buffer> => wholeBytes(archiveBytes(packed(), ABOUT));

/** Everything that is in an archive, or why it was refused. */
async function read(bytes: Buffer): Promise<string> {
  try {
    const archive = await openArchive(inMemory(bytes), 'pindah.ekspose');
    const files = [];
    for (const file of archive.manifest.files) files.push([file.path, (await archive.read(file)).toString()]);
    const { files: _, ...about } = archive.manifest;
    return JSON.stringify([about, Object.fromEntries(files)]);
  } catch (error) {
    if (error instanceof Refused) return `${error.code} ${error.params.name}`;
    throw error;
  }
}
const WHOLE = JSON.stringify([{ format: ARCHIVE_FORMAT, version: 1, ...ABOUT }, TEXTS]);

/** A manifest that lists nothing, as another program might write it. */
const manifest = (fields: object = {}): string =>
  withChecksum({ format: ARCHIVE_FORMAT, version: 1, ...ABOUT, files: [], ...fields });

test('what was packed is read again', async () => {
  expect(await read(await sound())).toBe(WHOLE);
});

test('no damaged byte goes unnoticed, and what is cut off is never half read', async () => {
  const bytes = await sound();
  const codes = new Set<string>();
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 0x41;
    const found = await read(flipped);
    // Times and attributes of the ZIP file itself are of no importance.
    if (found !== WHOLE) codes.add(found.split(' ')[0] ?? '');
    if (at % 16 === 0) expect(await read(bytes.subarray(0, at))).toMatch(/^archive(Damaged|Foreign) /);
  }
  expect([...codes].every((code) => code.startsWith('archive'))).toBe(true);
  expect(codes).toContain('archiveDamaged');
});

/** An archive that lists these files truly. */
function listing(files: Readonly<Record<string, string>>, options: ZipOptions = {}): Buffer {
  const listed = Object.entries(files).map(([path, text]) => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { kind: 'slide', path, size: text.length, sha256, past: [] };
  });
  return zip({ [MANIFEST_PATH]: manifest({ files: listed }), ...files }, options);
}

const LINK = 0o120777 * 0x10000;
const BOMB = 300_000_000;
const HOSTILE: readonly (readonly [string, string, () => Buffer])[] = [
  ['a text', 'archiveForeign', () => Buffer.from('{"format":"ekspose-meeting"}')],
  ['nothing', 'archiveForeign', () => Buffer.alloc(0)],
  ['another ZIP file', 'archiveForeign', () => zip({ 'xl/workbook.xml': '<workbook/>' })],
  ['a manifest of something else', 'archiveForeign', () => zip({ [MANIFEST_PATH]: manifest({ format: 'other' }) })],
  ['one of a later version', 'archiveFromFuture', () => zip({ [MANIFEST_PATH]: manifest({ version: 2, files: {} }) })],
  ['a manifest that was changed', 'archiveDamaged', () => zip({ [MANIFEST_PATH]: manifest().replace('full', 'some') })],
  ['one with a password', 'archiveEncrypted', () => zip({ [MANIFEST_PATH]: manifest() }, { encrypted: true })],
  ['a path out of the archive', 'archiveUnsafe', () => listing({ '../a.json': '' })],
  ['a path from the root', 'archiveUnsafe', () => listing({ '/etc/passwd': '' })],
  ['a path of Windows', 'archiveUnsafe', () => zip({ [MANIFEST_PATH]: manifest(), 'C:\\a.json': '' })],
  ['a link', 'archiveUnsafe', () => listing({ a: '/etc' }, { attributes: { a: LINK } })],
  ['a name twice', 'archiveUnsafe', () => listing({ a: '', A: '' })],
  ['a file that nobody listed', 'archiveUnsafe', () => zip({ [MANIFEST_PATH]: manifest(), a: '' })],
  ['far too much', 'archiveTooLarge', () => zip({ [MANIFEST_PATH]: manifest(), a: '' }, { declared: { a: BOMB } })],
  [
    'far more than it says',
    'archiveDamaged',
    () => zip({ [MANIFEST_PATH]: `${manifest()}${' '.repeat(1_000_000)}` }, { declared: { [MANIFEST_PATH]: 300 } }),
  ],
];
test.each(HOSTILE)('%s is refused by name', async (_what, code, bytes) => {
  expect(await read(bytes())).toBe(`${code} pindah.ekspose`);
});

test('a file that is larger than its kind may be is not unpacked', async () => {
  const file = { kind: 'emblem', path: 'e.png', size: 4_000_000, sha256: '0'.repeat(64), past: [] };
  const bytes = zip({ [MANIFEST_PATH]: manifest({ files: [file] }), 'e.png': Buffer.alloc(4_000_000) });
  expect(await read(bytes)).toBe('archiveTooLarge pindah.ekspose');
});

test.each([1, -1])('a size in the manifest that is %i wrong is refused before anything is taken in', async (by) => {
  const text = 'a'.repeat(2_000);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const file = { kind: 'slides', path: 'slides/a.pdf', size: text.length + by, sha256, past: [] };
  const bytes = zip({ [MANIFEST_PATH]: manifest({ files: [file] }), 'slides/a.pdf': text });
  expect(await read(bytes)).toBe('archiveDamaged pindah.ekspose');
});

test('what ends in the middle of writing ends reading, with its reason', async () => {
  let asked = 0;
  async function* failing(): AsyncGenerator<PackedFile> {
    yield* packed();
    asked += 1;
    throw new Refused('movingCancelled');
  }
  await expect(wholeBytes(archiveBytes(failing(), ABOUT))).rejects.toThrow('movingCancelled');
  expect(asked).toBe(1);
});

test('a file is read only when those before it are written', async () => {
  let read = 0;
  async function* many(): AsyncGenerator<PackedFile> {
    for (let n = 0; n < 50; n += 1) {
      read += 1;
      const content = [Buffer.alloc(100_000, n)];
      yield { kind: 'slide', path: `slides/${n}`, past: [], content, compress: false };
    }
  }
  const bytes = archiveBytes(many(), ABOUT);
  await bytes.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).toBeLessThan(5);
  // A writer whose disk is full stops, and waits for nothing.
  await bytes.return(undefined);
});
