import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../storage/file-port.ts';

/** A file that is read at any place. */
export interface ReadableFile {
  /** Bytes. */
  readonly size: number;
  /** As many of `length` bytes as there are from `at`. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * The copy of an archive that a window sends piece by piece, on this computer's own disk: a flash disk may be unplugged
 * meanwhile. It is of no importance to the meetings, and the next one replaces it.
 */
export interface ReceivedFile {
  /** Begins an empty one. */
  begin(): Promise<void>;
  append(bytes: Uint8Array): Promise<void>;
  /** `null` if there is none. */
  open(): Promise<ReadableFile | null>;
  remove(): Promise<void>;
}

async function readable(handle: FileHandle): Promise<ReadableFile> {
  const { size } = await handle.stat();
  return {
    size,
    async read(at, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

export function receivedFile(dataFolder: string): ReceivedFile {
  const folder = join(dataFolder, 'moving');
  const path = join(folder, 'received.ekspose');

  async function within(flags: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
    const handle = await open(path, flags, 0o600);
    try {
      await use(handle);
    } finally {
      await handle.close();
    }
  }
  return {
    async begin() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await within('w', async () => undefined);
    },
    append: (bytes) => within('a', (handle) => handle.appendFile(bytes)),
    async open() {
      try {
        return await readable(await open(path, 'r'));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove() {
      try {
        await unlink(path);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}
