import { join } from 'node:path';
import type { Register } from '#core/model/register.ts';
import { backupName, OF_REGISTER, ofMeeting } from '../backups/backup-name.ts';
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

const lacks = (session: UnsavedDocuments['meeting']): session is NonNullable<UnsavedDocuments['meeting']> =>
  session !== null && session.saved().durable < session.saved().seq;

/** Whether the open documents contain changes that are not on the disk. */
export const isUnsaved = ({ meeting, register }: UnsavedDocuments): boolean => lacks(meeting) || register !== null;

/**
 * Writes what is not on the disk into another folder, each document as a backup that any Ekspose opens: for when the data
 * folder is another's, or cannot be written.
 * @returns the files; none if nothing was unsaved
 */
export async function keepUnsaved(
  files: FilePort,
  folder: string,
  clock: Clock,
  { meeting: session, register }: UnsavedDocuments,
): Promise<string[]> {
  const at = clock.now();
  // Whose it is says a file of the folder that is another's or fails now.
  const nameless = { owner: null, at, asked: true };
  const texts = new Map<string, string>();
  // A rehearsal is thrown away in any case.
  if (lacks(session) && session.meeting().rehearsalOf === null) {
    const { seq } = session.saved();
    const meeting = session.meeting();
    const value = snapshotValue({ seq, at, mono: clock.mono(), meeting });
    texts.set(backupName(ofMeeting(meeting.id), { ...nameless, seq }), snapshotText(value));
  }
  if (register !== null) {
    const value = documentSnapshot(REGISTER, { seq: register.seq, at, mono: null, document: register.register });
    texts.set(backupName(OF_REGISTER, { ...nameless, seq: register.seq }), snapshotText(value));
  }
  if (texts.size > 0) await files.makeFolder(folder);
  for (const [name, text] of texts) await replaceFile(files, join(folder, name), text);
  return [...texts.keys()].map((name) => join(folder, name));
}
