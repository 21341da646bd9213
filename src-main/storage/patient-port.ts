import { codeOf } from './disk-refusal.ts';
import type { FilePort } from './file-port.ts';

/** Windows' errors for a file that an antivirus program or OneDrive is reading. */
const PASSING: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** The first wait; each is twice the last, up to the longest, ms. */
const FIRST = 25;
const LONGEST = 400;
/** Longest total wait of one operation, ms: a file that stays in use is then refused. */
const PATIENCE = 4000;

/** A disk that fails to read has tried several times itself: what stays unreadable for so long is taken for damaged, ms. */
const PATIENCE_READING = 400;

/** How long to wait for what failed with this error, ms; 0 if waiting does not mend it. */
function patienceFor(error: unknown, writes: boolean): number {
  const code = codeOf(error);
  if (PASSING.has(code)) return PATIENCE;
  return code === 'EIO' && !writes ? PATIENCE_READING : 0;
}

const defaultWait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A file port that retries for a few seconds while another program holds a file. What fails for that long (a read-only
 * folder) is refused at once from then on, until something can be written again. So is a place that the disk cannot read.
 *
 * An append and a sync are not retried: after a failure nobody knows what arrived, and the journal is rewritten.
 * @param wait injected by tests
 */
export function patientPort(files: FilePort, wait: (ms: number) => Promise<void> = defaultWait): FilePort {
  let patient = true;

  async function tried<T>(operation: () => Promise<T>, writes: boolean): Promise<T> {
    let waited = 0;
    for (let next = FIRST; ; next = Math.min(next * 2, LONGEST)) {
      try {
        const done = await operation();
        if (writes) patient = true;
        return done;
      } catch (error) {
        const patience = patienceFor(error, writes);
        if (patience === 0 || !patient) throw error;
        if (waited >= patience) {
          patient = false;
          throw error;
        }
        waited += next;
        await wait(next);
      }
    }
  }

  return {
    read: (path, encoding) => tried(() => files.read(path, encoding), false),
    readPart: (path, from, to) => tried(() => files.readPart(path, from, to), false),
    writeSynced: (path, text, encoding) => tried(() => files.writeSynced(path, text, encoding), true),
    openAppend: (path) => tried(() => files.openAppend(path), true),
    openEmpty: (path) => tried(() => files.openEmpty(path), true),
    truncate: (path, size) => tried(() => files.truncate(path, size), true),
    rename: (from, to) => tried(() => files.rename(from, to), true),
    syncFolder: (path) => files.syncFolder(path),
    makeFolder: (path) => tried(() => files.makeFolder(path), true),
    list: (path) => tried(() => files.list(path), false),
    remove: (path) => tried(() => files.remove(path), true),
    removeFolder: (path) => tried(() => files.removeFolder(path), true),
    stat: (path) => tried(() => files.stat(path), false),
  };
}
