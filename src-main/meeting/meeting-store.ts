import { join } from 'node:path';
import type { CommandType } from '#core/commands/apply.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { OwnMatters } from '#core/model/news.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { spentAt } from '#core/schedule/turn-clock.ts';
import { type Duration, duration, type Instant, instant } from '#core/time/units.ts';
import type { FilePort } from '../storage/file-port.ts';
import { MEETING } from './document-kind.ts';
import { createDocument, type DocumentPlace, openRecovered } from './document-store.ts';
import { type Heartbeat, heartbeats } from './heartbeat.ts';
import type { JournalOptions, OpenedDocument } from './journal.ts';
import { meetingList, type ReadRow } from './meeting-list.ts';
import type { Migrations } from './migrations.ts';
import { type Recovered, recover } from './recovery.ts';
import type { ListedMeeting } from './summary.ts';

export interface Opened extends Omit<OpenedDocument<Meeting, CommandType>, 'document'> {
  readonly meeting: Meeting;
  /** How far a turn had come when the application was last known to run. */
  readonly outage: { readonly spent: Duration; readonly lastSeen: Instant };
}

export interface MeetingStoreOptions {
  readonly files: FilePort;
  readonly dataFolder: string;
  /** The wall clock, for the names of files that are set aside. */
  now(): Instant;
  report(error: unknown): void;
  /** Backups of a meeting that may replace damaged files, newest first. */
  backupsOf?(id: MeetingId): Promise<readonly string[]>;
  /** See `MeetingListOptions`. */
  readonly readRow?: ReadRow;
  isRegisterThere?(): boolean;
  /** Injected by tests, like `tuning`. */
  readonly migrations?: Migrations;
  readonly tuning?: Pick<JournalOptions, 'bound' | 'wait'>;
}

/** The meetings of a data folder: one folder each, `meetings/<id>/`. */
export interface MeetingStore {
  /** Rows for the start screen, newest date first; a meeting is listed while any of its files, or a backup, exists. */
  list(): Promise<ListedMeeting[]>;
  /** What each meeting has of its own, as of the last `list()`. */
  own(): ReadonlyMap<MeetingId, OwnMatters>;
  /**
   * Reads a meeting. A damaged file is kept under a readable name, and the meeting is opened from the other files.
   * @throws Refused `meetingUnreadable`, `meetingFromFuture`
   */
  open(id: MeetingId): Promise<Opened>;
  /** Reads a meeting as its files prove it, changing nothing; `null` if that is impossible. */
  peek(id: MeetingId): Promise<Recovered | null>;
  has(id: MeetingId): Promise<boolean>;
  ids(): Promise<MeetingId[]>;
  create(meeting: Meeting): Promise<void>;
  folderOf(id: MeetingId): string;
  /** Stores the progress of the meeting and its running turn, for the question after an interruption. */
  beat(id: MeetingId, beat: Heartbeat): Promise<void>;
  /** Moves a meeting that no file proves to `trash/` under its own name, to make room for its backup. */
  setAside(id: MeetingId): Promise<void>;
  /** Moves a meeting's folder to `trash/`, which may already contain others with the same identifier. */
  discard(id: MeetingId): Promise<void>;
  /** Restores the one that was discarded last. @throws Refused `meetingPresent` if its identifier exists */
  restore(id: MeetingId): Promise<void>;
}

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

