import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import {
  ARCHIVE_VERSION,
  type ArchiveFile,
  type FileKind,
  LARGEST_FILE,
  LARGEST_MANIFEST,
  MANIFEST_PATH,
  Manifest,
  ManifestVersion,
  MOST_FILES,
  MOST_UNPACKED,
  UNPACKED_FREE,
} from '#core/archive/manifest.ts';
import { getOwn } from '#core/model/own-properties.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { readChecked } from '../storage/checksum.ts';
import { codeOf } from '../storage/disk-refusal.ts';
import type { ReadableFile } from './received-file.ts';

/** An archive whose list of files is proven, and none of whose files is read yet. */
export interface OpenArchive {
  readonly manifest: Manifest;
  /** A file of a kind that is kept in memory. @throws Refused `archiveDamaged` unless it is what the manifest says */
  read(file: ArchiveFile): Promise<Buffer>;
  /** A file of any kind, piece by piece; what was read is proven only when it ends. @throws as `read` */
  pieces(file: ArchiveFile): AsyncGenerator<Buffer>;
}

const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;
const PIECE = 64 * 1024;

class FileReader extends RandomAccessReader {
  readonly #file: ReadableFile;
  constructor(file: ReadableFile) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file;
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = start; at < end; at += PIECE) yield await file.read(at, Math.min(PIECE, end - at));
    }
    return Readable.from(pieces(), { objectMode: false });
  }
}

const largestOf = (kind: string): number => getOwn<number>(LARGEST_FILE, kind as FileKind) ?? LARGEST_FILE.other;

/** Why a ZIP file is not read, from what the library says of it. */
function refusalOf(error: unknown, name: string): unknown {
  // What our own disk says is not about the archive.
  if (error instanceof Refused || !(error instanceof Error) || ('syscall' in error && codeOf(error) !== ''))
    return error;
  if (/encrypt/i.test(error.message)) return new Refused('archiveEncrypted', { name }, error);
  if (/(absolute|relative) path|invalid characters in fileName/i.test(error.message))
    return new Refused('archiveUnsafe', { name }, error);
  return new Refused('archiveDamaged', { name }, error);
}

/** Every entry of the directory, if all of them are plain files with names of their own and of a possible size. */
async function directoryOf(zip: ZipFile, size: number, name: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  let unpacked = 0;
  if (zip.entryCount > MOST_FILES) throw new Refused('archiveTooLarge', { name });
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (entry.isEncrypted()) throw new Refused('archiveEncrypted', { name });
    // One file on Windows is another name in another case.
    const plain = fileName.normalize('NFC').toLowerCase();
    const isLink = ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK;
    if (isLink || fileName.endsWith('/') || names.has(plain)) throw new Refused('archiveUnsafe', { name });
    names.add(plain);
    entries.set(fileName, entry);
    unpacked += entry.uncompressedSize;
    if (unpacked > size * MOST_UNPACKED + UNPACKED_FREE) throw new Refused('archiveTooLarge', { name });
  }
  return entries;
}

function manifestIn(text: string, name: string): Manifest {
  const value = readChecked(text)?.value;
  if (value === undefined) throw new Refused('archiveDamaged', { name });
  const version = ManifestVersion.safeParse(value);
  if (!version.success) throw new Refused('archiveForeign', { name });
  if (version.data.version > ARCHIVE_VERSION) throw new Refused('archiveFromFuture', { name });
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw new Refused('archiveDamaged', { name }, manifest.error);
  return manifest.data;
}

/**
 * Opens an archive. Its directory is checked before anything in it is unpacked, and nothing in it is trusted: names are
 * compared with the manifest and never become paths.
 * @param name the file's name, for refusals
 * @throws Refused `archiveForeign`, `archiveDamaged`, `archiveFromFuture`, `archiveEncrypted`, `archiveUnsafe`, `archiveTooLarge`
 */
export async function openArchive(file: ReadableFile, name: string): Promise<OpenArchive> {
  const head = Buffer.from(await file.read(0, 4)).toString('latin1');
  if (!head.startsWith('PK')) throw new Refused('archiveForeign', { name });
  try {
    const options = { autoClose: false, strictFileNames: true };
    const zip = await fromRandomAccessReaderPromise(new FileReader(file), file.size, options);
    const entries = await directoryOf(zip, file.size, name);

    /** The bytes of an entry, piece by piece; never more than it may have. */
    async function* bytesOf(path: string, most: number, listed?: number): AsyncGenerator<Buffer> {
      const entry = entries.get(path);
      if (entry === undefined) throw new Refused('archiveDamaged', { name });
      if (entry.uncompressedSize > most) throw new Refused('archiveTooLarge', { name });
      // The library sees to it that an entry has the size that the directory says.
      if (listed !== undefined && entry.uncompressedSize !== listed) throw new Refused('archiveDamaged', { name });
      for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
    }
    async function whole(path: string, most: number): Promise<Buffer> {
      const pieces: Buffer[] = [];
      for await (const piece of bytesOf(path, most)) pieces.push(piece);
      return Buffer.concat(pieces);
    }

    if (!entries.has(MANIFEST_PATH)) throw new Refused('archiveForeign', { name });
    const manifest = manifestIn((await whole(MANIFEST_PATH, LARGEST_MANIFEST)).toString('utf8'), name);
    const listed = new Set(manifest.files.map(({ path }) => path));
    // What nobody listed, nobody can prove.
    const isWhole = listed.size === manifest.files.length && listed.size + 1 === entries.size;
    if (!isWhole || ![...listed].every((path) => path !== MANIFEST_PATH && entries.has(path)))
      throw new Refused('archiveUnsafe', { name });

    async function* pieces(of: ArchiveFile): AsyncGenerator<Buffer> {
      try {
        const hash = createHash('sha256');
        for await (const piece of bytesOf(of.path, largestOf(of.kind), of.size)) {
          hash.update(piece);
          yield piece;
        }
        if (hash.digest('hex') !== of.sha256) throw new Refused('archiveDamaged', { name });
      } catch (error) {
        throw refusalOf(error, name);
      }
    }
    return {
      manifest,
      pieces,
      async read(of) {
        const all: Buffer[] = [];
        for await (const piece of pieces(of)) all.push(piece);
        return Buffer.concat(all);
      },
    };
  } catch (error) {
    throw refusalOf(error, name);
  }
}
