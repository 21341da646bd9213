import { z } from 'zod';
import { Agency } from '../model/agency.ts';
import { BackupName, BackupPlace, type BackupRow, type RegisterContent } from '../model/backup.ts';
import { EntryFields } from '../model/entry.ts';
import { AGENCIES_MAX } from '../model/lengths.ts';
import type { Register } from '../model/register.ts';
import { Role } from '../model/roles.ts';

const RegisterBackup = z.object({ place: BackupPlace, name: BackupName });

/** Requests about what is said between meetings. */
export const REGISTER_REQUESTS = {
  /** The register; `null` if there is none yet. Asked again when `DeskView.register.rev` has changed. */
  'register.read': z.object({}),
  /** A command of the register, see `RegisterCommand`; answered when it is on the disk. */
  'register.command': z.object({ command: z.looseObject({ type: z.string() }) }),
  /** The backups of the register, newest first. */
  'register.backups': z.object({}),
  /** What is inside one of them. Refused with `unknownBackup`, `backupUnreadable`, `backupFromFuture`. */
  'register.look': RegisterBackup,
  /** Makes the register what it was in a backup; its present state is backed up first, and undo brings it back. */
  'register.restore': RegisterBackup,
  'register.undo': z.object({}),
  'register.redo': z.object({}),
  /**
   * Says the same of one or more follow-ups or problems: in the open meeting, of those that it contains and while it is
   * not closed; of all others in the register.
   */
  'matter.entry': z.object({
    subjectIds: z.array(z.string().min(1).max(64)).min(1).max(1000),
    by: Role.nullable(),
    fields: EntryFields,
    /** The agencies that `fields.pics` names. */
    agencies: z.array(Agency).max(AGENCIES_MAX).default([]),
  }),
} as const;

export interface RegisterAnswers {
  'register.read': Register | null;
  'register.command': null;
  'register.backups': readonly BackupRow[];
  'register.look': RegisterContent;
  'register.restore': null;
  'register.undo': null;
  'register.redo': null;
  /** Where each was written. */
  'matter.entry': { readonly inMeeting: readonly string[]; readonly inRegister: readonly string[] };
}
