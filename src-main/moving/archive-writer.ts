import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveFile,
  MANIFEST_PATH,
  type Manifest,
} from '#core/archive/manifest.ts';
import { withChecksum } from '../storage/checksum.ts';

/** A file on its way into an archive; its size and hash are taken while it is written. */
export interface PackedFile extends Omit<ArchiveFile, 'size' | 'sha256'> {
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** False for what is compressed already. */
  readonly compress: boolean;
}

/**
 * An archive as a stream of bytes: one file after the other, and the manifest last. Nothing is read before the bytes in
 * front of it are taken, so that never more than one file is in memory.
 * @throws whatever reading the files throws
 */
export async function* archiveBytes(
  files: AsyncIterable<PackedFile>,
  about: Pick<Manifest, 'madeBy' | 'madeAt' | 'contents'>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const mtime = new Date(about.madeAt);
  let current: Readable | null = null;

  async function add(path: string, content: PackedFile['content'], compress: boolean): Promise<void> {
    current = Readable.from(content, { objectMode: false });
    zip.addReadStream(current, path, { mtime, mode: 0o100644, compress });
    await finished(current);
  }
  async function fill(): Promise<void> {
    const listed: ArchiveFile[] = [];
    for await (const { content, compress, ...file } of files) {
      const hash = createHash('sha256');
      let size = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const bytes of content) {
          hash.update(bytes);
          size += bytes.length;
          yield bytes;
        }
      }
      await add(file.path, counted(), compress);
      listed.push({ ...file, size, sha256: hash.digest('hex') });
    }
    const manifest: Manifest = { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, ...about, files: listed };
    await add(MANIFEST_PATH, [Buffer.from(withChecksum(manifest))], true);
    zip.end();
  }

  zip.on('error', (error: Error) => out.destroy(error));
  const filling = fill().catch((error: Error) => void out.destroy(error));
  try {
    for await (const bytes of out) yield bytes as Uint8Array;
  } finally {
    // Whoever wrote the bytes may have stopped: what is being read would wait for ever.
    (current as Readable | null)?.destroy();
    await filling;
  }
}
