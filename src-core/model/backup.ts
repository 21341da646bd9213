import { z } from 'zod';
import type { Instant } from '../time/units.ts';
import type { CivilDate } from '../time/zone.ts';

/** Where a backup is: beside the meetings, or in the folder that the user chose. */
export const BackupPlace = z.enum(['own', 'chosen']);
export type BackupPlace = z.infer<typeof BackupPlace>;

/** A backup's name as the application generates it: never a path, so that a window cannot name any other file. */
export const BackupName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,120}\.json$/);

export interface BackupRow {
  readonly place: BackupPlace;
  readonly name: string;
  readonly path: string;
  readonly at: Instant;
  readonly size: number;
  /** Whether its name says that another computer made it: several may use one folder for theirs. */
  readonly isOfAnother: boolean;
}

/** A summary of a backup of what is said between meetings. */
export interface RegisterContent {
  readonly at: Instant;
  /** What was said of follow-ups and problems. */
  readonly entries: number;
  /** Agencies that were renamed, merged or described. */
  readonly agencies: number;
  /** Follow-ups and problems of deleted meetings. */
  readonly kept: number;
  /** The last thing that was said; `null` if nothing was. */
  readonly lastSaid: Instant | null;
}

/** A summary of a backup, shown before it is restored. */
export interface BackupContent {
  readonly meetingId: string;
  readonly title: string;
  readonly date: CivilDate;
  readonly at: Instant;
  readonly seq: number;
  readonly agencies: number;
  readonly done: number;
  readonly notes: number;
  readonly followUps: number;
}
