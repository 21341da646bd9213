import { join } from 'node:path';
import { z } from 'zod';
import type { MeetingId } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { type FilePort, isMissing } from '../storage/file-port.ts';
import { jsonFiles } from '../storage/json-file.ts';
import { filesState } from './files-state.ts';
import { readJournal } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, PREVIOUS_SNAPSHOT, SNAPSHOT } from './meeting-files.ts';
import type { Recovered } from './recovery.ts';
import { isSound, summaryOf, unprovableSummary } from './summary.ts';

const CACHE = 'summary.json';
/** Folders read at once: enough to keep a disk busy, few enough for a machine with little memory. */
const AT_ONCE = 16;

const Cached = z.object({ of: z.string(), summary: z.custom<MeetingSummary>() });
/** Raised when a row's form changes. */
const CACHE_FORM = 3;

export interface MeetingListOptions {
  readonly files: FilePort;
  readonly root: string;
  /** Where discarded meetings are: their backups remain, and do not bring them back to the list. */
  readonly trash: string;
  /** Where each meeting's backups are, in a folder of its own. */
  readonly backups: string;
  isMeeting(name: string): boolean;
  recovered(id: MeetingId): Promise<Recovered>;
}

/** Lists the meetings without opening them: a row is stored beside each, with the state of the files that it describes. */
export function meetingList(options: MeetingListOptions): () => Promise<MeetingSummary[]> {
  const { files, root, trash, backups, isMeeting, recovered } = options;
  const caches = jsonFiles(files);

  async function row(id: MeetingId): Promise<MeetingSummary | null> {
    const folder = join(root, id);
    const { text, changedAt } = await filesState(files, folder);
    const of = `${CACHE_FORM} ${text}`;
    const cache = caches.at(join(folder, CACHE));
    const cached = await cache.read().then(
      () => Cached.safeParse(cache.data),
      () => null,
    );
    if (cached?.success && cached.data.of === of) return cached.data.summary;
    const summary = await computed(id, changedAt);
    // Problems of a meeting are checked each time: a backup that reappears may solve them.
    if (summary?.health !== 'sound') return summary;
    cache.data = { of, summary };
    // The stored row is only a cache: if it cannot be written (a read-only folder) it is computed again next time.
    await cache.write().catch(() => undefined);
    return summary;
  }

  async function computed(id: MeetingId, changedAt: Instant): Promise<MeetingSummary | null> {
    try {
      const found = await recovered(id);
      const { meeting, seen } = found;
      const health = isSound(found) ? 'sound' : 'repaired';
      return { ...summaryOf(meeting, changedAt === 0 ? seen.at : changedAt, found, health), id };
    } catch (error) {
      if (!(error instanceof Refused) && !isMissing(error)) throw error;
      return (await provesNothing(join(root, id))) ? null : unprovableSummary(id, changedAt);
    }
  }

  /** A folder in which creating a meeting was refused, or that contains nothing of ours. */
  async function provesNothing(folder: string): Promise<boolean> {
    const names = await files.list(folder);
    if (names.some((name) => name === SNAPSHOT || name === PREVIOUS_SNAPSHOT || name === PREVIOUS_JOURNAL))
      return false;
    if (!names.includes(JOURNAL)) return true;
    const { header, lines, damagedRows } = readJournal(await files.read(join(folder, JOURNAL)));
    return header?.after === 0 && lines.length === 0 && damagedRows.length === 0;
  }

  /** A meeting whose folder is missing is still proven by its backups. */
  async function onlyBackedUp(known: ReadonlySet<string>): Promise<string[]> {
    const [kept, discarded] = await Promise.all([files.list(backups), files.list(trash)]);
    const gone = new Set(discarded);
    return kept.filter((name) => isMeeting(name) && !known.has(name) && !gone.has(name));
  }

  return async () => {
    const own = (await files.list(root)).filter(isMeeting);
    const ids = [...own, ...(await onlyBackedUp(new Set(own)))];
    const rows: (MeetingSummary | null)[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      rows.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(row))));
    }
    return rows
      .filter((found) => found !== null)
      .sort((a, b) => b.date.localeCompare(a.date) || b.changedAt - a.changedAt);
  };
}
