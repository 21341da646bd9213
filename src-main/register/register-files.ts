import { join } from 'node:path';
import { brokenRegisterRules, REGISTER_COMMAND_TYPES, type RegisterCommandType } from '#core/commands/register.ts';
import { emptyRegister, REGISTER_SCHEMA, Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { DocumentKind } from '../meeting/document-kind.ts';
import { createDocument, type DocumentPlace, openRecovered, provesNothing } from '../meeting/document-store.ts';
import type { OpenedDocument } from '../meeting/journal.ts';
import { recoverDocument } from '../meeting/recovery.ts';

export const REGISTER: DocumentKind<Register, RegisterCommandType> = {
  word: 'register',
  schema: REGISTER_SCHEMA,
  migrations: {},
  commands: REGISTER_COMMAND_TYPES,
  parse: (stored) => Register.safeParse(stored),
  brokenRules: brokenRegisterRules,
};

export interface RegisterFiles extends Pick<DocumentPlace, 'files' | 'now' | 'report' | 'tuning'> {
  readonly dataFolder: string;
  /** Backups that may replace damaged files, newest first. */
  readonly backups: { paths(): Promise<readonly string[]> };
}

const registerFolder = (dataFolder: string): string => join(dataFolder, 'register');

/** Whether any file proves a register; what only a backup proves is one too. */
export async function hasRegister({ files, dataFolder, backups }: RegisterFiles): Promise<boolean> {
  return !(await provesNothing(files, registerFolder(dataFolder), REGISTER)) || (await backups.paths()).length > 0;
}

/**
 * Reads the register; a new one is begun where there is none. A damaged file is kept, and never opened as an empty one.
 * @throws Refused `registerUnreadable`, `meetingFromFuture`
 */
export async function openRegister(options: RegisterFiles): Promise<OpenedDocument<Register, RegisterCommandType>> {
  const { files, dataFolder, now, report, tuning, backups } = options;
  const folder = registerFolder(dataFolder);
  const place: DocumentPlace = { files, folder, root: dataFolder, now, report, tuning };
  if (!(await hasRegister(options))) {
    await createDocument(REGISTER, place, emptyRegister(now()), [dataFolder]);
  }
  try {
    return openRecovered(
      REGISTER,
      place,
      await recoverDocument(REGISTER, { files, folder, backups: backups.paths }),
      0,
    );
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'meetingUnreadable') throw error;
    throw new Refused('registerUnreadable', error.params);
  }
}
