import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refused } from '#core/refusals/refusals.ts';
import { codeOf, reasonOf } from './disk-refusal.ts';
import type { FilePort } from './file-port.ts';

/** The few operations of writing an export, so that a test can put a disk behind them which fails. */
export interface ExportDisk {
  /** Creates a file that was not there, writes and syncs it. */
  writeSynced(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** @param whole with the folders above it; else only the last one, in one that is there */
  makeFolder(path: string, whole: boolean): Promise<void>;
}

const nodeDisk: ExportDisk = {
  async writeSynced(path, bytes) {
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile(bytes);
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
 * What an error of the system means for the user, by what is to be done about it.
 * @param replacing whether the new file had been written and was to take the old one's place
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
      // The folder has just taken a file. On Windows this is how a file answers that another program holds open.
      return replacing && codeOf(error) !== 'EROFS'
        ? new Refused('exportBusy', { path }, error)
        : new Refused('exportDenied', { folder }, error);
    case 'gone':
      // A disk that answers with an error of its own is there, and may not do it the next time either.
      return codeOf(error) === 'EIO'
        ? new Refused('exportFailed', {}, error)
        : new Refused('exportGone', { folder }, error);
    case 'unknown':
      return new Refused('exportFailed', {}, error);
    default:
      return reason satisfies never;
  }
}

/** Whether a file is there that an export would replace. @throws Refused as `writeExport` does */
export async function wouldReplace(files: Pick<FilePort, 'stat'>, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)) !== null;
  } catch (error) {
    throw refusalOf(error, path, false);
  }
}

/**
 * How much of the folder is ours to make: all of it, its last part, or nothing. A folder that the user chose and that is
 * gone was on a disk that was taken out, or on the network: made anew, it would hide that.
 */
export type MakeFolder = 'whole' | 'last' | 'nothing';

/**
 * Writes an exported file beside its place first and renames it, so that a failure leaves the old file as it was and
 * nothing half beside it.
 * @throws Refused `exportFull`, `exportBusy`, `exportDenied`, `exportGone`, or `exportFailed`; what the system said is the cause
 */
export async function writeExport(
  path: string,
  bytes: Uint8Array,
  make: MakeFolder,
  disk: ExportDisk = nodeDisk,
): Promise<void> {
  // A name of its own: it must not replace a file of the user's, and be no longer than the folder takes.
  const temporary = join(dirname(path), `.ekspose-${randomUUID()}.part`);
  let written = false;
  try {
    if (make !== 'nothing') await disk.makeFolder(dirname(path), make === 'whole');
    await disk.writeSynced(temporary, bytes);
    written = true;
    await disk.rename(temporary, path);
  } catch (error) {
    // Often it was never begun, or its disk is gone. What is to be told is the first failure, not this one.
    await disk.remove(temporary).catch(() => undefined);
    throw refusalOf(error, path, written);
  }
}
