import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Instant, Mono } from '#core/time/units.ts';
import { type AppendFile, byTemporary, type FilePort, missing, replaceFile } from '../storage/file-port.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Steps } from './history.ts';
import { writeSteps } from './history-file.ts';
import { headerText } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, previousSnapshotOf, snapshotOf } from './meeting-files.ts';
import { documentSnapshot, snapshotText } from './snapshot-text.ts';

/** A longer journal is emptied into the snapshot, so that opening stays fast and the folder small. */
const JOURNAL_BOUND = 4 * 1024 * 1024;

const NOTHING: object = {};

/** The newest state, to be written whole. */
export interface FullState {
  readonly document: unknown;
  readonly steps: Steps<string>;
  readonly at: Instant;
  readonly mono: Mono;
}

export interface MeetingWriterOptions {
  readonly kind: Pick<DocumentKind<unknown>, 'word' | 'schema'>;
  readonly files: FilePort;
  readonly folder: string;
  /**
   * The folder of all meetings. A meeting's own folder is created again if it disappeared, this one never: its disk is
   * missing.
   */
  readonly root: string;
  /** The journal's length if it may be appended to; `null` if everything must be rewritten first. */
  readonly journalBytes: number | null;
  /** Whether the snapshot lacks changes that are in the journal. */
  readonly snapshotStale: boolean;
  /**
   * The name under which a damaged file (or one of an earlier form) is kept when its successor is written, by file
   * name.
   */
  readonly quarantine: Readonly<Record<string, string>>;
  readonly bound?: number;
}

/**
 * Writes the files of one document. It has no queue of its own: the journal (`journal.ts`) calls one function at a time,
 * and the next when the one before has ended.
 */
export interface MeetingWriter {
  /** False if the content of the journal file is unknown: then everything is rewritten before a line is appended. */
  canAppend(): boolean;
  /** Appends to the journal and syncs it. Everything up to the write itself happens before this returns. */
  append(text: string): Promise<void>;
  /** Whether the snapshot lacks changes of the journal. */
  isSnapshotStale(): boolean;
  /** Whether the journal exceeds its limit. */
  isLong(): boolean;
  /** Empties the journal into the snapshot. The journal is unchanged until the snapshot is durable. */
  compact(state: FullState, upTo: number): Promise<void>;
  /** Rewrites everything, twice, without trusting existing files. */
  rewrite(state: FullState, upTo: number): Promise<void>;
  /** Closes the file; the next append opens it again. */
  release(): Promise<void>;
}