export function meetingStore(options: MeetingStoreOptions): MeetingStore {
  const { files, dataFolder, now, report, backupsOf } = options;
  const root = join(dataFolder, 'meetings');
  const trash = join(dataFolder, 'trash');
  const heartbeatFiles = heartbeats(files, report);
  const folderOf = (id: MeetingId): string => {
    if (!SAFE_ID.test(id)) throw new Refused('meetingUnreadable', { path: id });
    return join(root, id);
  };
  const kind = options.migrations === undefined ? MEETING : { ...MEETING, migrations: options.migrations };
  const recovered = (id: MeetingId): Promise<Recovered> =>
    recover({ files, folder: folderOf(id), backups: async () => (await backupsOf?.(id)) ?? [], report }, kind);
  const placeOf = (id: MeetingId): DocumentPlace => ({
    files,
    folder: folderOf(id),
    root,
    now,
    report,
    tuning: options.tuning,
  });

  async function open(id: MeetingId): Promise<Opened> {
    const folder = folderOf(id);
    const found = await recovered(id);
    const { meeting, seq, seen } = found;
    const beat = await heartbeatFiles.read(folder);
    const turn = meeting.current === null ? undefined : meeting.agenda.items[meeting.current]?.turn;
    // A heartbeat from before the turn's last event describes a clock that has since been stopped or reset.
    const current =
      beat !== null && beat.turn?.itemId === meeting.current && beat.at >= (turn?.ledger.at(-1)?.at ?? 0) ? beat : null;
    const fromClock = turn === undefined || seen.mono === null ? 0 : spentAt(turn, seen.mono);
    const outage = {
      spent: duration(Math.floor(Math.max(fromClock, current?.turn?.spent ?? 0))),
      lastSeen: instant(Math.max(seen.at, current?.at ?? 0)),
    };
    const missing = Math.max(0, (beat?.durable ?? 0) - seq);
    const { document, ...opened } = openRecovered(kind, placeOf(id), { ...found, document: meeting }, missing);
    return { ...opened, meeting: document, outage };
  }

  async function moveFolder(from: string, to: string): Promise<void> {
    await files.makeFolder(trash);
    await files.makeFolder(root);
    await files.syncFolder(dataFolder);
    await files.rename(from, to);
    await files.syncFolder(trash);
    await files.syncFolder(root);
  }

  /**
   * Numbered, because with times a clock that was set back would put the older one on top. The first has the plain
   * identifier.
   */
  const trashName = (id: MeetingId, number: number): string => join(trash, number === 1 ? id : `${id}.${number}`);
  /** The number of the one discarded last; 0 if none is in the trash. */
  async function lastDiscarded(id: MeetingId): Promise<number> {
    const numbers = (await files.list(trash)).map((name) => {
      if (name === id) return 1;
      return name.startsWith(`${id}.`) ? Number(name.slice(id.length + 1)) : 0;
    });
    return Math.max(0, ...numbers.filter(Number.isInteger));
  }

  const meetings = meetingList({
    files,
    root,
    trash,
    backups: join(dataFolder, 'backups'),
    // Its backups stand beside those of meetings.
    isMeeting: (id) => SAFE_ID.test(id) && id !== REGISTER_ID,
    isRegisterThere: () => options.isRegisterThere?.() ?? false,
    recovered,
    report,
    ...(options.readRow === undefined ? {} : { aside: options.readRow }),
  });

  return {
    list: meetings.rows,
    own: meetings.own,
    open,
    async peek(id) {
      try {
        return await recovered(id);
      } catch (error) {
        if (error instanceof Refused) return null;
        throw error;
      }
    },
    ids: async () => (await files.list(root)).filter((name) => SAFE_ID.test(name)),
    has: async (id) => (await files.stat(folderOf(id))) !== null,
    create: (meeting) => createDocument(MEETING, placeOf(meeting.id), meeting, [dataFolder, root]),
    folderOf,
    beat: (id, beat) => heartbeatFiles.write(folderOf(id), beat),
    setAside: (id) => moveFolder(folderOf(id), join(trash, `${id}-damaged-${now()}`)),
    async discard(id) {
      const to = trashName(id, (await lastDiscarded(id)) + 1);
      // If only backups prove a meeting there is nothing to move; its name in the trash keeps it off the list.
      if ((await files.stat(folderOf(id))) === null) await files.makeFolder(to);
      else await moveFolder(folderOf(id), to);
    },
    async restore(id) {
      const folder = folderOf(id);
      if ((await files.stat(folder)) !== null) throw new Refused('meetingPresent');
      await moveFolder(trashName(id, Math.max(1, await lastDiscarded(id))), folder);
    },
  };
}
