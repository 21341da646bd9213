import { join } from 'node:path';
import { produce } from 'immer';
import { BACKUP_EVERY, backupsToDrop } from '#core/backups/rotation.ts';
import { recoverRunningTurn } from '#core/commands/turn.ts';
import type { BackupContent, BackupPlace, BackupRow } from '#core/model/backup.ts';
import { MEETING_SCHEMA, Meeting, type MeetingId } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { spentAt } from '#core/schedule/turn-clock.ts';
import { duration, type Instant, type Mono } from '#core/time/units.ts';
import type { DiskReason } from '#core/views/desk.ts';
import { MEETING_MIGRATIONS, migrate } from '../meeting/migrations.ts';
import { Damaged, snapshotFrom, snapshotText, snapshotValue } from '../meeting/snapshot-text.ts';
import { reasonOf } from '../storage/disk-refusal.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { isUnreadable } from '../storage/read-around.ts';
import { backupName, type NamedBackup, namedBackup, ofMeeting } from './backup-name.ts';
import type { DataIdentity } from './data-identity.ts';

/** A meeting in a backup. A backup has the form of a snapshot: one file, which any Ekspose opens. */
export interface BackedUp {
  readonly meeting: Meeting;
  readonly seq: number;
  readonly at: Instant;
  readonly mono: Mono | null;
}

export interface BackupFailure {
  readonly folder: string;
  readonly reason: DiskReason;
  readonly error: unknown;
}

/** Where a backup is to be written. */
export interface BackupFolders {
  /** Beside the meetings. */
  readonly own: boolean;
  /** The folder that the user chose, if it is one of them. */
  readonly chosen: string | null;
}

export interface BackupStore {
  /** All backups of a meeting, newest first. A missing folder (an unplugged flash disk) contains none. */
  list(id: MeetingId, chosen: string | null): Promise<BackupRow[]>;
  /** Those of them that this data folder certainly made, newest first. */
  ours(id: MeetingId, chosen: string | null): Promise<BackupRow[]>;
  /** Those that prove what the meeting was on this computer, newest first. */
  proving(id: MeetingId, chosen: string | null): Promise<BackupRow[]>;
  /** Writes one backup into each of these folders, and deletes what of ours the rotation no longer keeps there. */
  write(
    state: BackedUp,
    into: BackupFolders,
    asked: boolean,
  ): Promise<{ row: BackupRow | null; failures: readonly BackupFailure[] }>;
  /** @throws Refused `unknownBackup`, `backupUnreadable`, `backupFromFuture` */
  read(id: MeetingId, place: BackupPlace, name: string, chosen: string | null): Promise<BackedUp>;
  folderOf(id: MeetingId): string;
}

/** Removes what interrupted backups of ours have left in a folder; what others write there is theirs, whatever their clock says. */
export async function removeLeftovers(
  files: FilePort,
  folder: string,
  { subject, isOurs }: { readonly subject: string; isOurs(named: NamedBackup): boolean },
  now: Instant,
): Promise<void> {
  for (const name of await files.list(folder)) {
    const begun = name.endsWith('.tmp') ? namedBackup(subject, name.slice(0, -'.tmp'.length)) : null;
    // A copy of this data folder on another computer has the same name, and may be writing now.
    if (begun === null || !isOurs(begun) || Math.abs(now - begun.at) < BACKUP_EVERY) continue;
    // One that another program holds is removed before the next backup; this one is made all the same.
    await files.remove(join(folder, name)).catch(() => undefined);
  }
}

/**
 * Reads a backup's text. @param path for the refusal
 * @throws Refused `backupUnreadable`, `backupFromFuture`
 */
export function backedUpFrom(text: string, path: string): BackedUp {
  try {
    const { schema, seq, at, mono, stored } = snapshotFrom(JSON.parse(text));
    if (schema > MEETING_SCHEMA) throw new Refused('backupFromFuture');
    const meeting = Meeting.safeParse(migrate(stored, schema, MEETING_SCHEMA, MEETING_MIGRATIONS));
    if (!meeting.success) throw new Damaged(meeting.error.message);
    return { meeting: meeting.data, seq, at, mono };
  } catch (error) {
    if (error instanceof Damaged || error instanceof SyntaxError) throw new Refused('backupUnreadable', { path });
    throw error;
  }
}

/** A turn that was running when the backup was made is paused in it: its clock belonged to another run. */
export function atRest({ meeting, at, mono }: BackedUp): Meeting {
  const turn = meeting.current === null ? undefined : meeting.agenda.items[meeting.current]?.turn;
  const spent = turn === undefined || mono === null ? 0 : spentAt(turn, mono);
  return produce(meeting, (draft) => recoverRunningTurn(draft, duration(Math.floor(spent)), at));
}

export const contentOf = ({ meeting, at, seq }: BackedUp): BackupContent => {
  const turns = Object.values(meeting.agenda.items).filter(({ kind }) => kind === 'agency');
  return {
    meetingId: meeting.id,
    title: meeting.title,
    date: meeting.date,
    at,
    seq,
    agencies: turns.length,
    done: turns.filter(({ status }) => status === 'done').length,
    notes: allNotes(meeting).length,
    followUps: followUpsNow(meeting).length,
  };
};

