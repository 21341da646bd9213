import { join } from 'node:path';
import { backupsToDrop, isBackupDue } from '#core/backups/rotation.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Register } from '#core/model/register.ts';
import type { Instant } from '#core/time/units.ts';
import type { Zone } from '#core/time/zone.ts';
import { documentSnapshot, snapshotText } from '../meeting/snapshot-text.ts';
import { REGISTER } from '../register/register-files.ts';
import { type FilePort, replaceFile } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { instantIn, stampOf } from './store.ts';

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
  paths(): Promise<string[]>;
  /** Backs up, unless this change is backed up. Never rejects: a failure is reported. */
  write(register: Register, seq: number): Promise<void>;
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
      return at === null ? [] : [{ name, at, asked: false }];
    });

  /** A folder that cannot be listed must not keep the others from being read. */
  const unlisted = (error: unknown): [] => {
    report(error);
    return [];
  };

  async function writeInto(folder: string, name: string, text: string): Promise<void> {
    await replaceFile(files, join(folder, name), text);
    for (const old of backupsToDrop(await kept(folder), zone())) await files.remove(join(folder, old));
  }

  async function write(register: Register, seq: number): Promise<void> {
    if (written?.seq === seq) return;
    const at = now();
    written = { seq, at };
    const text = snapshotText(documentSnapshot(REGISTER, { seq, at, mono: null, document: register }));
    const name = `${REGISTER_ID}-${stampOf(at)}-${seq}.json`;
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

  return {
    async paths() {
      const folder = chosen();
      const found = await Promise.all(
        [own, ...(folder === null ? [] : [folder])].map(async (one) =>
          (await kept(one).catch(unlisted)).map(({ name, at }) => ({ path: join(one, name), at })),
        ),
      );
      return found
        .flat()
        .sort((a, b) => b.at - a.at)
        .map(({ path }) => path);
    },
    write: (register, seq) => queue(() => write(register, seq)),
    isDue: () => isBackupDue(written?.at ?? null, now()),
  };
}
