import { join } from 'node:path';
import { MEETING_SCHEMA, type Meeting, type MeetingId } from '#core/model/meeting.ts';
import type { OwnMatters } from '#core/model/news.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { spentAt } from '#core/schedule/turn-clock.ts';
import { type Duration, duration, type Instant, instant } from '#core/time/units.ts';
import type { MeetingSummary, Notice } from '#core/views/desk.ts';
import { type FilePort, replaceFile } from '../storage/file-port.ts';
import { type Heartbeat, heartbeats } from './heartbeat.ts';
import type { Steps } from './history.ts';
import { type Journal, type JournalOptions, journal } from './journal.ts';
import { headerText } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, PREVIOUS_SNAPSHOT, quarantineName, SNAPSHOT } from './meeting-files.ts';
import { meetingList } from './meeting-list.ts';
import type { Migrations } from './migrations.ts';
import { type Recovered, recover } from './recovery.ts';
import { snapshotText, snapshotValue } from './snapshot-text.ts';

export interface Opened {
  readonly meeting: Meeting;
  /** The last change that it contains. */
  readonly seq: number;
  readonly steps: Steps;
  readonly notices: readonly Notice[];
  /** Of a later version: read-only, and never rewritten. */
  readonly readOnly: boolean;
  /** How far a turn had come when the application was last known to run. */
  readonly outage: { readonly spent: Duration; readonly lastSeen: Instant };
  /** Starts writing; called once, by the session. */
  journal(session: Pick<JournalOptions, 'fullState' | 'onState'>): Journal;
}

export interface MeetingStoreOptions {
  readonly files: FilePort;
  readonly dataFolder: string;
  /** The wall clock, for the names of files that are set aside. */
  now(): Instant;
  report(error: unknown): void;
  /** Backups of a meeting that may replace damaged files, newest first. */
  backupsOf?(id: MeetingId): Promise<readonly string[]>;
  /** Injected by tests, like `tuning`. */
  readonly migrations?: Migrations;
  readonly tuning?: Pick<JournalOptions, 'bound' | 'wait'>;
}

/** The meetings of a data folder: one folder each, `meetings/<id>/`. */
export interface MeetingStore {
  /** Rows for the start screen, newest date first; a meeting is listed while any of its files, or a backup, exists. */
  list(): Promise<MeetingSummary[]>;
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

/** A journal that accepts nothing, for a read-only meeting. */
const closedJournal = (seq: number): Journal => ({
  append: () => {
    throw new Refused('readOnly');
  },
  isOpen: () => false,
  state: () => ({ seq, durable: seq, at: null, failing: null }),
  flush: async () => undefined,
  close: async () => undefined,
  stop: async () => undefined,
});

export function meetingStore(options: MeetingStoreOptions): MeetingStore {
  const { files, dataFolder, now, report, backupsOf } = options;
  const root = join(dataFolder, 'meetings');
  const trash = join(dataFolder, 'trash');
  const heartbeatFiles = heartbeats(files);
  const folderOf = (id: MeetingId): string => {
    if (!SAFE_ID.test(id)) throw new Refused('meetingUnreadable', { path: id });
    return join(root, id);
  };
  const recovered = (id: MeetingId): Promise<Recovered> =>
    recover({
      files,
      folder: folderOf(id),
      backups: async () => (await backupsOf?.(id)) ?? [],
      ...(options.migrations === undefined ? {} : { migrations: options.migrations }),
    });

  function noticesOf(
    found: Recovered,
    folder: string,
    quarantine: Readonly<Record<string, string>>,
    missing: number,
  ): Notice[] {
    const notices: Notice[] = [];
    const path = quarantine[SNAPSHOT] ?? found.from;
    if (found.snapshot !== 'good' && path !== null) notices.push({ code: 'openedFromBackup', params: { path } });
    if (found.unreadable > 0) {
      const { unreadable: count, words } = found;
      const kept = quarantine[JOURNAL] ?? quarantine[PREVIOUS_JOURNAL] ?? folder;
      notices.push({ code: 'changesUnreadable', params: { count, path: kept, ...(words === '' ? {} : { words }) } });
    }
    const gone = missing - found.unreadableAtEnd;
    if (gone > 0) notices.push({ code: 'changesMissing', params: { count: gone } });
    else if (found.torn && found.unreadable === 0) notices.push({ code: 'lastChangeTorn', params: {} });
    return notices;
  }

  async function open(id: MeetingId): Promise<Opened> {
    const folder = folderOf(id);
    const found = await recovered(id);
    const { meeting, seq, seen, steps } = found;
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
    if (found.schema > MEETING_SCHEMA) {
      const notices: Notice[] = [{ code: 'openedReadOnly', params: {} }];
      return { meeting, seq, steps, notices, readOnly: true, outage, journal: () => closedJournal(seq) };
    }
    const older = found.schema < MEETING_SCHEMA ? [SNAPSHOT, JOURNAL] : [];
    const quarantine = Object.fromEntries([
      ...older.map((name) => [name, quarantineName(folder, name, `v${found.schema}`, now())]),
      ...found.damaged.map((name) => [name, quarantineName(folder, name, 'damaged', now())]),
    ]) as Record<string, string>;
    return {
      meeting,
      seq,
      steps,
      notices: noticesOf(found, folder, quarantine, missing),
      readOnly: false,
      outage,
      journal(session) {
        const { journalBytes, snapshotStale } = found;
        const state = { files, folder, root, seq, journalBytes, snapshotStale, quarantine };
        return journal({ ...options.tuning, ...state, now, report, ...session });
      },
    };
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
    isMeeting: (id) => SAFE_ID.test(id),
    recovered,
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
    async create(meeting) {
      const folder = folderOf(meeting.id);
      const text = snapshotText(snapshotValue({ seq: 0, at: now(), mono: null, meeting }));
      try {
        await files.makeFolder(folder);
        await files.syncFolder(dataFolder);
        await files.syncFolder(root);
        await replaceFile(files, join(folder, JOURNAL), headerText({ schema: MEETING_SCHEMA, after: 0 }));
        await replaceFile(files, join(folder, PREVIOUS_SNAPSHOT), text);
        await replaceFile(files, join(folder, SNAPSHOT), text);
      } catch (error) {
        // Nobody was told about such a meeting, and its remains would be listed as one.
        for (const name of await files.list(folder)) await files.remove(join(folder, name)).catch(report);
        if ((await files.stat(folder)) !== null) await files.removeFolder(folder).catch(report);
        throw error;
      }
    },
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