/** A backup that is there, and what its name says. */
type Found = BackupRow & NamedBackup;

export function backupStore(files: FilePort, dataFolder: string, identity: DataIdentity): BackupStore {
  const root = join(dataFolder, 'backups');
  const folderOf = (id: MeetingId): string => join(root, id);

  async function foundIn(id: MeetingId, place: BackupPlace, folder: string): Promise<Found[]> {
    const found: Found[] = [];
    const mine = await identity.known();
    for (const name of await files.list(folder)) {
      const named = namedBackup(ofMeeting(id), name);
      if (named === null) continue;
      const path = join(folder, name);
      // One that the disk does not find is not there to be chosen, and hides no other.
      const stat = await files.stat(path).catch(() => null);
      const isOfAnother = place !== 'own' && named.owner !== null && named.owner !== mine;
      if (stat !== null) found.push({ ...named, place, name, path, size: stat.size, isOfAnother });
    }
    return found;
  }

  async function found(id: MeetingId, chosen: string | null): Promise<Found[]> {
    const own = await foundIn(id, 'own', folderOf(id));
    // A folder that cannot be read contains nothing to choose from; writing there reports the reason.
    const others = chosen === null ? [] : await foundIn(id, 'chosen', chosen).catch((): Found[] => []);
    return [...own, ...others].sort((a, b) => b.at - a.at || b.name.localeCompare(a.name));
  }

  /** One of an earlier version, which names nobody, is ours if it was written beside the meetings too. */
  function oursOf(all: readonly Found[]): Found[] {
    const beside = new Set(all.filter(({ place }) => place === 'own').map(({ name }) => name));
    return all.filter(({ owner, isOfAnother, name }) => (owner === null ? beside.has(name) : !isOfAnother));
  }

  /** See docs/decisions/0035-whose-backup-it-is.md#decision. */
  function provingOf(all: readonly Found[]): readonly Found[] {
    const ours = oursOf(all);
    return ours.length > 0 || all.some(({ owner }) => owner !== null) ? ours : all;
  }

  const rowsOf = (all: readonly Found[]): BackupRow[] =>
    all.map(({ place, name, path, at, size, isOfAnother }) => ({ place, name, path, at, size, isOfAnother }));

  async function writeInto(folder: string, place: BackupPlace, state: BackedUp, asked: boolean): Promise<BackupRow> {
    const { meeting, seq, at } = state;
    const owner = await identity.made();
    const subject = ofMeeting(meeting.id);
    // What other computers keep in a folder is not ours to delete.
    const isOurs = (named: NamedBackup): boolean => place === 'own' || named.owner === owner;
    const name = backupName(subject, { owner, at, seq, asked });
    const path = join(folder, name);
    const text = snapshotText(snapshotValue(state));
    // Before it is written: it may need their room.
    await removeLeftovers(files, folder, { subject, isOurs }, at);
    await replaceFile(files, path, text);
    const ours = (await foundIn(meeting.id, place, folder)).filter(isOurs);
    for (const old of backupsToDrop(ours, meeting.zone)) {
      await files.remove(join(folder, old));
    }
    return { place, name, path, at, size: Buffer.byteLength(text), isOfAnother: false };
  }

  async function makeOwn(folder: string): Promise<void> {
    await files.makeFolder(folder);
    await files.syncFolder(dataFolder);
    await files.syncFolder(root);
  }

  return {
    folderOf,
    list: async (id, chosen) => rowsOf(await found(id, chosen)),
    ours: async (id, chosen) => rowsOf(oursOf(await found(id, chosen))),
    proving: async (id, chosen) => rowsOf(provingOf(await found(id, chosen))),
    async write(state, into, asked) {
      const failures: BackupFailure[] = [];
      let row: BackupRow | null = null;
      const attempt = async (folder: string, place: BackupPlace): Promise<void> => {
        try {
          row = await writeInto(folder, place, state, asked);
        } catch (error) {
          failures.push({ folder, reason: reasonOf(error), error });
        }
      };
      const own = folderOf(state.meeting.id);
      try {
        if (into.own) await makeOwn(own);
      } catch (error) {
        failures.push({ folder: own, reason: reasonOf(error), error });
      }
      if (into.own && failures.length === 0) await attempt(own, 'own');
      // The chosen folder is never created: with the flash disk unplugged it would be on the wrong disk.
      if (into.chosen !== null) await attempt(into.chosen, 'chosen');
      return { row, failures };
    },
    async read(id, place, name, chosen) {
      const folder = place === 'own' ? folderOf(id) : chosen;
      if (folder === null) throw new Refused('unknownBackup');
      const path = join(folder, name);
      try {
        return backedUpFrom(await files.read(path), path);
      } catch (error) {
        if (isMissing(error)) throw new Refused('unknownBackup');
        if (isUnreadable(error)) throw new Refused('backupUnreadable', { path }, error);
        throw error;
      }
    },
  };
}
