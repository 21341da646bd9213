import {
  constants,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname } from 'node:path';

/** `latin1`: one character per byte, for binary data. */
export type FileEncoding = 'utf8' | 'latin1';

/** A file that is only appended to. */
export interface AppendFile {
  /** Writes at the end. Nothing is durable before `sync`, and a failure may leave a part of it behind. */
  append(content: string | Uint8Array): Promise<void>;
  /** Makes everything appended durable. After a failure nothing appended since the last success can be trusted. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The few file operations on which durability depends. All that is kept goes through it, so that a test can put a disk
 * behind it which fails, fills up or forgets what was not synced.
 */
export interface FilePort {
  /** The text of a file, without a byte-order mark. */
  read(path: string, encoding?: FileEncoding): Promise<string>;
  /**
   * The bytes of a file from `from` up to and without `to`; fewer if it ends before. A link is not followed, so that a
   * file that is served is one of its own folder.
   */
  readPart(path: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Creates or truncates, writes and syncs the file's data; its name is durable only after `syncFolder`. */
  writeSynced(path: string, text: string, encoding?: FileEncoding): Promise<void>;
  /** Opens a file for appending, creating it if it is missing; a new name is durable only after `syncFolder`. */
  openAppend(path: string): Promise<AppendFile>;
  /** The same for a file that begins empty: one that exists loses what it contains. */
  openEmpty(path: string): Promise<AppendFile>;
  /**
   * Cuts a file that exists to `size` bytes; durable after the next `sync` of this file. By its path, since Windows refuses
   * it on a handle that appends.
   */
  truncate(path: string, size: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes names in a folder durable: a rename or a new file survives a power cut only after this. */
  syncFolder(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** The names in a folder; none if there is no such folder. */
  list(path: string): Promise<string[]>;
  remove(path: string): Promise<void>;
  /** Removes a folder that is empty. */
  removeFolder(path: string): Promise<void>;
  /** @returns size in bytes and time of the last change in ms, or `null` if there is no such file */
  stat(path: string): Promise<{ size: number; changedAt: number } | null>;
  /** The same files without waiting for other programs, where this port does: for what is not worth it. */
  readonly atOnce?: FilePort;
}

/**
 * Whether a system error says that a file or folder does not exist; nothing does inside of what is no folder, and only
 * Windows says so with one code.
 */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The error of a file or folder that should exist. */
export const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

/** A text without the byte-order mark that some programs add to UTF-8. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

async function withHandle<T>(
  path: string,
  flags: number | string,
  use: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(path, flags, 0o600);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

async function appendFile(path: string, flags: 'a' | 'w'): Promise<AppendFile> {
  const handle = await open(path, flags, 0o600);
  return {
    append: (content) => handle.appendFile(content, 'utf8'),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** The machine's own disk. */
export const diskPort: FilePort = {
  async read(path, encoding = 'utf8') {
    const text = await readFile(path, encoding);
    return encoding === 'utf8' ? withoutMark(text) : text;
  },
  // Windows has no such flag; making a link there needs the rights of an administrator.
  readPart: (path, from, to) =>
    withHandle(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0), async (handle) => {
      const bytes = new Uint8Array(Math.max(0, to - from));
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, from + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return bytes.subarray(0, length);
    }),
  writeSynced: (path, text, encoding = 'utf8') =>
    withHandle(path, 'w', async (handle) => {
      await handle.writeFile(text, encoding);
      await handle.datasync();
    }),
  openAppend: (path) => appendFile(path, 'a'),
  openEmpty: (path) => appendFile(path, 'w'),
  truncate: (path, size) => withHandle(path, 'r+', (handle) => handle.truncate(size)),
  rename,
  async syncFolder(path) {
    // Windows cannot open a folder for syncing; NTFS journals names by itself.
    if (process.platform === 'win32') return;
    await withHandle(path, constants.O_RDONLY, (handle) => handle.sync());
  },
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  list: async (path) => {
    try {
      return await readdir(path);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  remove: unlink,
  removeFolder: rmdir,
  stat: async (path) => {
    try {
      const { size, mtimeMs } = await stat(path);
      return { size, changedAt: mtimeMs };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
};

/**
 * Writes a file under a temporary name first. If that fails the temporary file is removed: on a full disk a half one would
 * take the room that the next changes need.
 */
export async function byTemporary<T>(
  files: Pick<FilePort, 'remove'>,
  path: string,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = `${path}.tmp`;
  try {
    return await write(temporary);
  } catch (error) {
    // Often it was never created, or its disk is missing. The first failure is reported, not this one.
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/**
 * Replaces a file so that at every instant either the old or the new text is there whole: a temporary file beside it is
 * written and synced, renamed over it, and the folder synced.
 */
export async function replaceFile(
  files: FilePort,
  path: string,
  text: string,
  encoding: FileEncoding = 'utf8',
): Promise<void> {
  await byTemporary(files, path, async (temporary) => {
    await files.writeSynced(temporary, text, encoding);
    await files.rename(temporary, path);
  });
  await files.syncFolder(dirname(path));
}

/** For a file that can be made again: with a hundred folders that may only be read, patience would take minutes. */
export const forCaches = (files: FilePort): FilePort => files.atOnce ?? files;

/**
 * Replaces a file that can be made again and proves by itself whether it is whole. It does not wait for the disk: after a power
 * cut the old one is there, the new one, or a damaged one. Nor does it wait for other programs.
 */
export async function replaceCache(port: FilePort, path: string, text: string): Promise<void> {
  const files = forCaches(port);
  await byTemporary(files, path, async (temporary) => {
    const file = await files.openEmpty(temporary);
    try {
      await file.append(text);
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  });
}
