import { isAbsolute, relative, sep } from 'node:path';
import type { AppendFile, FilePort } from './file-port.ts';
import { patientPort } from './patient-port.ts';

/** Says whether the data folder is still ours: `null` if nothing has to be asked, else it resolves if so and rejects if not. */
export type StillMine = () => Promise<void> | null;

/** By what leads from one to the other, not by how both begin: the name of a whole drive ends with a separator already. */
function isInside(folder: string, path: string): boolean {
  const from = relative(folder, path);
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/**
 * A file port that writes into a folder only while its lock is ours: a disk or share that comes back may have been used
 * elsewhere meanwhile. Every writer of what is kept there goes through it, so none of them can be sooner than the lock. The
 * lock itself, a received archive and the profiles of browser windows do not: nobody's work is in them.
 */
export function claimedPort(files: FilePort, folder: string, mine: StillMine): FilePort {
  /** The operation starts before this returns if nothing has to be asked: `Journal.append` relies on it. */
  function asked<T>(paths: readonly string[], operation: () => Promise<T>): Promise<T> {
    const answer = paths.some((path) => isInside(folder, path)) ? mine() : null;
    return answer === null ? operation() : answer.then(operation);
  }

  /** A handle may outlive the time in which a share was away. */
  async function opened(path: string, open: () => Promise<AppendFile>): Promise<AppendFile> {
    const file = await asked([path], open);
    return { ...file, append: (content) => asked([path], () => file.append(content)) };
  }

  return {
    read: files.read,
    readPart: files.readPart,
    list: files.list,
    stat: files.stat,
    syncFolder: files.syncFolder,
    writeSynced: (path, text, encoding) => asked([path], () => files.writeSynced(path, text, encoding)),
    openAppend: (path) => opened(path, () => files.openAppend(path)),
    openEmpty: (path) => opened(path, () => files.openEmpty(path)),
    truncate: (path, size) => asked([path], () => files.truncate(path, size)),
    rename: (from, to) => asked([from, to], () => files.rename(from, to)),
    makeFolder: (path) => asked([path], () => files.makeFolder(path)),
    remove: (path) => asked([path], () => files.remove(path)),
    removeFolder: (path) => asked([path], () => files.removeFolder(path)),
  };
}

/**
 * The data folder as its application uses it. Each attempt of a write asks again: a machine may sleep between two of them.
 * @param wait injected by tests
 */
export const dataFolderPort = (
  files: FilePort,
  folder: string,
  mine: StillMine,
  wait?: (ms: number) => Promise<void>,
): FilePort => patientPort(claimedPort(files, folder, mine), wait);
