import { isBackupDue } from '#core/backups/rotation.ts';
import type { BackupRow } from '#core/model/backup.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { LastBackup, Notice } from '#core/views/desk.ts';
import { reasonOf } from '../storage/disk-refusal.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import type { BackedUp, BackupStore } from './store.ts';

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
  /** The newest backup of the open meeting. */
  last(): LastBackup | null;
  /** Called after a meeting was opened, with its last change. */
  opened(id: MeetingId, seq: number): Promise<void>;
  /** Called after it was closed. */
  closed(): void;
  /** Called when changes have become durable: backs up if it is time. */
  saved(): void;
  /** Backs up now, regardless of the time. @throws Refused `backupFailed` if no folder accepted it */
  now(): Promise<BackupRow>;
  /** Backs up changes that the last backup lacks, before the meeting is closed. */
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
  let lastSeq = 0;
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

  async function write(asked: boolean): Promise<BackupRow | null> {
    const present = state();
    if (present === null) return null;
    attempted = now();
    lastSeq = present.seq;
    const folder = chosen();
    const { row, failures } = await store.write({ ...present, at: attempted }, folder, asked);
    if (folder !== null && !failures.some((one) => one.folder === folder)) beside(present.meeting, folder);
    const fresh = failures.filter(({ folder }) => !failing.has(folder));
    for (const { error } of fresh) report(error);
    failing.clear();
    for (const { folder } of failures) failing.add(folder);
    // A backup that was in progress while another meeting was opened is not of that meeting.
    if (row !== null && openId === present.meeting.id) last = { at: row.at, path: row.path };
    onChange(fresh.map(({ folder, reason }) => ({ code: 'backupFailed', params: { folder, context: reason } })));
    return row;
  }

  return {
    last: () => last,
    async opened(id, seq) {
      openId = id;
      last = null;
      attempted = null;
      lastSeq = seq;
      const [newest] = await store.list(id, chosen());
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
      if (present === null || present.seq === lastSeq || !isBackupDue(attempted, now())) return;
      attempted = now();
      queue(() => write(false)).catch(report);
    },
    async now() {
      const row = await queue(() => write(true));
      if (row === null) throw new Refused('backupFailed', { folder: chosen() ?? dataFolder });
      return row;
    },
    async closing() {
      await queue.idle();
      const present = state();
      if (present !== null && present.seq !== lastSeq) await queue(() => write(false)).catch(report);
    },
  };
}
