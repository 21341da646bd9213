import type { ArchiveFile } from '#core/archive/manifest.ts';
import type { SlidesHash } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { LongExport } from '../exports/exporting.ts';
import { HEAD, isLike } from '../slides/file-kind.ts';
import type { SlidesStore } from '../slides/store.ts';
import type { OpenArchive } from './archive-reader.ts';
import type { PackedFile } from './archive-writer.ts';

/** Ends with `movingCancelled` as soon as the user cancels: a file of slides may take long. */
async function* cancellable<T>(pieces: AsyncIterable<T>, progress: LongExport): AsyncGenerator<T> {
  for await (const piece of pieces) {
    if (progress.cancelled()) throw new Refused('movingCancelled');
    yield piece;
  }
}

/**
 * The stored files of slides that meetings refer to. One that is damaged or cannot be read is left out: what is written
 * already could not be taken back.
 */
export async function* packedSlides(
  store: Pick<SlidesStore, 'sizeOf' | 'isWhole' | 'parts'>,
  wanted: ReadonlySet<SlidesHash>,
  progress: LongExport,
): AsyncGenerator<PackedFile> {
  for (const hash of [...wanted].toSorted()) {
    if (progress.cancelled()) throw new Refused('movingCancelled');
    const size = await store.sizeOf(hash);
    if (size === null || !(await store.isWhole(hash))) continue;
    const content = cancellable(store.parts(hash, size), progress);
    yield { kind: 'slides', path: `slides/${hash}.pdf`, past: [], content, compress: false };
  }
}

/** Reads a file of slides through. @throws Refused `archiveDamaged` unless it is what is listed and begins as a PDF does */
export async function checkSlides(
  archive: OpenArchive,
  file: ArchiveFile,
  name: string,
  progress: LongExport,
): Promise<void> {
  let head = Buffer.alloc(0);
  for await (const piece of cancellable(archive.pieces(file), progress)) {
    if (head.length < HEAD) head = Buffer.concat([head, piece.subarray(0, HEAD - head.length)]);
  }
  if (!isLike('bahan.pdf', head)) throw new Refused('archiveDamaged', { name });
}

/** Those of an archive's files of slides that are needed and are not here, each once. */
export async function missingSlides(
  store: Pick<SlidesStore, 'isWhole'>,
  listed: readonly ArchiveFile[],
  needed: ReadonlySet<SlidesHash>,
): Promise<ArchiveFile[]> {
  const missing: ArchiveFile[] = [];
  for (const [hash, file] of new Map(listed.map((file) => [file.sha256, file]))) {
    if (needed.has(hash) && !(await store.isWhole(hash))) missing.push(file);
  }
  return missing;
}

/** Stores a PDF, see `keepSlides`. */
export type KeepSlides = (pieces: AsyncIterable<Uint8Array>, bytes: number, wanted: SlidesHash) => Promise<SlidesHash>;

/** Stores a file of slides of an archive. */
export async function takeSlides(
  keep: KeepSlides,
  archive: OpenArchive,
  file: ArchiveFile,
  progress: LongExport,
): Promise<void> {
  await keep(cancellable(archive.pieces(file), progress), file.size, file.sha256);
}
