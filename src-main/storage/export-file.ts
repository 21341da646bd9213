import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refused } from '#core/refusals/refusals.ts';
import { codeOf, reasonOf } from './disk-refusal.ts';
import type { FilePort } from './file-port.ts';

/** What is written: all of it, or one piece after the other. */
export type ExportBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** The file operations of an export, so that a test can put a failing disk behind them. */
export interface ExportDisk {
  /** Creates a file that did not exist, writes and syncs it. */
  writeSynced(path: string, bytes: ExportBytes): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** @param whole with all parent folders; otherwise only the last one, in an existing folder */
  makeFolder(path: string, whole: boolean): Promise<void>;
}

const nodeDisk: ExportDisk = {
  async writeSynced(path, bytes) {
    const handle = await open(path, 'wx');
    try {
      await writeFile(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  remove: unlink,
  async makeFolder(path, whole) {
    try {
      await mkdir(path, { recursive: whole });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  },
};

/**
 * What a system error means for the user, by what can be done about it.
 * @param replacing whether the new file had been written and was to replace the old one
 */
function refusalOf(error: unknown, path: string, replacing: boolean): Refused {
  const folder = dirname(path);
  const reason = reasonOf(error);
  switch (reason) {
    case 'full':
      return new Refused('exportFull', { folder }, error);
    case 'busy':
      return new Refused('exportBusy', { path }, error);
    case 'denied':
      // The folder has just accepted a file. On Windows this is the error for a file that another program holds open.
      return replacing && codeOf(error) !== 'EROFS'
        ? new Refused('exportBusy', { path }, error)
        : new Refused('exportDenied', { folder }, error);
    case 'gone':
      // A disk that answers with an error exists, and may refuse the next time too.
      return codeOf(error) === 'EIO'
        ? new Refused('exportFailed', {}, error)
        : new Refused('exportGone', { folder }, error);
    case 'unknown':
      return new Refused('exportFailed', {}, error);
    default:
      return reason satisfies never;
  }
}

/** Whether a file exists that an export would replace. @throws Refused as `writeExport` does */
export async function wouldReplace(files: Pick<FilePort, 'stat'>, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)) !== null;
  } catch (error) {
    throw refusalOf(error, path, false);
  }
}

/**
 * How much of the folder may be created: all of it, its last part, or nothing. A folder that the user chose and that is
 * missing was on a disk that was unplugged, or on the network; creating it would hide that.
 */
export type MakeFolder = 'whole' | 'last' | 'nothing';

/**
 * Writes an exported file under another name first and renames it, so that a failure leaves the old file unchanged and
 * nothing half beside it.
 * @throws Refused `exportFull`, `exportBusy`, `exportDenied`, `exportGone`, or `exportFailed`; the system's error is
 * the cause. A refusal of `bytes` itself is passed on
 */
export async function writeExport(
  path: string,
  bytes: ExportBytes,
  make: MakeFolder,
  disk: ExportDisk = nodeDisk,
): Promise<void> {
  // A unique name: it must not replace a user's file, nor be longer than the folder allows.
  const temporary = join(dirname(path), `.ekspose-${randomUUID()}.part`);
  let written = false;
  try {
    if (make !== 'nothing') await disk.makeFolder(dirname(path), make === 'whole');
    await disk.writeSynced(temporary, bytes);
    written = true;
    await disk.rename(temporary, path);
  } catch (error) {
    // Often it was never created, or its disk is missing. The first failure is reported, not this one.
    await disk.remove(temporary).catch(() => undefined);
    // Of what is made while it is written, the maker says why it ends.
    if (error instanceof Refused) throw error;
    throw refusalOf(error, path, written);
  }
}
