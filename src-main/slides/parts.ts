import { SLIDES_PIECE } from '#core/model/lengths.ts';
import type { FilePort } from '../storage/file-port.ts';

/**
 * A file on a disk, in parts, so that no more than one is in memory.
 * @param bytes its size
 * @throws the disk's error
 */
export async function* partsOf(
  files: Pick<FilePort, 'readPart'>,
  path: string,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes; at += SLIDES_PIECE) {
    yield await files.readPart(path, at, Math.min(at + SLIDES_PIECE, bytes));
  }
}
