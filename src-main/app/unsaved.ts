import { join } from 'node:path';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Register } from '#core/model/register.ts';
import { stampOf } from '../backups/store.ts';
import type { Clock } from '../meeting/journal.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import { documentSnapshot, snapshotText, snapshotValue } from '../meeting/snapshot-text.ts';
import { REGISTER } from '../register/register-files.ts';
import { type FilePort, replaceFile } from '../storage/file-port.ts';

/** The documents that are open, as far as they contain changes that are not on the disk. */
export interface UnsavedDocuments {
  readonly meeting: Pick<MeetingSession, 'meeting' | 'saved'> | null;
  readonly register: { readonly register: Register; readonly seq: number } | null;
}

/**
 * Writes what is not on the disk into another folder, each document as a backup that any Ekspose opens: for when the data
 * folder is another's.
 * @returns the files; none if nothing was unsaved
 */
export async function keepUnsaved(
  files: FilePort,
  folder: string,
  clock: Clock,
  { meeting: session, register }: UnsavedDocuments,
): Promise<string[]> {
  const at = clock.now();
  const texts = new Map<string, string>();
  // A rehearsal is thrown away in any case.
  if (session !== null && session.saved().durable < session.saved().seq && session.meeting().rehearsalOf === null) {
    const { seq } = session.saved();
    const meeting = session.meeting();
    const value = snapshotValue({ seq, at, mono: clock.mono(), meeting });
    texts.set(`rakor-${meeting.id}-${stampOf(at)}-${seq}m.json`, snapshotText(value));
  }
  if (register !== null) {
    const value = documentSnapshot(REGISTER, { seq: register.seq, at, mono: null, document: register.register });
    texts.set(`${REGISTER_ID}-${stampOf(at)}-${register.seq}m.json`, snapshotText(value));
  }
  if (texts.size > 0) await files.makeFolder(folder);
  for (const [name, text] of texts) await replaceFile(files, join(folder, name), text);
  return [...texts.keys()].map((name) => join(folder, name));
}
