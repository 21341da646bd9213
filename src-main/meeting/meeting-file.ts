import { join } from 'node:path';
import { Low } from 'lowdb';
import { MEETING_SCHEMA, type Meeting } from '#core/model/meeting.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import type { SavedState } from '#core/views/desk.ts';
import { type AppendFile, type FilePort, replaceFile } from '../storage/file-port.ts';
import type { Steps } from './history.ts';
import { writeSteps } from './history-file.ts';
import { headerText, type JournalLine, lineText } from './journal-text.ts';
import { JOURNAL, PREVIOUS_JOURNAL, PREVIOUS_SNAPSHOT, SNAPSHOT } from './meeting-files.ts';
import { saveQueue } from './save-queue.ts';
import { snapshotText, snapshotValue } from './snapshot-text.ts';

/** A journal of more is emptied into the snapshot: opening then stays fast, and the folder small. */
const JOURNAL_BOUND = 4 * 1024 * 1024;
/** Changes kept as text while saving fails; beyond this the whole meeting is written instead. */
const PENDING_BOUND = 8 * 1024 * 1024;

const NOTHING: object = {};

/** The newest state, to be written whole. */
export interface Whole {
  readonly meeting: Meeting;
  readonly steps: Steps;
  readonly at: Instant;
  readonly mono: Mono;
}

export interface MeetingFileOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** The folder of all meetings. A meeting's own is made anew when it vanished, this one never: its disk is gone. */
  readonly root: string;
  readonly seq: number;
  /** The journal's length when it may be appended to; `null` when everything must be written anew first. */
  readonly journalBytes: number | null;
  /** Whether the snapshot lacks changes that the journal holds. */
  readonly behind: boolean;
  /** Where a damaged file (or one of an earlier form) is kept when its successor is written, by the file's name. */
  readonly aside: Readonly<Record<string, string>>;
  whole(): Whole;
  /** Called whenever `state()` changed by itself. */
  onState(): void;
  now(): Instant;
  /** Told of a failure that costs nothing, since the changes are on the disk already. */
  report(error: unknown): void;
  readonly bound?: number;
  wait?(ms: number, then: () => void): { cancel(): void };
}

/** The disk's side of an open meeting: takes changes one by one and tells how far they will last. */
export interface MeetingFile {
  /** Takes the next change; `line.seq` must be one more than the last. */
  append(line: JournalLine): void;
  state(): SavedState;
  /** Resolves when every change taken is on the disk; rejects when the last attempt failed. */
  flush(): Promise<void>;
  /** Flushes, empties the journal into the snapshot and lets go of the files. Rejects when a change is not saved. */
  close(): Promise<void>;
  /** No more retries, and lets go of the files. */
  stop(): Promise<void>;
}

export function meetingFile(options: MeetingFileOptions): MeetingFile {
  const { files, folder, root, whole, report, bound = JOURNAL_BOUND } = options;
  const path = (name: string): string => join(folder, name);
  const aside = new Map(Object.entries(options.aside));
  let pending: { seq: number; text: string }[] = [];
  let pendingSize = 0;
  let seq = options.seq;
  /** `null`: what is in the journal is not known, so that it must not be appended to. */
  let bytes = options.journalBytes;
  /** The journal may hold a part of a change behind `bytes`. */
  let ragged = false;
  let { behind } = options;
  let journal: AppendFile | null = null;
  let compactAt = bound;

  const letGo = async (): Promise<void> => {
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
    if ((await files.stat(root)) === null) throw new Error(`ENOENT: ${root}`);
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
    // Made now, before anything is awaited: the meeting goes on meanwhile.
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
    await letGo();
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
    ragged = false;
    compactAt = bound;
  }

  /** Empties the journal into the snapshot. The journal stays as it is until the snapshot lasts. */
  async function compact(): Promise<void> {
    const upTo = seq;
    await writeSnapshot(whole(), upTo, false);
    await beginJournal(upTo);
    behind = false;
  }

  /** Writes everything anew, twice, trusting nothing that is there. */
  async function rewrite(): Promise<void> {
    const upTo = seq;
    const state = whole();
    await needFolder();
    await letGo();
    await writeSnapshot(state, upTo, true);
    await beginJournal(upTo);
    behind = false;
    pending = pending.filter((line) => line.seq > upTo);
    pendingSize = pending.reduce((size, { text }) => size + text.length, 0);
  }

  async function openJournal(size: number): Promise<AppendFile> {
    if (journal === null) {
      await expectSize(size, ragged);
      journal = await files.openAppend(path(JOURNAL));
    }
    if (ragged) {
      await journal.truncate(size);
      ragged = false;
    }
    return journal;
  }

  /** The file must still be the one that is written: a folder that was moved away would swallow every change. */
  async function expectSize(size: number, orMore = false): Promise<void> {
    const found = await files.stat(path(JOURNAL));
    if (found?.size === size || (orMore && found !== null && found.size > size)) return;
    bytes = null;
    throw new Error(found === null ? `ENOENT: ${path(JOURNAL)}` : `${path(JOURNAL)}: ${found.size} ≠ ${size}`);
  }

  async function appendPending(size: number): Promise<void> {
    // A copy: changes that come while this is written must wait for the next write, and stay behind below.
    const batch = pending.slice();
    const text = batch.length === 1 ? (batch[0]?.text ?? '') : batch.map((line) => line.text).join('');
    const grown = size + Buffer.byteLength(text);
    // Without an await where there is nothing to wait for: the write is then under way before the windows are told.
    const file = journal !== null && !ragged ? journal : await openJournal(size);
    try {
      await file.append(text);
    } catch (error) {
      // What is behind the last good line is cut off before anything is written after it.
      ragged = true;
      // A handle on a disk that was pulled out stays dead when the disk is back.
      await letGo().catch(report);
      throw error;
    }
    try {
      await Promise.all([file.sync(), expectSize(grown)]);
    } catch (error) {
      // After a failed sync the system may have dropped what it could not write, and a second sync would say all is well.
      bytes = null;
      await letGo().catch(report);
      throw error;
    }
    bytes = grown;
    behind = true;
    pending = pending.slice(batch.length);
    pendingSize -= text.length;
  }

  async function write(): Promise<void> {
    if (bytes === null || pendingSize > PENDING_BOUND) {
      await rewrite();
      return;
    }
    await appendPending(bytes);
    if (bytes !== null && bytes > compactAt && pending.length === 0) {
      compactAt = bytes + bound;
      await compact().catch(report);
    }
  }

  const queue = saveQueue({
    from: options.seq,
    write,
    onState: options.onState,
    now: options.now,
    ...(options.wait === undefined ? {} : { wait: options.wait }),
  });

  if (bytes === null) queue.renew();

  return {
    append(line) {
      const text = lineText(line);
      pending.push({ seq: line.seq, text });
      pendingSize += text.length;
      seq = line.seq;
      queue.changed();
    },
    state: queue.state,
    flush: queue.flush,
    async close() {
      await queue.flush();
      try {
        if (bytes === null) await rewrite();
        else if (behind) await compact();
      } catch (error) {
        report(error);
      }
      queue.stop();
      await letGo();
    },
    async stop() {
      queue.stop();
      await letGo();
    },
  };
}
