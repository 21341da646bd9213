import { join } from 'node:path';
import { Low } from 'lowdb';
import { MEETING_SCHEMA, type Meeting } from '#core/model/meeting.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import { type AppendFile, type FilePort, missing, replaceFile } from '../storage/file-port.ts';
import type { Steps } from './history.ts';
import { writeSteps } from './history-file.ts';
import { headerText } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, PREVIOUS_SNAPSHOT, SNAPSHOT } from './meeting-files.ts';
import { snapshotText, snapshotValue } from './snapshot-text.ts';

/** A journal of more is emptied into the snapshot: opening then stays fast, and the folder small. */
const JOURNAL_BOUND = 4 * 1024 * 1024;

const NOTHING: object = {};

/** The newest state, to be written whole. */
export interface Whole {
  readonly meeting: Meeting;
  readonly steps: Steps;
  readonly at: Instant;
  readonly mono: Mono;
}

export interface MeetingWriterOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** The folder of all meetings. A meeting's own is made anew when it vanished, this one never: its disk is gone. */
  readonly root: string;
  /** The journal's length when it may be appended to; `null` when everything must be written anew first. */
  readonly journalBytes: number | null;
  /** Whether the snapshot lacks changes that the journal holds. */
  readonly behind: boolean;
  /** Where a damaged file (or one of an earlier form) is kept when its successor is written, by the file's name. */
  readonly aside: Readonly<Record<string, string>>;
  readonly bound?: number;
}

/**
 * Writes the files of one meeting. It keeps no order by itself: the journal (`journal.ts`) calls one function at a time,
 * and the next when the one before has ended.
 */
export interface MeetingWriter {
  /** False when what is in the journal file is not known: then everything is written anew before a line follows. */
  canAppend(): boolean;
  /** Appends to the journal and syncs it. Everything up to the write itself happens before this returns. */
  append(text: string): Promise<void>;
  /** Whether the snapshot lacks changes of the journal. */
  isBehind(): boolean;
  /** Whether the journal has grown beyond its bound. */
  isLong(): boolean;
  /** Empties the journal into the snapshot. The journal stays as it is until the snapshot lasts. */
  compact(state: Whole, upTo: number): Promise<void>;
  /** Writes everything anew, twice, trusting nothing that is there. */
  rewrite(state: Whole, upTo: number): Promise<void>;
  /** Closes the file; the next append opens it again. */
  release(): Promise<void>;
}

