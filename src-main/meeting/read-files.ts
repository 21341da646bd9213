import { dirname } from 'node:path';
import { type FilePort, isMissing } from '../storage/file-port.ts';
import { isUnreadable, readAround } from '../storage/read-around.ts';
import type { DocumentKind } from './document-kind.ts';
import { type ReadJournal, readJournal } from './journal-text.ts';
import { Damaged, type Snapshot, snapshotFrom } from './snapshot-text.ts';

/** Longer than a journal's header, shorter than one with a change. */
const HEADER_MOST = 128;

/** A journal as its file proves it. */
export interface JournalFile extends ReadJournal {
  /** Its length in bytes, if all of it could be read. */
  readonly length: number | null;
}

/**
 * Whether it is the file that cannot be read. A disk that was pulled out does not answer for the folder either, and its
 * files may be whole.
 * @throws the disk's error
 */
async function isBadSector(files: FilePort, path: string, error: unknown): Promise<boolean> {
  if (!isUnreadable(error)) return false;
  await files.list(dirname(path));
  return true;
}

/** A snapshot proven by its checksum; `null` if the file is missing. @throws Damaged */
export async function readSnapshotFile(
  files: FilePort,
  path: string,
  kind: Pick<DocumentKind<unknown>, 'word'>,
): Promise<Snapshot | null> {
  try {
    return snapshotFrom(JSON.parse(await files.read(path)), kind);
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof SyntaxError) throw new Damaged(error.message);
    if (await isBadSector(files, path, error)) throw new Damaged('it cannot be read', error);
    throw error;
  }
}

/** The lines of a journal, also around a place that cannot be read; none if the file is missing. */
export async function readJournalFile(files: FilePort, path: string): Promise<JournalFile> {
  try {
    const text = await files.read(path);
    return { ...readJournal(text), length: Buffer.byteLength(text) };
  } catch (error) {
    if (isMissing(error)) return { ...readJournal(''), length: 0 };
    if (!(await isBadSector(files, path, error))) throw error;
    const text = await readAround(files, path);
    const journal = { ...readJournal(text), clean: false, length: null };
    if (!journal.torn) return journal;
    // It ends in a place that cannot be read: at least one change was there, unless that was the header.
    if (text.length <= HEADER_MOST) return { ...journal, torn: false };
    const { damagedRows, damagedAtEnd } = journal;
    return { ...journal, torn: false, damagedRows: [...damagedRows, ''], damagedAtEnd: damagedAtEnd + 1 };
  }
}
