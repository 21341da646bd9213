import { promisify } from 'node:util';
import { crc32, inflate } from 'node:zlib';
import { EMBLEM_SIDE_MAX } from '#core/model/lengths.ts';

/** Maximum size of an emblem in bytes. */
export const PNG_MAX = 2_000_000;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER_LENGTH = 13;
/** Samples per pixel by the PNG's colour type: grey, colour, palette, grey and colour with alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The chunks of an image; all others are text, a profile, a date, a place, which do not belong into a document. */
const KEPT: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** A chunk that no reader may skip begins with a capital letter. */
const isCritical = (type: string): boolean => /^[A-Z]/.test(type);

export interface SoundPng {
  /** The image again, without anything else. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** Including length and checksum. */
  readonly whole: Buffer;
}

/** The chunks of a PNG with correct checksums and nothing after the last one; `null` for anything else. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at < bytes.length) {
    if (bytes.length - at < 12) return null;
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type) || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) {
      return null;
    }
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    at = end;
    if (type === 'IEND') return at === bytes.length ? chunks : null;
  }
  return null;
}

/**
 * Whether the chunks are in the required order: the header first, a palette if one is needed, the image data in one
 * run.
 */
function inOrder(chunks: readonly Chunk[], colour: number): boolean {
  const types = chunks.map(({ type }) => type);
  const first = types.indexOf('IDAT');
  const count = types.filter((type) => type === 'IDAT').length;
  const once = (type: string): boolean => types.indexOf(type) === types.lastIndexOf(type);
  const palette = types.indexOf('PLTE');
  return (
    types[0] === 'IHDR' &&
    ['IHDR', 'PLTE', 'tRNS', 'IEND'].every(once) &&
    first !== -1 &&
    types.slice(first, first + count).every((type) => type === 'IDAT') &&
    (colour === 3 ? palette !== -1 && palette < first : palette === -1 || palette < first) &&
    types.indexOf('tRNS') < first &&
    types.every((type) => KEPT.includes(type) || !isCritical(type))
  );
}

/**
 * Checks an image completely, whoever sent it: signature, chunks and checksums, size, order, and whether the number of
 * packed lines agrees with the header. Everything that is not part of the image is left out.
 * @returns `null` for anything but a PNG with 8 bits per sample and without interlacing, as canvases make them, or if
 * it is too large
 */
export async function checkPng(given: Uint8Array): Promise<SoundPng | null> {
  if (given.length > PNG_MAX) return null;
  const chunks = chunksOf(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  const head = chunks?.[0];
  if (chunks === null || head?.type !== 'IHDR' || head.data.length !== HEADER_LENGTH) return null;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth, colour, ...rest] = head.data.subarray(8);
  const samples = SAMPLES[colour ?? -1];
  const fits = [width, height].every((side) => side >= 1 && side <= EMBLEM_SIDE_MAX);
  if (!fits || depth !== 8 || samples === undefined || rest.some((method) => method !== 0)) return null;
  if (!inOrder(chunks, colour ?? -1)) return null;

  const line = 1 + width * samples;
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])));
  let lines: Buffer;
  try {
    lines = await promisify(inflate)(packed, { maxOutputLength: line * height });
  } catch {
    // Truncated, not a deflate stream, or longer than the header says.
    return null;
  }
  if (lines.length !== line * height) return null;
  for (let at = 0; at < lines.length; at += line) if ((lines[at] ?? 5) > 4) return null;

  const kept = chunks.filter(({ type }) => KEPT.includes(type)).map(({ whole }) => whole);
  return { bytes: Buffer.concat([SIGNATURE, ...kept]), width, height };
}
