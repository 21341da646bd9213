import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  /** The PNG's colour type: 2 has three bytes per pixel, 6 four. */
  readonly colour?: 2 | 6;
  readonly depth?: number;
  readonly interlaced?: boolean;
  /** Chunks between header and image data. */
  readonly between?: readonly Buffer[];
  /** Lines of the image, each with its filter byte; by default one colour. */
  readonly lines?: Uint8Array;
}

/** A PNG for a test, valid or not. */
export function makePng({
  width,
  height,
  colour = 6,
  depth = 8,
  interlaced = false,
  between = [],
  lines,
}: PngParts): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const line = 1 + width * (colour === 2 ? 3 : 4);
  const picture = lines ?? Buffer.alloc(line * height);
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', head),
    ...between,
    pngChunk('IDAT', deflateSync(picture)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
