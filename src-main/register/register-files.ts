import { join } from 'node:path';
import { brokenRegisterRules } from '#core/commands/broken-rules.ts';
import { REGISTER_COMMAND_TYPES, type RegisterCommandType } from '#core/commands/register.ts';
import { emptyRegister, REGISTER_SCHEMA, Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { DocumentKind } from '../meeting/document-kind.ts';
import { createDocument, type DocumentPlace, openRecovered, provesNothing } from '../meeting/document-store.ts';
import { heartbeats } from '../meeting/heartbeat.ts';
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

/** Where the register's own files are. */
export const registerFolder = (dataFolder: string): string => join(dataFolder, 'register');

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
    const found = await recoverDocument(REGISTER, { files, folder, backups: backups.paths, report });
    const mark = await heartbeats(files, report).read(folder);
    return openRecovered(REGISTER, place, found, Math.max(0, (mark?.durable ?? 0) - found.seq));
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'meetingUnreadable') throw error;
    throw new Refused('registerUnreadable', error.params, error.cause);
  }
}

/** Stores how many changes of the register are on the disk, as a meeting's heartbeat does: a journal that ends before has lost some. */
export function registerMark({
  files,
  dataFolder,
  now,
  report,
}: Pick<RegisterFiles, 'files' | 'dataFolder' | 'now' | 'report'>): (durable: number) => Promise<void> {
  const marks = heartbeats(files, report);
  return (durable) => marks.write(registerFolder(dataFolder), { turn: null, at: now(), durable });
}
