import { isBackupDue } from '#core/backups/rotation.ts';
import type { BackupRow } from '#core/model/backup.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { LastBackup, Notice } from '#core/views/desk.ts';
import { reasonOf } from '../storage/disk-refusal.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { namedBackup, ofMeeting } from './backup-name.ts';
import type { BackedUp, BackupFolders, BackupStore } from './store.ts';

export interface BackupKeeperOptions {
  readonly store: BackupStore;
  /** Used in messages where there is no chosen folder. */
  readonly dataFolder: string;
  /** The folder that the user chose. */
  chosen(): string | null;
  now(): Instant;
  /** The open meeting with its last durable change; `null` if none is open, or it is read-only. */
  state(): BackedUp | null;
  /** Called when `last()` changed, with the notices to show. */
  onChange(notices: readonly Notice[]): void;
  /** Called once a backup is in the chosen folder; what goes beside it does not keep a meeting from being closed. */
  onChosen?(meeting: Meeting, folder: string): Promise<void>;
  report(error: unknown): void;
}

/** Backs up the open meeting automatically from time to time, and reports once when a folder fails. */
export interface BackupKeeper {
  /** The newest backup of the open meeting that this computer made. */
  last(): LastBackup | null;
  /** Called after a meeting was opened, with its last change. */
  opened(id: MeetingId, seq: number): Promise<void>;
  /** Called after it was closed. */
  closed(): void;
  /** Called when changes have become durable: backs up if it is time. */
  saved(): void;
  /**
   * Backs up now, regardless of the time.
   * @param flush puts the open meeting's changes on the disk; called just before, when no other backup is being written
   * @throws Refused `backupFailed` if no folder accepted it, and as `flush` does
   */
  now(flush: () => Promise<void>): Promise<BackupRow>;
  /** Writes what a folder's last backup lacks, before the meeting is closed, whenever it was changed. */
  closing(): Promise<void>;
}

export function backupKeeper(options: BackupKeeperOptions): BackupKeeper {
  const { store, dataFolder, chosen, now, state, onChange, report } = options;
  /** One after the other: two would rotate the same folder. */
  const queue = oneByOne();
  const failing = new Set<string>();
  const failingBeside = new Set<string>();
  /** The meeting that is open. */
  let openId: MeetingId | null = null;
  let last: LastBackup | null = null;
  /** The open meeting's last change when it was opened. */
  let openedSeq = 0;
  /** By folder, the last change of the open meeting that a backup in it contains. */
  const backedUp = new Map<string, number>();
  /** Time of the last attempt, so that a failing folder is not tried at every change. */
  let attempted: Instant | null = null;

  /** Files beside a backup are copied meanwhile; a failure is shown once, like one of the backup. */
  function beside(meeting: Meeting, folder: string): void {
    options.onChosen?.(meeting, folder).then(
      () => failingBeside.delete(folder),
      (error: unknown) => {
        if (failingBeside.has(folder)) return;
        failingBeside.add(folder);
        report(error);
        onChange([{ code: 'backupFailed', params: { folder, context: reasonOf(error) } }]);
      },
    );
  }

  /** The folders whose last backup is not of this change. */
  function lacking({ meeting, seq }: BackedUp): BackupFolders {
    const folder = chosen();
    const lacks = (one: string): boolean => backedUp.get(one) !== seq;
    return { own: lacks(store.folderOf(meeting.id)), chosen: folder !== null && lacks(folder) ? folder : null };
  }
  const isAny = ({ own, chosen }: BackupFolders): boolean => own || chosen !== null;

  async function write(asked: boolean): Promise<BackupRow | null> {
    const present = state();
    if (present === null) return null;
    const { meeting, seq } = present;
    const into = asked ? { own: true, chosen: chosen() } : lacking(present);
    if (!isAny(into)) return null;
    attempted = now();
    const { row, failures } = await store.write({ ...present, at: attempted }, into, asked);
    const written = [
      ...(into.own ? [store.folderOf(meeting.id)] : []),
      ...(into.chosen === null ? [] : [into.chosen]),
    ].filter((folder) => !failures.some((one) => one.folder === folder));
    if (into.chosen !== null && written.includes(into.chosen)) beside(meeting, into.chosen);
    // A flash disk that was left at home is no news to somebody who only reads.
    const isQuiet = (folder: string): boolean => !asked && seq === openedSeq && folder === into.chosen;
    const news = failures.filter(({ folder }) => !failing.has(folder));
    for (const { error } of news) report(error);
    const fresh = news.filter(({ folder }) => !isQuiet(folder));
    for (const folder of written) failing.delete(folder);
    for (const { folder } of fresh) failing.add(folder);
    // A backup that was in progress while another meeting was opened is not of that meeting.
    if (openId === meeting.id) {
      for (const folder of written) backedUp.set(folder, seq);
      if (row !== null) last = { at: row.at, path: row.path };
    }
    onChange(fresh.map(({ folder, reason }) => ({ code: 'backupFailed', params: { folder, context: reason } })));
    return row;
  }

  return {
    last: () => last,
    async opened(id, seq) {
      openId = id;
      last = null;
      attempted = null;
      openedSeq = seq;
      backedUp.clear();
      const folder = chosen();
      const rows = await store.ours(id, folder);
      for (const [place, of] of [
        ['own', store.folderOf(id)],
        ['chosen', folder],
      ] as const) {
        const name = rows.find((row) => row.place === place)?.name;
        const held = name === undefined ? null : (namedBackup(ofMeeting(id), name)?.seq ?? null);
        // A later number was of changes that were lost since, and will be given to others.
        if (of !== null && held !== null && held <= seq) backedUp.set(of, held);
      }
      const [newest] = rows;
      if (newest === undefined) return;
      last = { at: newest.at, path: newest.path };
      attempted = newest.at;
    },
    closed() {
      openId = null;
      last = null;
    },
    saved() {
      const present = state();
      if (present === null || !isBackupDue(attempted, now()) || !isAny(lacking(present))) return;
      attempted = now();
      queue(() => write(false)).catch(report);
    },
    async now(flush) {
      // Whoever types on while another backup is being written has changes again that are on no disk yet.
      const row = await queue(() => flush().then(() => write(true)));
      if (row === null) throw new Refused('backupFailed', { folder: chosen() ?? dataFolder });
      return row;
    },
    async closing() {
      await queue.idle();
      const present = state();
      if (present !== null && isAny(lacking(present))) await queue(() => write(false)).catch(report);
    },
  };
}
