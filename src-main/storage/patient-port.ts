import { dirname } from 'node:path';
import { codeOf } from './disk-refusal.ts';
import type { FilePort } from './file-port.ts';

/** Windows' errors for a file that an antivirus program or OneDrive is reading. */
const PASSING: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Whether a system error says that another program uses a file, or that nobody may touch it; Windows says both alike. */
export const isInUse = (error: unknown): boolean => PASSING.has(codeOf(error));

/** The first wait; each is twice the last, up to the longest, ms. */
const FIRST = 25;
const LONGEST = 400;
/** Longest total wait of one operation, ms: a file that stays in use is then refused. */
const PATIENCE = 4000;

/** A disk that fails to read has tried several times itself: what stays unreadable for so long is taken for damaged, ms. */
const PATIENCE_READING = 400;

/** `write`: creates, changes or replaces a file of a folder. `use`: reads or removes one that exists. */
type Kind = 'write' | 'use';

/** How long to wait for what failed with this error, ms; 0 if waiting does not mend it. */
function patienceFor(error: unknown, kind: Kind): number {
  if (isInUse(error)) return PATIENCE;
  return codeOf(error) === 'EIO' && kind === 'use' ? PATIENCE_READING : 0;
}

const defaultWait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries an operation on a path until it succeeds, waiting does not mend its error, or the patience is spent. */
export type Patience = <T>(path: string, kind: Kind, operation: () => Promise<T>) => Promise<T>;

/**
 * For a few seconds, while another program holds a file. What fails for that long is refused at once from then on: a folder
 * in which nothing can be written until something can, a file that cannot be read or removed until it can. So is each
 * place that the disk cannot read, until something can be written.
 * @param wait injected by tests
 */
export function patience(wait: (ms: number) => Promise<void> = defaultWait): Patience {
  /** A bad place has no path, as a disk has many of them. */
  const spent = new Set<string>();
  const UNREADABLE = 'unreadable';
  const inUse = (path: string): string => `in use: ${path}`;
  const inFolder = (path: string): string => `writing in: ${dirname(path)}`;

  return async (path, kind, operation) => {
    let waited = 0;
    for (let next = FIRST; ; next = Math.min(next * 2, LONGEST)) {
      try {
        const done = await operation();
        const mended = kind === 'write' ? [inUse(path), inFolder(path), UNREADABLE] : [inUse(path)];
        for (const one of mended) spent.delete(one);
        return done;
      } catch (error) {
        const longest = patienceFor(error, kind);
        const about = codeOf(error) === 'EIO' ? UNREADABLE : (kind === 'write' ? inFolder : inUse)(path);
        if (longest === 0 || spent.has(about)) throw error;
        if (waited >= longest) {
          spent.add(about);
          throw error;
        }
        waited += next;
        await wait(next);
      }
    }
  };
}

/**
 * A file port that has `patience`. An append and a sync are not retried: after a failure nobody knows what arrived, and the
 * journal is rewritten.
 * @param wait injected by tests
 */
export function patientPort(files: FilePort, wait?: (ms: number) => Promise<void>): FilePort {
  const tried = patience(wait);
  return {
    read: (path, encoding) => tried(path, 'use', () => files.read(path, encoding)),
    readPart: (path, from, to) => tried(path, 'use', () => files.readPart(path, from, to)),
    writeSynced: (path, text, encoding) => tried(path, 'write', () => files.writeSynced(path, text, encoding)),
    openAppend: (path) => tried(path, 'write', () => files.openAppend(path)),
    openEmpty: (path) => tried(path, 'write', () => files.openEmpty(path)),
    truncate: (path, size) => tried(path, 'write', () => files.truncate(path, size)),
    rename: (from, to) => tried(to, 'write', () => files.rename(from, to)),
    syncFolder: (path) => files.syncFolder(path),
    makeFolder: (path) => tried(path, 'write', () => files.makeFolder(path)),
    list: (path) => tried(path, 'use', () => files.list(path)),
    remove: (path) => tried(path, 'use', () => files.remove(path)),
    removeFolder: (path) => tried(path, 'use', () => files.removeFolder(path)),
    stat: (path) => tried(path, 'use', () => files.stat(path)),
    atOnce: files,
  };
}
