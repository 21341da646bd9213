import type { Make } from '../exports/make.ts';
import type { Host } from '../hosts/port.ts';
import type { Clock } from '../meeting/meeting-session.ts';
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
  /** Writes down everything and closes the open meeting; rejects when something could not be saved. */
  stop(): Promise<void>;
}
