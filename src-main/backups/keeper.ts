import { isBackupDue } from '#core/backups/rotation.ts';
import type { BackupRow } from '#core/model/backup.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { Instant } from '#core/time/units.ts';
import type { LastBackup, Notice } from '#core/views/desk.ts';
import type { BackedUp, BackupStore } from './store.ts';

export interface BackupKeeperOptions {
  readonly store: BackupStore;
  /** The folder of the user's choice. */
  chosen(): string | null;
  now(): Instant;
  /** The open meeting with its last durable change; `null` when none is open, or it may only be looked at. */
  state(): BackedUp | null;
  /** Called when `last()` changed, with what must be said. */
  onChange(notices: readonly Notice[]): void;
  report(error: unknown): void;
}

/** Backs the open meeting up by itself now and then, and says once when a folder fails. */
export interface BackupKeeper {
  /** The newest backup of the open meeting. */
  last(): LastBackup | null;
  /** Called when another meeting (or none) is open. */
  opened(id: MeetingId | null): Promise<void>;
  /** Called when changes have become durable: backs up when it is time. */
  saved(): void;
  /** Backs up now, whatever the time. @returns `null` when no folder took it */
  now(): Promise<BackupRow | null>;
  /** Backs up what the last backup lacks, before the meeting is closed. */
  closing(): Promise<void>;
}

export function backupKeeper(options: BackupKeeperOptions): BackupKeeper {
  const { store, chosen, now, state, onChange, report } = options;
  const failing = new Set<string>();
  let last: LastBackup | null = null;
  let lastSeq = 0;
  /** When the last attempt was, so that a failing folder is not tried at every change. */
  let attempted: Instant | null = null;
  let underWay: Promise<unknown> = Promise.resolve();

  async function write(asked: boolean): Promise<BackupRow | null> {
    const present = state();
    if (present === null) return null;
    attempted = now();
    lastSeq = present.seq;
    const { row, failures } = await store.write({ ...present, at: attempted }, chosen(), asked);
    const fresh = failures.filter(({ folder }) => !failing.has(folder));
    failing.clear();
    for (const { folder } of failures) failing.add(folder);
    if (row !== null) last = { at: row.at, path: row.path };
    onChange(fresh.map(({ folder, detail }) => ({ code: 'backupFailed', params: { folder, detail } })));
    return row;
  }
  /** One after the other: two would rotate the same folder. */
  const queued = (asked: boolean): Promise<BackupRow | null> => {
    const next = underWay.then(() => write(asked));
    underWay = next.catch(() => undefined);
    return next;
  };

  return {
    last: () => last,
    async opened(id) {
      const [newest] = id === null ? [] : await store.list(id, chosen());
      last = newest === undefined ? null : { at: newest.at, path: newest.path };
      attempted = last?.at ?? null;
      lastSeq = state()?.seq ?? 0;
    },
    saved() {
      const present = state();
      if (present === null || present.seq === lastSeq || !isBackupDue(attempted, now())) return;
      attempted = now();
      queued(false).catch(report);
    },
    now: () => queued(true),
    async closing() {
      await underWay;
      const present = state();
      if (present !== null && present.seq !== lastSeq) await queued(false).catch(report);
    },
  };
}
