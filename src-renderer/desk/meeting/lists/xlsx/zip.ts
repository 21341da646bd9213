import { FileRefused } from '../file-refused.ts';

/** The most that any file in the archive may have unpacked, bytes. */
export const UNPACKED_MAX = 20_000_000;
/** A workbook has dozens of files; what has thousands is something else. */
const FILES_MAX = 2_000;

const END = 0x06054b50;
const END_SIZE = 22;
const COMMENT_MAX = 65_535;
const ENTRY = 0x02014b50;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

export interface ZipFile {
  /** Unpacked, as the directory says. */
  readonly size: number;
  /** @throws FileRefused if it has more than its size, or cannot be unpacked */
  text(): Promise<string>;
}

/** Unpacks piece by piece, and stops as soon as there is more than `size`: a bomb may lie about it. */
async function inflated(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > size) {
      await reader.cancel();
      throw new FileRefused('unpackedTooLarge');
    }
    whole.set(value, at);
    at += value.length;
  }
  if (at !== size) throw new FileRefused('damaged');
  return whole;
}

function directory(bytes: Uint8Array<ArrayBuffer>): Map<string, ZipFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  const first = Math.max(0, end - COMMENT_MAX);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new FileRefused('damaged');
  const count = view.getUint16(end + 10, true);
  if (count > FILES_MAX) throw new FileRefused('unpackedTooLarge');
  const files = new Map<string, ZipFile>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new FileRefused('damaged');
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new FileRefused('oldWorkbook');
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    if (size > UNPACKED_MAX) throw new FileRefused('unpackedTooLarge');
    const nameSize = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (begin + packedSize > bytes.length) throw new FileRefused('damaged');
    const packed = bytes.subarray(begin, begin + packedSize);
    files.set(name.replaceAll('\\', '/'), {
      size,
      async text() {
        if (method !== STORED && method !== DEFLATED) throw new FileRefused('damaged');
        try {
          const unpacked = method === STORED ? packed : await inflated(packed, size);
          return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
        } catch (error) {
          // Whatever else goes wrong, the bytes are not what the directory says they are.
          throw error instanceof FileRefused ? error : new FileRefused('damaged');
        }
      },
    });
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/**
 * The files of a ZIP archive by name, from its directory; nothing is unpacked before it is asked for.
 * @throws FileRefused if it is damaged or encrypted, or if a file in it is too large
 */
export function zipFiles(bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, ZipFile> {
  try {
    return directory(bytes);
  } catch (error) {
    // An address outside the file.
    if (error instanceof RangeError) throw new FileRefused('damaged');
    throw error;
  }
}
