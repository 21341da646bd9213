import { join } from 'node:path';
import { backupsToDrop, isBackupDue } from '#core/backups/rotation.ts';
import { BackupPlace, type BackupRow } from '#core/model/backup.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { Zone } from '#core/time/zone.ts';
import { Damaged, documentSnapshot, snapshotFrom, snapshotText } from '../meeting/snapshot-text.ts';
import { REGISTER } from '../register/register-files.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { isUnreadable } from '../storage/read-around.ts';
import { instantIn, removeLeftovers, stampOf } from './store.ts';

export interface RegisterBackupsOptions {
  readonly files: FilePort;
  readonly dataFolder: string;
  /** The folder that the user chose. */
  chosen(): string | null;
  zone(): Zone;
  now(): Instant;
  report(error: unknown): void;
}

/** Backups of the register, beside those of meetings and in the folder that the user chose, kept by the same rotation. */
export interface RegisterBackups {
  /** Newest first. */
  rows(): Promise<BackupRow[]>;
  /** The paths of all of them, newest first. */
  paths(): Promise<string[]>;
  /** @throws Refused `unknownBackup`, `backupUnreadable`, `backupFromFuture` */
  read(place: BackupPlace, name: string): Promise<{ readonly register: Register; readonly at: Instant }>;
  /**
   * Backs up, unless this change is backed up. Never rejects: a failure is reported.
   * @param asked before something replaces it: see `KeptBackup`
   */
  write(register: Register, seq: number, asked?: boolean): Promise<void>;
  /** Whether enough time has passed since the last one. */
  isDue(): boolean;
}

export function registerBackups(options: RegisterBackupsOptions): RegisterBackups {
  const { files, dataFolder, chosen, zone, now, report } = options;
  const root = join(dataFolder, 'backups');
  const own = join(root, REGISTER_ID);
  const queue = oneByOne();
  let written: { readonly seq: number; readonly at: Instant } | null = null;

  const kept = async (folder: string): Promise<{ name: string; at: Instant; asked: boolean }[]> =>
    (await files.list(folder)).flatMap((name) => {
      const at = name.startsWith(`${REGISTER_ID}-`) ? instantIn(name) : null;
      return at === null ? [] : [{ name, at, asked: name.endsWith('m.json') }];
    });

  /** A folder that cannot be listed must not keep the others from being read. */
  const unlisted = (error: unknown): [] => {
    report(error);
    return [];
  };

  async function writeInto(folder: string, name: string, text: string): Promise<void> {
    await removeLeftovers(files, folder, `${REGISTER_ID}-`, now());
    await replaceFile(files, join(folder, name), text);
    for (const old of backupsToDrop(await kept(folder), zone())) await files.remove(join(folder, old));
  }

  async function write(register: Register, seq: number, asked: boolean): Promise<void> {
    if (written?.seq === seq) return;
    const at = now();
    written = { seq, at };
    const text = snapshotText(documentSnapshot(REGISTER, { seq, at, mono: null, document: register }));
    const name = `${REGISTER_ID}-${stampOf(at)}-${seq}${asked ? 'm' : ''}.json`;
    try {
      await files.makeFolder(own);
      await files.syncFolder(dataFolder);
      await files.syncFolder(root);
      await writeInto(own, name, text);
    } catch (error) {
      report(error);
    }
    const folder = chosen();
    // It is never created: with the flash disk unplugged it would be on the wrong disk.
    if (folder !== null) await writeInto(folder, name, text).catch(report);
  }

  const folderOf = (place: BackupPlace): string | null => (place === 'own' ? own : chosen());

  async function rowsIn(place: BackupPlace): Promise<BackupRow[]> {
    const folder = folderOf(place);
    if (folder === null) return [];
    const found = await kept(folder).catch(unlisted);
    return Promise.all(
      found.map(async ({ name, at }) => {
        const path = join(folder, name);
        return { place, name, path, at, size: (await files.stat(path).catch(() => null))?.size ?? 0 };
      }),
    );
  }
  async function rows(): Promise<BackupRow[]> {
    const found = await Promise.all(BackupPlace.options.map(rowsIn));
    return found.flat().sort((a, b) => b.at - a.at);
  }

  return {
    rows,
    paths: async () => (await rows()).map(({ path }) => path),
    async read(place, name) {
      const folder = folderOf(place);
      if (folder === null || !name.startsWith(`${REGISTER_ID}-`)) throw new Refused('unknownBackup');
      const path = join(folder, name);
      try {
        const { schema, at, stored } = snapshotFrom(JSON.parse(await files.read(path)), REGISTER);
        if (schema > REGISTER.schema) throw new Refused('backupFromFuture');
        const parsed = REGISTER.parse(stored);
        if (!parsed.success) throw new Damaged(parsed.error.message);
        return { register: parsed.data, at };
      } catch (error) {
        if (isMissing(error)) throw new Refused('unknownBackup');
        if (isUnreadable(error)) throw new Refused('backupUnreadable', { path }, error);
        if (error instanceof Damaged || error instanceof SyntaxError) throw new Refused('backupUnreadable', { path });
        throw error;
      }
    },
    write: (register, seq, asked = false) => queue(() => write(register, seq, asked)),
    isDue: () => isBackupDue(written?.at ?? null, now()),
  };
}
