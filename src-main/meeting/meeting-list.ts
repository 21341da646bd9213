import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '#core/commands/definition.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import { type Instant, instant } from '#core/time/units.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { type FilePort, isMissing } from '../storage/file-port.ts';
import { jsonFiles } from '../storage/json-file.ts';
import { JOURNAL, PREVIOUS_SNAPSHOT, SNAPSHOT } from './meeting-files.ts';
import type { Recovered } from './recovery.ts';
import { damagedSummary, summaryOf } from './summary.ts';

const CACHE = 'summary.json';
/** Folders looked at together: enough to keep a disk busy, few enough for a machine with little memory. */
const AT_ONCE = 16;

const Cached = z.object({ of: z.string(), summary: z.custom<MeetingSummary>() });

export interface MeetingListOptions {
  readonly files: FilePort;
  readonly root: string;
  isMeeting(name: string): boolean;
  recovered(id: MeetingId): Promise<Recovered>;
}

/** Lists the meetings without opening them: a row is kept beside each, with the state of the files that it tells of. */
export function meetingList({
  files,
  root,
  isMeeting,
  recovered,
}: MeetingListOptions): () => Promise<MeetingSummary[]> {
  const caches = jsonFiles(files);

  async function row(id: MeetingId): Promise<MeetingSummary | null> {
    const folder = join(root, id);
    const stat = (name: string) => files.stat(join(folder, name));
    const [own, journal] = await Promise.all([stat(SNAPSHOT), stat(JOURNAL)]);
    const snapshot = own ?? (await stat(PREVIOUS_SNAPSHOT));
    if (snapshot === null) return null;
    const changedAt = instant(Math.max(snapshot.changedAt, journal?.changedAt ?? 0));
    const of = [own, journal].map((file) => (file === null ? '-' : `${file.size}@${file.changedAt}`)).join(' ');
    const cache = caches.at(join(folder, CACHE));
    const cached = await cache.read().then(
      () => Cached.safeParse(cache.data),
      () => null,
    );
    if (cached?.success && cached.data.of === of) return cached.data.summary;
    const summary = await computed(id, changedAt);
    cache.data = { of, summary };
    // The list is only a cache: where it cannot be written (a read-only folder) it is computed again next time.
    await cache.write().catch(() => undefined);
    return summary;
  }

  async function computed(id: MeetingId, changedAt: Instant): Promise<MeetingSummary> {
    try {
      const { meeting, snapshot } = await recovered(id);
      return { ...summaryOf(meeting, changedAt), id, damaged: snapshot === 'damaged' };
    } catch (error) {
      if (!(error instanceof Refused) && !isMissing(error)) throw error;
      return damagedSummary(id, changedAt);
    }
  }

  return async () => {
    const ids = (await files.list(root)).filter(isMeeting);
    const rows: (MeetingSummary | null)[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      rows.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(row))));
    }
    return rows
      .filter((found) => found !== null)
      .sort((a, b) => b.date.localeCompare(a.date) || b.changedAt - a.changedAt);
  };
}
