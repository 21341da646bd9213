import { Refused } from '#core/refusals/refusals.ts';
import type { ExportProgress } from '#core/views/desk.ts';
import { type ExportBytes, type ExportDisk, type MakeFolder, writeExport } from '../storage/export-file.ts';

/** Lets a long export report its progress, and ask whether it was cancelled. */
export interface LongExport {
  /** Reports to the desk: so many files are written, and this one is being made. */
  at(done: number, name: string): void;
  cancelled(): boolean;
}

/** State of exports that outlives one request: the long one in progress, and files being written. */
export interface Exporting {
  view(): ExportProgress | null;
  /**
   * Runs a long export, one at a time.
   * @throws Refused `exportUnderWay`
   */
  run<T>(total: number, work: (progress: LongExport) => Promise<T>): Promise<T>;
  cancel(): void;
  /** Writes a file, see `writeExport`. @throws Refused `quitting` while paused, besides those of `writeExport` */
  write(path: string, bytes: ExportBytes, make: MakeFolder): Promise<void>;
  /** Starts nothing more until `resume()`, ends a long export, and resolves when no file is half written. */
  pause(): Promise<void>;
  resume(): void;
}

/**
 * @param onChange the view has changed
 * @param disk injected by tests
 */
export function exporting(onChange: () => void, disk?: ExportDisk): Exporting {
  let view: ExportProgress | null = null;
  let cancelled = false;
  let paused = false;
  const writes = new Set<Promise<void>>();

  const show = (next: ExportProgress | null): void => {
    view = next;
    onChange();
  };

  return {
    view: () => view,
    async run(total, work) {
      if (view !== null) throw new Refused('exportUnderWay');
      cancelled = false;
      show({ done: 0, total, name: '' });
      try {
        return await work({
          at: (done, name) => show({ done, total, name }),
          cancelled: () => cancelled || paused,
        });
      } finally {
        show(null);
      }
    },
    cancel() {
      cancelled = true;
    },
    async write(path, bytes, make) {
      if (paused) throw new Refused('quitting');
      const writing = writeExport(path, bytes, make, disk);
      writes.add(writing);
      await writing.finally(() => writes.delete(writing));
    },
    async pause() {
      paused = true;
      await Promise.allSettled(writes);
    },
    resume() {
      paused = false;
    },
  };
}
