import { SLIDES_PIECE } from '#core/model/lengths.ts';
import type { SlidesHash } from '#core/model/slides.ts';
import type { FilePort } from '../storage/file-port.ts';
import type { SlidesStore } from './store.ts';
import type { Uploads } from './uploads.ts';

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The same bytes in pieces as a window sends them. */
async function* asSent(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + SLIDES_PIECE - length);
      waiting.push(part);
      length += part.length;
      at += part.length;
      if (length < SLIDES_PIECE) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}

export interface KeepOptions {
  readonly files: Pick<FilePort, 'remove' | 'stat'>;
  readonly store: Pick<SlidesStore, 'take'>;
  readonly incoming: Uploads;
}

/**
 * Stores a PDF that no window sends, the way of any other: looked at, copied in parts, synced, renamed.
 * @param wanted what its SHA-256 must be to be stored; `null` for any
 * @returns what it is
 * @throws Refused as `Uploads`; whatever reading the pieces throws
 */
export async function keepSlides(
  { files, store, incoming }: KeepOptions,
  pieces: Pieces,
  bytes: number,
  wanted: SlidesHash | null,
): Promise<SlidesHash> {
  const id = await incoming.begin('bahan.pdf', bytes, 'here');
  try {
    for await (const piece of asSent(pieces)) await incoming.piece(id, piece);
  } catch (error) {
    await incoming.abort(id);
    throw error;
  }
  const { path, hash } = await incoming.end(id);
  try {
    if (wanted === null || hash === wanted) await store.take(path, hash, bytes);
    return hash;
  } finally {
    // It is stored under another name, or not at all.
    if ((await files.stat(path)) !== null) await files.remove(path);
  }
}
