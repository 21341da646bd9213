import { join } from 'node:path';
import { produce } from 'immer';
import { z } from 'zod';
import { Refused } from '#core/commands/definition.ts';
import { settleOutage } from '#core/commands/turn.ts';
import { MEETING_SCHEMA, Meeting, type MeetingId } from '#core/model/meeting.ts';
import { duration, type Instant, instant } from '#core/time/units.ts';
import type { MeetingSummary, Notice } from '#core/views/desk.ts';
import { type FilePort, isMissing, replaceFile } from './file-port.ts';
import { jsonFile } from './json-file.ts';
import { summaryOf } from './summary.ts';

export interface Opened {
  readonly meeting: Meeting;
  readonly notices: readonly Notice[];
}

/** The meetings of a data folder: one folder each, `meetings/<id>/`. */
export interface MeetingStore {
  /** Rows for the start screen, newest date first; a meeting whose file cannot be read is listed as damaged. */
  list(): Promise<MeetingSummary[]>;
  /**
   * Reads a meeting. A damaged file is set aside under a clear name and the last good one opened in its place.
   * @throws Refused `meetingUnreadable`, `meetingFromFuture`
   */
  open(id: MeetingId): Promise<Opened>;
  /** Reads a meeting as it is on the disk, changing nothing; `null` when that cannot be done. */
  peek(id: MeetingId): Promise<Meeting | null>;
  create(meeting: Meeting): Promise<void>;
  /** Returns when the meeting is on the disk for good. */
  save(meeting: Meeting): Promise<void>;
  /** Notes how far the running turn has come, for the question after an outage. */
  beat(id: MeetingId, beat: Heartbeat): Promise<void>;
  /** Moves a meeting's folder to `trash/`. */
  discard(id: MeetingId): Promise<void>;
  restore(id: MeetingId): Promise<void>;
}

const Heartbeat = z.object({ itemId: z.string(), spent: z.number().min(0), at: z.number() });
export type Heartbeat = z.infer<typeof Heartbeat>;

const SNAPSHOT = 'meeting.json';
const PREVIOUS = 'meeting.previous.json';
const HEARTBEAT = 'heartbeat.json';
const SUMMARY = 'summary.json';
const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

const Version = z.looseObject({ schema: z.number() });
const CachedSummary = z.object({ size: z.number(), changedAt: z.number(), summary: z.custom<MeetingSummary>() });

/**
 * @param now the wall clock, for the names of files set aside
 */
