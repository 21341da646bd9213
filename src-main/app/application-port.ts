import type { Make } from '../exports/rendering.ts';
import type { Host } from '../hosts/port.ts';
import type { Clock } from '../meeting/meeting-session.ts';
import type { ExportDisk } from '../storage/export-file.ts';
import type { FilePort } from '../storage/file-port.ts';

export interface ApplicationOptions {
  readonly host: Host;
  readonly files: FilePort;
  readonly dataFolder: string;
  /** Where exports go when the host has no dialog. */
  readonly documentsFolder: string;
  readonly clock: Clock;
  /** Makes documents; in a thread of its own where there are windows to be answered meanwhile. */
  readonly make: Make;
  /** Where exports are written; injected by tests. */
  readonly exportDisk?: ExportDisk;
  readonly version: string;
  report(error: unknown): void;
}

export interface Application {
  /** Reads settings and the list of meetings and begins to answer windows; opens the desk. */
  start(): Promise<{ deskUrl: string | null }>;
  /** The machine goes to sleep: what a running turn has spent is noted. */
  suspended(): void;
  /** The machine is awake again: a turn that was running stands still and the operator is asked, as after an outage. */
  resumed(): void;
  /** Writes down what was acknowledged, and goes on. @throws Refused when something could not be saved */
  flush(): Promise<void>;
  /**
   * Quits: everything is written down, the open meeting closed, and nothing is done any more. Calls that overlap share one
   * attempt.
   * @throws Refused when something could not be saved (`diskFull` and the like, `saveFailed`); the application then goes on
   * as before, and may be stopped again
   */
  stop(): Promise<void>;
}
