import type { MeetingId } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import { type Listed, listedRow } from '../../meeting/meeting-list.ts';
import { type Recovered, recover } from '../../meeting/recovery.ts';
import { isSound } from '../../meeting/summary.ts';
import { type FilePort, isMissing } from '../../storage/file-port.ts';
import { digestLine } from '../digests.ts';

/** What is read of a meeting that is not open; all of it is data, so that it can be sent to another thread. */
export type ReadJob =
  | { readonly what: 'row'; readonly folder: string; readonly id: MeetingId; readonly changedAt: Instant }
  | { readonly what: 'digest'; readonly folder: string; readonly id: MeetingId; readonly stamp: string };

/** What its own files prove completely; `null` for anything else. */
async function soundIn(files: FilePort, folder: string): Promise<Recovered | null> {
  try {
    // Nothing is undone here; whoever opens the meeting reports what is wrong with its history.
    const found = await recover({ files, folder, report: () => undefined });
    return isSound(found) ? found : null;
  } catch (error) {
    if (error instanceof Refused || isMissing(error)) return null;
    throw error;
  }
}

/** Does a job. @returns `null` if the meeting's own files do not prove all of it */
export async function readMeeting(files: FilePort, job: ReadJob): Promise<Listed | string | null> {
  const found = await soundIn(files, job.folder);
  if (found === null) return null;
  if (job.what === 'row') return listedRow(job.id, found, job.changedAt);
  return digestLine({ ...found.meeting, id: job.id }, found.seq, job.stamp);
}
