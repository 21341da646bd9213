import { join } from 'node:path';
import { backupsToDrop, isBackupDue } from '#core/backups/rotation.ts';
import { BackupPlace, type BackupRow } from '#core/model/backup.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { Zone } from '#core/time/zone.ts';
import { Damaged, documentSnapshot, snapshotFrom, snapshotText } from '../meeting/snapshot-text.ts';
import { REGISTER, registerFolder } from '../register/register-files.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { isUnreadable } from '../storage/read-around.ts';
import { backupName, type NamedBackup, namedBackup, OF_REGISTER } from './backup-name.ts';
import type { DataIdentity } from './data-identity.ts';
import { removeLeftovers } from './store.ts';

export interface RegisterBackupsOptions {
  readonly files: FilePort;
  readonly dataFolder: string;
  /** The folder that the user chose. */
  chosen(): string | null;
  zone(): Zone;
  now(): Instant;
  readonly identity: DataIdentity;
  report(error: unknown): void;
}

/** Backups of the register, beside those of meetings and in the folder that the user chose, kept by the same rotation. */
export interface RegisterBackups {
  /** All that can be restored, newest first. */
  rows(): Promise<BackupRow[]>;
  /** The paths of those that prove what this data folder's register was, newest first. */
  paths(): Promise<string[]>;
  /** @throws Refused `unknownBackup`, `backupUnreadable`, `backupFromFuture` */
  read(place: BackupPlace, name: string): Promise<{ readonly register: Register; readonly at: Instant }>;
  /**
   * Backs up into each folder that lacks this change. Never rejects: a failure is reported.
   * @param asked before something replaces it: see `KeptBackup`
   */
  write(register: Register, seq: number, asked?: boolean): Promise<void>;
  /** Whether enough time has passed since the last one. */
  isDue(): boolean;
}

/**
 * Reads the text of a backup of the register. @param path for the refusal
 * @throws Refused `backupUnreadable`, `backupFromFuture`
 */
export function registerIn(text: string, path: string): { readonly register: Register; readonly at: Instant } {
  try {
    const { schema, at, stored } = snapshotFrom(JSON.parse(text), REGISTER);
    if (schema > REGISTER.schema) throw new Refused('backupFromFuture');
    const parsed = REGISTER.parse(stored);
    if (!parsed.success) throw new Damaged(parsed.error.message);
    return { register: parsed.data, at };
  } catch (error) {
    if (error instanceof Damaged || error instanceof SyntaxError) throw new Refused('backupUnreadable', { path });
    throw error;
  }
}

export function registerBackups(options: RegisterBackupsOptions): RegisterBackups {
  const { files, dataFolder, chosen, zone, now, identity, report } = options;
  const root = join(dataFolder, 'backups');
  const own = join(root, REGISTER_ID);
  const queue = oneByOne();
  /** Of the last attempt, so that a failing folder is not tried at every change. */
  let attempted: Instant | null = null;
  /** By folder, the change that its last backup contains. */
  const backedUp = new Map<string, number>();

  const kept = async (folder: string): Promise<(NamedBackup & { readonly name: string })[]> =>
    (await files.list(folder)).flatMap((name) => {
      const named = namedBackup(OF_REGISTER, name);
      return named === null ? [] : [{ name, ...named }];
    });

  /** A folder that cannot be listed must not keep the others from being read. */
  const unlisted = (error: unknown): [] => {
    report(error);
    return [];
  };

  async function makeOwn(): Promise<void> {
    await files.makeFolder(own);
    await files.syncFolder(dataFolder);
    await files.syncFolder(root);
  }

  async function writeInto(folder: string, id: string, name: string, text: string): Promise<void> {
    // What other computers keep in a folder is not ours to delete.
    const isOurs = ({ owner }: NamedBackup): boolean => folder === own || owner === id;
    await removeLeftovers(files, folder, { subject: OF_REGISTER, isOurs }, now());
    await replaceFile(files, join(folder, name), text);
    const ours = (await kept(folder)).filter(isOurs);
    for (const old of backupsToDrop(ours, zone())) await files.remove(join(folder, old));
  }

  async function write(register: Register, seq: number, asked: boolean): Promise<void> {
    const folder = chosen();
    const lacking = [own, ...(folder === null ? [] : [folder])].filter((one) => backedUp.get(one) !== seq);
    if (lacking.length === 0) return;
    const at = now();
    attempted = at;
    const text = snapshotText(documentSnapshot(REGISTER, { seq, at, mono: null, document: register }));
    const id = await identity.made();
    const name = backupName(OF_REGISTER, { owner: id, at, seq, asked });
    for (const one of lacking) {
      try {
        // The chosen one is never created: with the flash disk unplugged it would be on the wrong disk.
        if (one === own) await makeOwn();
        await writeInto(one, id, name, text);
        backedUp.set(one, seq);
      } catch (error) {
        report(error);
      }
    }
  }

  const folderOf = (place: BackupPlace): string | null => (place === 'own' ? own : chosen());

  async function rowsIn(place: BackupPlace, id: string | null): Promise<BackupRow[]> {
    const folder = folderOf(place);
    if (folder === null) return [];
    const found = await kept(folder).catch(unlisted);
    return Promise.all(
      found.map(async ({ name, at, owner }) => {
        const path = join(folder, name);
        const isOfAnother = place !== 'own' && owner !== null && owner !== id;
        const size = (await files.stat(path).catch(() => null))?.size ?? 0;
        return { place, name, path, at, size, isOfAnother };
      }),
    );
  }
  async function rows(): Promise<BackupRow[]> {
    const id = await identity.known();
    const found = await Promise.all(BackupPlace.options.map((place) => rowsIn(place, id)));
    return found.flat().sort((a, b) => b.at - a.at);
  }

  const ownerOf = (name: string): string | null => namedBackup(OF_REGISTER, name)?.owner ?? null;
  /** See docs/decisions/0035-whose-backup-it-is.md#decision. */
  async function proving(): Promise<BackupRow[]> {
    const all = await rows();
    const named = all.filter(
      ({ place, name, isOfAnother }) => place === 'own' || (!isOfAnother && ownerOf(name) !== null),
    );
    if (named.length > 0 || (await identity.known()) !== null) return named;
    const hadOne = (await files.list(registerFolder(dataFolder))).length > 0;
    return hadOne ? all.filter(({ name }) => ownerOf(name) === null) : [];
  }

  return {
    rows,
    paths: async () => (await proving()).map(({ path }) => path),
    async read(place, name) {
      const folder = folderOf(place);
      if (folder === null || !name.startsWith(`${REGISTER_ID}-`)) throw new Refused('unknownBackup');
      const path = join(folder, name);
      try {
        return registerIn(await files.read(path), path);
      } catch (error) {
        if (isMissing(error)) throw new Refused('unknownBackup');
        if (isUnreadable(error)) throw new Refused('backupUnreadable', { path }, error);
        throw error;
      }
    },
    write: (register, seq, asked = false) => queue(() => write(register, seq, asked)).catch(report),
    isDue: () => isBackupDue(attempted, now()),
  };
}