/** @param report called with a failure that loses nothing */
export function meetingWriter(options: MeetingWriterOptions, report: (error: unknown) => void): MeetingWriter {
  const { kind, files, folder, root, bound = JOURNAL_BOUND } = options;
  const ownName = snapshotOf(kind);
  const previousName = previousSnapshotOf(kind);
  const path = (name: string): string => join(folder, name);
  const quarantine = new Map(Object.entries(options.quarantine));
  /** `null`: the content of the journal is unknown, so it must not be appended to. */
  let bytes = options.journalBytes;
  /** The journal may contain a part of a change after `bytes`. */
  let dirtyTail = false;
  let { snapshotStale } = options;
  let journal: AppendFile | null = null;
  let compactAt = bound;

  const release = async (): Promise<void> => {
    const open = journal;
    journal = null;
    await open?.close();
  };

  /** Makes room for a file's successor: the present one becomes `next`, or is kept under another name if it is damaged. */
  async function makeRoom(name: string, next: string | null): Promise<void> {
    const to = quarantine.get(name) ?? (next === null ? null : path(next));
    if (to !== null && (await files.stat(path(name))) !== null) await files.rename(path(name), to);
  }

  /**
   * Creates the meeting's folder again if it is missing, but only inside the existing folder of all meetings, so never
   * on a wrong disk.
   */
  async function needFolder(): Promise<void> {
    if ((await files.stat(folder)) !== null) return;
    if ((await files.stat(root)) === null) throw missing(root);
    await files.makeFolder(folder);
    await files.syncFolder(root);
  }

  /** lowdb's own adapter syncs nothing; this one keeps the old file as the previous snapshot. */
  const snapshot = new Low<object>(
    {
      read: async () => null,
      async write(value) {
        await byTemporary(files, path(ownName), async (temporary) => {
          await files.writeSynced(temporary, snapshotText(value));
          await makeRoom(previousName, null);
          await makeRoom(ownName, previousName);
          await files.rename(temporary, path(ownName));
        });
        await files.syncFolder(folder);
      },
    },
    NOTHING,
  );

  /**
   * Writes the snapshot and keeps the one before it. At every instant in between, the files prove the same meeting: the
   * new snapshot is complete on the disk before a name changes, and the journal changes only when those names are
   * durable.
   */
  async function writeSnapshot(state: FullState, upTo: number, both: boolean): Promise<void> {
    const { document, at, mono } = state;
    const value = documentSnapshot(kind, { seq: upTo, at, mono, document });
    await writeSteps(files, folder, { seq: upTo, steps: state.steps });
    snapshot.data = value;
    await snapshot.write();
    if (both) await replaceFile(files, path(previousName), snapshotText(value));
    // Released: a large meeting is in memory once.
    snapshot.data = NOTHING;
    quarantine.delete(ownName);
    quarantine.delete(previousName);
  }

  /**
   * Starts an empty journal after `upTo`; the present one becomes the previous, or is kept under another name if
   * damaged.
   */
  async function beginJournal(upTo: number): Promise<void> {
    bytes = null;
    await release();
    const text = headerText({ schema: kind.schema, after: upTo });
    await byTemporary(files, path(JOURNAL), async (temporary) => {
      await files.writeSynced(temporary, text);
      await makeRoom(PREVIOUS_JOURNAL, null);
      await makeRoom(JOURNAL, PREVIOUS_JOURNAL);
      await files.syncFolder(folder);
      quarantine.delete(JOURNAL);
      quarantine.delete(PREVIOUS_JOURNAL);
      await files.rename(temporary, path(JOURNAL));
    });
    await files.syncFolder(folder);
    bytes = Buffer.byteLength(text);
    dirtyTail = false;
    compactAt = bound;
  }

  async function openJournal(size: number): Promise<AppendFile> {
    if (journal === null) {
      await expectSize(size, dirtyTail);
      // Durable with the sync of what is appended next. Whoever made the tail dirty has closed the file.
      if (dirtyTail) await files.truncate(path(JOURNAL), size);
      dirtyTail = false;
      journal = await files.openAppend(path(JOURNAL));
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
      // Without an await if there is nothing to wait for: the write has then started before the windows are informed.
      const file = journal ?? (await openJournal(size));
      try {
        await file.append(text);
      } catch (error) {
        // Everything after the last good line is cut off before anything else is written.
        dirtyTail = true;
        // A handle on a disk that was unplugged stays dead when the disk is back.
        await release().catch(report);
        throw error;
      }
      try {
        await Promise.all([file.sync(), expectSize(grown)]);
      } catch (error) {
        // After a failed sync the system may have dropped what it could not write, and a second sync would report
        // success.
        bytes = null;
        await release().catch(report);
        throw error;
      }
      bytes = grown;
      snapshotStale = true;
    },
    isSnapshotStale: () => snapshotStale,
    isLong: () => bytes !== null && bytes > compactAt,
    async compact(state, upTo) {
      // A failed attempt is repeated only after as much has been added again.
      compactAt = (bytes ?? 0) + bound;
      await writeSnapshot(state, upTo, false);
      await beginJournal(upTo);
      snapshotStale = false;
    },
    async rewrite(state, upTo) {
      await needFolder();
      await release();
      await writeSnapshot(state, upTo, true);
      await beginJournal(upTo);
      snapshotStale = false;
    },
    release,
  };
}
