import { join } from 'node:path';
import { type Instant, instant } from '#core/time/units.ts';
import type { FilePort } from '../storage/file-port.ts';
import { MEETING } from './document-kind.ts';
import { JOURNAL, PREVIOUS_JOURNAL, previousSnapshotOf, snapshotOf } from './meeting-files.ts';

/** The state of a meeting's files: what was made of them is valid as long as it is the same. */
export interface FilesState {
  /** Sizes and times, without quotes or backslashes. */
  readonly text: string;
  /** The latest change; 0 if there are no files. */
  readonly changedAt: Instant;
}

/** @param folder of the meeting */
export async function filesState(files: FilePort, folder: string): Promise<FilesState> {
  const names = [snapshotOf(MEETING), previousSnapshotOf(MEETING), JOURNAL, PREVIOUS_JOURNAL];
  const stats = await Promise.all(names.map((name) => files.stat(join(folder, name))));
  return {
    text: stats.map((file) => (file === null ? '-' : `${file.size}@${file.changedAt}`)).join(' '),
    changedAt: instant(Math.max(0, ...stats.map((file) => file?.changedAt ?? 0))),
  };
}