export function meetingStore(files: FilePort, dataFolder: string, now: () => Instant): MeetingStore {
  const root = join(dataFolder, 'meetings');
  const trash = join(dataFolder, 'trash');
  const folderOf = (id: MeetingId): string => {
    if (!SAFE_ID.test(id)) throw new Refused('meetingUnreadable', { path: id });
    return join(root, id);
  };

  /** @throws Refused `meetingFromFuture`; SyntaxError or ZodError for a damaged file */
  async function readSnapshot(path: string): Promise<Meeting | null> {
    const file = jsonFile(files, path);
    await file.read();
    if (file.data === null) return null;
    const version = Version.safeParse(file.data);
    if (version.success && version.data.schema > MEETING_SCHEMA) throw new Refused('meetingFromFuture');
    return Meeting.parse(file.data);
  }

  const isDamage = (error: unknown): boolean => error instanceof SyntaxError || error instanceof z.ZodError;

  async function setAside(folder: string): Promise<string> {
    const stamp = new Date(now()).toISOString().replaceAll(':', '-').slice(0, 19);
    const kept = join(folder, `meeting.damaged-${stamp}.json`);
    await files.rename(join(folder, SNAPSHOT), kept);
    await files.syncFolder(folder);
    return kept;
  }

  async function readHeartbeat(folder: string, meeting: Meeting): Promise<Heartbeat | null> {
    const file = jsonFile(files, join(folder, HEARTBEAT));
    try {
      await file.read();
    } catch (error) {
      // A heartbeat is a hint; a torn one tells nothing and is as good as none.
      if (isDamage(error)) return null;
      throw error;
    }
    const beat = Heartbeat.safeParse(file.data);
    if (!beat.success || beat.data.itemId !== meeting.current) return null;
    // One from before the turn's last event tells of a clock that has since been stopped or set back.
    const lastEvent = meeting.agenda.items[beat.data.itemId]?.turn.ledger.at(-1)?.at ?? 0;
    return beat.data.at >= lastEvent ? beat.data : null;
  }

  /** A turn that ran when the application stopped stands still, and the operator is asked. */
  async function settle(folder: string, meeting: Meeting): Promise<Meeting> {
    const beat = await readHeartbeat(folder, meeting);
    const file = await files.stat(join(folder, SNAPSHOT));
    const lastSeen = instant(beat?.at ?? file?.changedAt ?? meeting.createdAt);
    return produce(meeting, (draft) => settleOutage(draft, duration(Math.round(beat?.spent ?? 0)), lastSeen));
  }

  async function openFolder(id: MeetingId): Promise<Opened> {
    const folder = folderOf(id);
    const notices: Notice[] = [];
    let meeting: Meeting | null;
    try {
      meeting = await readSnapshot(join(folder, SNAPSHOT));
    } catch (error) {
      if (!isDamage(error)) throw error;
      const previous = await readSnapshot(join(folder, PREVIOUS)).catch(() => null);
      if (previous === null) throw new Refused('meetingUnreadable', { path: join(folder, SNAPSHOT) });
      notices.push({ code: 'openedFromBackup', params: { path: await setAside(folder) } });
      meeting = previous;
      await write(meeting);
    }
    if (meeting === null) throw new Refused('meetingUnreadable', { path: join(folder, SNAPSHOT) });
    await replaceFile(files, join(folder, PREVIOUS), `${JSON.stringify(meeting)}\n`);
    return { meeting: await settle(folder, meeting), notices };
  }

  async function write(meeting: Meeting): Promise<void> {
    const file = jsonFile(files, join(folderOf(meeting.id), SNAPSHOT));
    file.data = meeting;
    await file.write();
  }

  async function summaryFor(id: MeetingId): Promise<MeetingSummary | null> {
    const folder = join(root, id);
    const stat = await files.stat(join(folder, SNAPSHOT));
    if (stat === null) return null;
    const cache = jsonFile(files, join(folder, SUMMARY));
    const cached = await cache.read().then(
      () => CachedSummary.safeParse(cache.data),
      () => null,
    );
    if (cached?.success && cached.data.size === stat.size && cached.data.changedAt === stat.changedAt) {
      return cached.data.summary;
    }
    try {
      const meeting = await readSnapshot(join(folder, SNAPSHOT));
      if (meeting === null) return null;
      const summary = summaryOf(meeting, instant(stat.changedAt));
      cache.data = { ...stat, summary };
      // The list is only a cache: where it cannot be written (a read-only folder) it is computed again next time.
      await cache.write().catch(() => undefined);
      return summary;
    } catch (error) {
      if (!isDamage(error) && !(error instanceof Refused)) throw error;
      return damagedSummary(id, instant(stat.changedAt));
    }
  }

  async function moveFolder(from: string, to: string): Promise<void> {
    await files.makeFolder(trash);
    await files.makeFolder(root);
    await files.rename(from, to);
    await files.syncFolder(trash);
    await files.syncFolder(root);
  }

  return {
    async list() {
      const ids = (await files.list(root)).filter((id) => SAFE_ID.test(id));
      const rows = (await Promise.all(ids.map(summaryFor))).filter((row) => row !== null);
      return rows.sort((a, b) => b.date.localeCompare(a.date) || b.changedAt - a.changedAt);
    },
    open: openFolder,
    async peek(id) {
      try {
        return await readSnapshot(join(folderOf(id), SNAPSHOT));
      } catch (error) {
        if (isDamage(error) || isMissing(error) || error instanceof Refused) return null;
        throw error;
      }
    },
    async create(meeting) {
      await files.makeFolder(folderOf(meeting.id));
      await files.syncFolder(root);
      await write(meeting);
    },
    save: write,
    async beat(id, beat) {
      await replaceFile(files, join(folderOf(id), HEARTBEAT), JSON.stringify(beat));
    },
    discard: (id) => moveFolder(folderOf(id), join(trash, id)),
    async restore(id) {
      folderOf(id);
      await moveFolder(join(trash, id), join(root, id));
    },
  };
}

function damagedSummary(id: MeetingId, changedAt: Instant): MeetingSummary {
  return {
    id,
    title: id,
    date: '',
    status: 'prepared',
    sample: false,
    agencies: 0,
    done: 0,
    notes: 0,
    openFollowUps: 0,
    changedAt,
    damaged: true,
  };
}
