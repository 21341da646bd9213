import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SlidesHash } from '#core/model/slides.ts';
import { type FilePort, isMissing } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { partsOf } from './parts.ts';

/** Files of slides in `<data>/slides/<sha256>.pdf`, each whole and stored once. */
export interface SlidesStore {
  /** The folder in which files are made before they are stored. */
  readonly incoming: string;
  /** Lists what is stored, and removes what an earlier run left half done. @throws if some of that stays */
  open(): Promise<void>;
  /** The stored files, with their sizes in bytes. */
  files(): Promise<ReadonlyMap<SlidesHash, number>>;
  /** The size of a stored file, bytes; `null` if there is none, or it is not a file of its own. */
  sizeOf(hash: SlidesHash): Promise<number | null>;
  /** A part of a stored file. */
  read(hash: SlidesHash, from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /** A whole stored file, part by part. */
  parts(hash: SlidesHash, bytes: number): AsyncGenerator<Uint8Array>;
  /** Reads a stored file through: whether it is there and what its name says. */
  isWhole(hash: SlidesHash): Promise<boolean>;
  /** Where a stored file is. */
  pathOf(hash: SlidesHash): string;
  /** Makes the folders. */
  prepare(): Promise<void>;
  /**
   * Moves a synced file here; when this resolves it is stored, whole, and survives a power cut.
   * @param hash the SHA-256 of its content
   */
  take(path: string, hash: SlidesHash, bytes: number): Promise<void>;
  /** Deletes a file, unless it was stored meanwhile in this run. @returns whether it is gone */
  remove(hash: SlidesHash): Promise<boolean>;
  /** The size of a stored file as it was listed or stored, bytes; `null` if there is none. */
  listed(hash: SlidesHash): number | null;
  /** Whether a file was stored in this run: a window may be about to attach it. */
  isFresh(hash: SlidesHash): boolean;
}

const NAME = /^([0-9a-f]{64})\.pdf$/;

/** The SHA-256 of a file, read in parts; `null` if it is missing or cannot be read. */
async function hashOf(files: FilePort, path: string, bytes: number): Promise<SlidesHash | null> {
  const hash = createHash('sha256');
  try {
    for await (const part of partsOf(files, path, bytes)) hash.update(part);
  } catch {
    // A link, a folder or a bad sector: in any case not the file that it should be.
    return null;
  }
  return hash.digest('hex');
}

export function slidesStore(files: FilePort, dataFolder: string): SlidesStore {
  const folder = join(dataFolder, 'slides');
  const incoming = join(folder, 'incoming');
  const stored = new Map<SlidesHash, number>();
  /** A file that is being stored again must not be deleted after it was found to be there. */
  const queue = oneByOne();
  const fresh = new Set<SlidesHash>();
  let isPrepared = false;
  const pathOf = (hash: SlidesHash): string => join(folder, `${SlidesHash.parse(hash)}.pdf`);

  const sizeOf = async (hash: SlidesHash): Promise<number | null> =>
    stored.has(hash) ? ((await files.stat(pathOf(hash)))?.size ?? null) : null;

  return {
    incoming,
    pathOf,
    sizeOf,
    async open() {
      stored.clear();
      for (const name of await files.list(folder)) {
        const hash = NAME.exec(name)?.[1];
        if (hash === undefined) continue;
        // What is no file of its own is listed, too: whoever reads it finds that out.
        const size = await files.stat(join(folder, name)).catch(() => null);
        stored.set(hash, size?.size ?? 0);
      }
      // Last, and each for itself: on Windows another program may be reading one.
      const left = (await files.list(incoming)).map((name) => files.remove(join(incoming, name)));
      const failed = (await Promise.allSettled(left)).flatMap((done) =>
        done.status === 'rejected' ? done.reason : [],
      );
      if (failed.length > 0) throw new AggregateError(failed, 'parts of an earlier run cannot be removed');
    },
    async files() {
      const sizes = await Promise.all([...stored.keys()].map(async (hash) => [hash, await sizeOf(hash)] as const));
      return new Map(sizes.flatMap(([hash, size]) => (size === null ? [] : [[hash, size] as const])));
    },
    read: (hash, from, to) => files.readPart(pathOf(hash), from, to),
    parts: (hash, bytes) => partsOf(files, pathOf(hash), bytes),
    async isWhole(hash) {
      const bytes = await sizeOf(hash);
      return bytes !== null && (await hashOf(files, pathOf(hash), bytes)) === hash;
    },
    async prepare() {
      if (isPrepared) return;
      await files.makeFolder(incoming);
      await files.syncFolder(folder);
      // Also if an earlier run made them: it may have ended before this.
      await files.syncFolder(dataFolder);
      isPrepared = true;
    },
    listed: (hash) => stored.get(hash) ?? null,
    take: (path, hash, bytes) =>
      queue(async () => {
        const target = pathOf(hash);
        const present = (await files.stat(target))?.size === bytes && (await hashOf(files, target, bytes)) === hash;
        // A file that is there and whole stays, since a window may be reading it; a damaged one is replaced.
        if (present) await files.remove(path);
        else await files.rename(path, target);
        await files.syncFolder(folder);
        stored.set(hash, bytes);
        fresh.add(hash);
      }),
    isFresh: (hash) => fresh.has(hash),
    remove: (hash) =>
      queue(async () => {
        if (fresh.has(hash)) return false;
        stored.delete(hash);
        try {
          await files.remove(pathOf(hash));
        } catch (error) {
          if (!isMissing(error)) throw error;
        }
        return true;
      }),
  };
}
