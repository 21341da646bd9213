import { deflateSync } from 'node:zlib';
import type { EmblemImage } from '#main/documents/letterhead.tsx';

const [WIDTH, HEIGHT] = [60, 70];

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** A green shield with a yellow disc, drawn by hand: not the emblem of any state or region. */
function png(): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < HEIGHT; y += 1) {
    const row = Buffer.alloc(1 + WIDTH * 4);
    for (let x = 0; x < WIDTH; x += 1) {
      const narrow = y < 40 ? 0 : ((y - 40) / 30) ** 2 * 30;
      const inside = x >= narrow && x < WIDTH - narrow;
      const disc = (x - 30) ** 2 + (y - 28) ** 2 < 150;
      row.set(inside ? (disc ? [224, 169, 46, 255] : [31, 107, 74, 255]) : [0, 0, 0, 0], 1 + x * 4);
    }
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** An emblem for tests. */
export const EMBLEM: EmblemImage = {
  dataUrl: `data:image/png;base64,${png().toString('base64')}`,
  width: WIDTH,
  height: HEIGHT,
};
