import type { Listed, ReadRow } from '../../meeting/meeting-list.ts';
import { workerThread } from '../../storage/worker-thread.ts';
import type { MakeDigest } from '../digests.ts';
import type { ReadJob } from './jobs.ts';

/** How long the thread is kept, ms: once everything is read it is of no use, and needs memory. */
const IDLE = 2_000;

/** Reads many meetings beside the main thread, which answers the windows meanwhile and needs no memory for them. */
export interface ReadAside {
  readonly row: ReadRow;
  readonly digest: MakeDigest;
}

/**
 * @param script the built file of `main.ts`
 * @param onStarted see `workerThread`
 */
export function readAside(script: string, onStarted?: () => void): ReadAside {
  const read = workerThread<ReadJob, Listed | string | null>(script, IDLE, onStarted);
  // The job ties an answer to its kind, which TypeScript cannot follow through a message.
  return {
    row: (folder, id, changedAt) => read({ what: 'row', folder, id, changedAt }) as Promise<Listed | null>,
    digest: (folder, id, stamp) => read({ what: 'digest', folder, id, stamp }) as Promise<string | null>,
  };
}
