import type { ReadAside } from '../archive/worker/read-aside.ts';
import type { Renderer } from '../exports/rendering.ts';
import type { Host } from '../hosts/port.ts';
import type { Clock } from '../meeting/journal.ts';
import type { ReceivedFile } from '../moving/received-file.ts';
import type { SlidesFiles } from '../slides/slides-files.ts';
import type { ExportDisk } from '../storage/export-file.ts';
import type { FilePort } from '../storage/file-port.ts';

export interface ApplicationOptions {
  readonly host: Host;
  readonly files: FilePort;
  /** The slides of the data folder; the host serves the same ones. */
  readonly slides: SlidesFiles;
  readonly dataFolder: string;
  /** Where exports go when the host has no dialog. */
  readonly documentsFolder: string;
  readonly clock: Clock;
  /** Builds documents; in a worker thread where windows must be answered meanwhile. */
  readonly render: Renderer;
  /** Reads many meetings in a worker thread; absent, main reads all of them itself. */
  readonly readAside?: ReadAside;
  /** Where exports are written; injected by tests. */
  readonly exportDisk?: ExportDisk;
  /** Where an archive is received; injected by tests. */
  readonly received?: ReceivedFile;
  readonly version: string;
  report(error: unknown): void;
}

export interface Application {
  /** Reads settings and the list of meetings, begins to answer windows, and opens the desk. */
  start(): Promise<{ deskUrl: string | null }>;
  /** The machine goes to sleep: the spent time of a running turn is stored. */
  suspended(): void;
  /** The machine woke up: a running turn is paused and the operator is asked, as after any interruption. */
  resumed(): void;
  /** Saves everything that was acknowledged, and continues. @throws Refused if something could not be saved */
  flush(): Promise<void>;
  /**
   * For an end at which the data folder is another's, or cannot be written: keeps the open documents' unsaved changes among
   * the exports.
   * @returns the files, which can be opened as backups; none if nothing was unsaved
   */
  keepUnsaved(): Promise<readonly string[]>;
  /**
   * Quits: everything is saved, the open meeting closed, and nothing is processed any more. Overlapping calls share one
   * attempt.
   * @throws Refused if something could not be saved (`diskFull` and the like, `saveFailed`); the application then
   * continues as before and may be stopped again
   */
  stop(): Promise<void>;
}