/** @param report told of a failure that costs nothing */
export function meetingWriter(options: MeetingWriterOptions, report: (error: unknown) => void): MeetingWriter {
  const { files, folder, root, bound = JOURNAL_BOUND } = options;
  const path = (name: string): string => join(folder, name);
  const aside = new Map(Object.entries(options.aside));
  /** `null`: what is in the journal is not known, so that it must not be appended to. */
  let bytes = options.journalBytes;
  /** The journal may hold a part of a change behind `bytes`. */
  let dirtyTail = false;
  let { behind } = options;
  let journal: AppendFile | null = null;
  let compactAt = bound;

  const release = async (): Promise<void> => {
    const open = journal;
    journal = null;
    await open?.close();
  };

  /** Makes room for a file's successor: the present one becomes `next`, or is kept aside when it is damaged. */
  async function makeRoom(name: string, next: string | null): Promise<void> {
    const to = aside.get(name) ?? (next === null ? null : path(next));
    if (to !== null && (await files.stat(path(name))) !== null) await files.rename(path(name), to);
  }

  /** The meeting's folder must be there; it is made anew only where the folder around it is, so never on a wrong disk. */
  async function needFolder(): Promise<void> {
    if ((await files.stat(folder)) !== null) return;
    if ((await files.stat(root)) === null) throw missing(root);
    await files.makeFolder(folder);
    await files.syncFolder(root);
  }

  /** lowdb's own adapter syncs nothing; this one keeps what was there as the previous snapshot. */
  const snapshot = new Low<object>(
    {
      read: async () => null,
      async write(value) {
        const temporary = path(`${SNAPSHOT}.tmp`);
        await files.writeSynced(temporary, snapshotText(value));
        await makeRoom(PREVIOUS_SNAPSHOT, null);
        await makeRoom(SNAPSHOT, PREVIOUS_SNAPSHOT);
        await files.rename(temporary, path(SNAPSHOT));
        await files.syncFolder(folder);
      },
    },
    NOTHING,
  );

  /**
   * Writes the snapshot, keeping the one before it. At every instant between, the files prove the same meeting: the new
   * snapshot is whole on the disk before a name moves, and the journal moves only when the names before it last.
   */
  async function writeSnapshot(state: Whole, upTo: number, both: boolean): Promise<void> {
    const { meeting, at, mono } = state;
    const value = snapshotValue({ seq: upTo, at, mono, meeting });
    await writeSteps(files, folder, { seq: upTo, steps: state.steps });
    snapshot.data = value;
    await snapshot.write();
    if (both) await replaceFile(files, path(PREVIOUS_SNAPSHOT), snapshotText(value));
    // Not kept: a large meeting is in memory once.
    snapshot.data = NOTHING;
    aside.delete(SNAPSHOT);
    aside.delete(PREVIOUS_SNAPSHOT);
  }

  /** Begins an empty journal after `upTo`; the present one becomes the previous, or is kept aside when damaged. */
  async function beginJournal(upTo: number): Promise<void> {
    bytes = null;
    await release();
    const text = headerText({ schema: MEETING_SCHEMA, after: upTo });
    const temporary = path(`${JOURNAL}.tmp`);
    await files.writeSynced(temporary, text);
    await makeRoom(PREVIOUS_JOURNAL, null);
    await makeRoom(JOURNAL, PREVIOUS_JOURNAL);
    await files.syncFolder(folder);
    aside.delete(JOURNAL);
    aside.delete(PREVIOUS_JOURNAL);
    await files.rename(temporary, path(JOURNAL));
    await files.syncFolder(folder);
    bytes = Buffer.byteLength(text);
    dirtyTail = false;
    compactAt = bound;
  }

  async function openJournal(size: number): Promise<AppendFile> {
    if (journal === null) {
      await expectSize(size, dirtyTail);
      journal = await files.openAppend(path(JOURNAL));
    }
    if (dirtyTail) {
      await journal.truncate(size);
      dirtyTail = false;
    }
    return journal;
  }

  /** The file must still be the one that is written: a folder that was moved away would swallow every change. */
  async function expectSize(size: number, orMore = false): Promise<void> {
    const found = await files.stat(path(JOURNAL));
    if (found?.size === size || (orMore && found !== null && found.size > size)) return;
    bytes = null;
    throw found === null ? missing(path(JOURNAL)) : new Error(`${path(JOURNAL)}: ${found.size} ≠ ${size}`);
  }

  return {
    canAppend: () => bytes !== null,
    async append(text) {
      const size = bytes;
      if (size === null) throw new Error('the journal must be begun anew first');
      const grown = size + Buffer.byteLength(text);
      // Without an await where there is nothing to wait for: the write is then under way before the windows are told.
      const file = journal !== null && !dirtyTail ? journal : await openJournal(size);
      try {
        await file.append(text);
      } catch (error) {
        // What is behind the last good line is cut off before anything is written after it.
        dirtyTail = true;
        // A handle on a disk that was pulled out stays dead when the disk is back.
        await release().catch(report);
        throw error;
      }
      try {
        await Promise.all([file.sync(), expectSize(grown)]);
      } catch (error) {
        // After a failed sync the system may have dropped what it could not write, and a second sync would say all is well.
        bytes = null;
        await release().catch(report);
        throw error;
      }
      bytes = grown;
      behind = true;
    },
    isBehind: () => behind,
    isLong: () => bytes !== null && bytes > compactAt,
    async compact(state, upTo) {
      // One that fails is tried again only when as much has been added once more.
      compactAt = (bytes ?? 0) + bound;
      await writeSnapshot(state, upTo, false);
      await beginJournal(upTo);
      behind = false;
    },
    async rewrite(state, upTo) {
      await needFolder();
      await release();
      await writeSnapshot(state, upTo, true);
      await beginJournal(upTo);
      behind = false;
    },
    release,
  };
}
