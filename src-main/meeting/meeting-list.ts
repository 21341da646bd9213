import { join } from 'node:path';
import { z } from 'zod';
import { byText } from '#core/archive/documents.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import { type OwnMatters, ownMatters, type StoredMatters, toBeStored, withCopiesThatCount } from '#core/model/news.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type Instant, instant } from '#core/time/units.ts';
import { type FilePort, forCaches, isMissing } from '../storage/file-port.ts';
import { jsonFiles } from '../storage/json-file.ts';
import { MEETING } from './document-kind.ts';
import { provesNothing } from './document-store.ts';
import { filesState } from './files-state.ts';
import type { Recovered } from './recovery.ts';
import { isSound, type ListedMeeting, summaryOf, unprovableSummary } from './summary.ts';

const CACHE = 'summary.json';
/** Folders read at once: enough to keep a disk busy, few enough for a machine with little memory. */
const AT_ONCE = 16;
/** Rows that are made here, the one of a meeting that was just closed say: a thread would take longer to start. */
const FEW = 1;

const Cached = z.object({
  of: z.string(),
  summary: z.custom<ListedMeeting>(),
  own: z.custom<StoredMatters>((value) => typeof value === 'object' && value !== null),
});
/** Raised when a row's form changes. */
const CACHE_FORM = 16;

export interface MeetingListOptions {
  readonly files: FilePort;
  readonly root: string;
  /** Where discarded meetings are: their backups remain, and do not bring them back to the list. */
  readonly trash: string;
  /** Where each meeting's backups are, in a folder of its own. */
  readonly backups: string;
  isMeeting(name: string): boolean;
  /** Copies of what was said in it count while it is not. */
  isRegisterThere(): boolean;
  recovered(id: MeetingId): Promise<Recovered>;
  /** Reads many of them beside the main thread. */
  readonly aside?: ReadRow;
  report(error: unknown): void;
}

export interface MeetingList {
  rows(): Promise<ListedMeeting[]>;
  /** What each meeting has of its own, as of the last `rows()`; rehearsals are left out. */
  own(): ReadonlyMap<MeetingId, OwnMatters>;
}

/** A row as it is stored beside its meeting. */
interface Row {
  readonly summary: ListedMeeting;
  readonly own: StoredMatters | null;
}

/** Row and own matters of a meeting that its files prove. */
export interface Listed {
  readonly summary: ListedMeeting;
  readonly own: OwnMatters | null;
}

/** @returns `null` if its own files do not prove all of it: whoever knows the backups must read it */
export type ReadRow = (folder: string, id: MeetingId, changedAt: Instant) => Promise<Listed | null>;

/** What is listed of a meeting. @param changedAt its last change; 0 if there are no files */
export function listedRow(id: MeetingId, found: Recovered, changedAt: Instant): Listed {
  const { meeting, seen } = found;
  const health = isSound(found) ? 'sound' : 'repaired';
  const summary = { ...summaryOf(meeting, changedAt === 0 ? seen.at : changedAt, found, health), id };
  return { summary, own: ownMatters(meeting) };
}

/** Lists the meetings without opening them: a row is stored beside each, with the state of the files that it describes. */
export function meetingList(options: MeetingListOptions): MeetingList {
  const { files, root, trash, backups, isMeeting, isRegisterThere, recovered, aside, report } = options;
  const caches = jsonFiles(forCaches(files));
  let own: ReadonlyMap<MeetingId, OwnMatters> = new Map();
  /** Rows that had to be made since the list was begun. */
  let made = 0;

  /** Made by the other thread; `null` if it must be done here. */
  async function madeAside(folder: string, id: MeetingId, changedAt: Instant): Promise<Listed | null> {
    made += 1;
    if (aside === undefined || made <= FEW) return null;
    try {
      return await aside(folder, id, changedAt);
    } catch (error) {
      report(error);
      return null;
    }
  }

  /** One that cannot be looked at now must not hide the others. */
  async function row(id: MeetingId): Promise<Row | null> {
    try {
      return await lookedAt(id);
    } catch (error) {
      report(error);
      return { summary: unprovableSummary(id, instant(0)), own: null };
    }
  }

  async function lookedAt(id: MeetingId): Promise<Row | null> {
    const folder = join(root, id);
    const { text, changedAt } = await filesState(files, folder);
    const of = `${CACHE_FORM} ${text}`;
    const cache = caches.at(join(folder, CACHE));
    const cached = await cache.read().then(
      () => Cached.safeParse(cache.data),
      () => null,
    );
    if (cached?.success && cached.data.of === of) return cached.data;
    const found = (await madeAside(folder, id, changedAt)) ?? (await computed(id, changedAt));
    if (found === null) return null;
    const listed = { ...found, own: found.own === null ? null : toBeStored(found.own) };
    // Problems of a meeting are checked each time: a backup that reappears may solve them.
    if (listed.summary.health !== 'sound') return listed;
    cache.data = { of, ...listed };
    // The stored row is only a cache: if it cannot be written (a read-only folder) it is computed again next time.
    await cache.write().catch(() => undefined);
    return listed;
  }

  async function computed(id: MeetingId, changedAt: Instant): Promise<Listed | null> {
    try {
      return listedRow(id, await recovered(id), changedAt);
    } catch (error) {
      const unprovable = { summary: unprovableSummary(id, changedAt), own: null };
      if (!(error instanceof Refused) && !isMissing(error)) {
        report(error);
        return unprovable;
      }
      if (error instanceof Refused && error.cause !== undefined) report(error.cause);
      return (await provesNothing(files, join(root, id), MEETING)) ? null : unprovable;
    }
  }

  /** A meeting whose folder is missing is still proven by its backups. */
  async function onlyBackedUp(known: ReadonlySet<string>): Promise<string[]> {
    try {
      const [kept, discarded] = await Promise.all([files.list(backups), files.list(trash)]);
      const gone = new Set(discarded);
      return kept.filter((name) => isMeeting(name) && !known.has(name) && !gone.has(name));
    } catch (error) {
      // Those that have a folder are listed all the same, and nobody knows which of the others were deleted.
      report(error);
      return [];
    }
  }

  /** Copies that the disk has damaged do not count; they must not hide the rows. */
  function copiesIn(text: string): OwnMatters['entries'] {
    try {
      return JSON.parse(text);
    } catch (error) {
      report(error);
      return {};
    }
  }

  async function rows(): Promise<ListedMeeting[]> {
    made = 0;
    const present = (await files.list(root)).filter(isMeeting);
    const ids = [...present, ...(await onlyBackedUp(new Set(present)))];
    const found: (Row | null)[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      found.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(row))));
    }
    const listed = found.filter((one) => one !== null);
    own = withCopiesThatCount(
      new Map(
        listed.flatMap(({ summary, own: theirs }) =>
          theirs === null || summary.rehearsal ? [] : [[summary.id, theirs] as const],
        ),
      ),
      isRegisterThere(),
      copiesIn,
    );
    return listed.map(({ summary }) => summary).sort((a, b) => byText(b.date, a.date) || b.changedAt - a.changedAt);
  }

  return { rows, own: () => own };
}
