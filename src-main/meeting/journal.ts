import type { Patch } from 'immer';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import type { Notice, SavedState } from '#core/views/desk.ts';
import { diskRefusal, reasonOf } from '../storage/disk-refusal.ts';
import type { Steps } from './history.ts';
import { type JournalLine, lineText, type StoredLine, storedLine } from './journal-text.ts';
import { type FullState, type MeetingWriterOptions, meetingWriter } from './meeting-writer.ts';

/** How long to wait before a failed save is tried again, ms. */
const RETRY_AFTER = 2000;
/** Characters of changes kept as text while saving fails; beyond this the whole meeting is written instead. */
const PENDING_BOUND = 8 * 1024 * 1024;

export interface JournalOptions extends MeetingWriterOptions {
  /** The last change that is already on the disk. */
  readonly seq: number;
  /** The meeting after the last change that was appended. */
  fullState(): FullState;
  /** Called whenever `state()` changed for another reason than `append()`. */
  onState(): void;
  now(): Instant;
  /** Called with the first of several failures, and with harmless ones, whose changes are on the disk. */
  report(error: unknown): void;
  /** Injected by tests. */
  wait?(ms: number, then: () => void): { cancel(): void };
}

/**
 * The disk's side of an open meeting: takes changes one by one and reports how many are durable. Appending, compaction,
 * rewriting and closing go through one queue; after closing nothing is accepted.
 */
export interface Journal {
  /**
   * Takes the next change; `line.seq` must be one more than the last. Its write has started when this returns, unless
   * another is in progress, in which case it shares the next one. It is durable when `state().durable` has reached it.
   * @throws Error while the journal closes and afterwards, when the change would reach no file
   */
  append(line: StoredLine): void;
  /** Whether a change would be accepted. */
  isOpen(): boolean;
  state(): SavedState;
  /**
   * Resolves when every accepted change is on the disk.
   * @throws Refused if the last attempt failed: `diskFull` and the like, else `saveFailed`
   */
  flush(): Promise<void>;
  /**
   * Saves what is left, empties the journal into the snapshot and closes the files.
   * @throws Refused as `flush` does; the journal then continues as before, with its retries
   */
  close(): Promise<void>;
  /** Ends without retrying what cannot be saved, and closes the files. */
  stop(): Promise<void>;
}

const defaultWait = (ms: number, then: () => void) => {
  const timer = setTimeout(then, ms);
  return { cancel: () => clearTimeout(timer) };
};

const refusalOf = (error: unknown): Refused =>
  diskRefusal(error) ?? new Refused('saveFailed', { context: reasonOf(error) }, error);

/**
 * Changes arrive faster than the disk writes: those that arrive during a write share the next one. A failed write is
 * kept in memory, reported, and tried again; it never counts as saved.
 */
export function journal(options: JournalOptions): Journal {
  const { fullState, onState, now, report, wait = defaultWait } = options;
  const writer = meetingWriter(options, report);
  let phase: 'open' | 'closing' | 'ended' = 'open';
  let pending: { seq: number; text: string }[] = [];
  let pendingSize = 0;
  let seq = options.seq;
  let durable = options.seq;
  let at: SavedState['at'] = null;
  let failure: { readonly error: unknown } | null = null;
  /** A write is needed although nothing changed: files to be repaired, or a write that failed. */
  let owed = !writer.canAppend();
  let underWay: Promise<void> | null = null;
  let retry: { cancel(): void } | null = null;
  /** Somebody waits for one more attempt after the one in progress, even if that fails. */
  let onceMore = false;

  const is = (other: typeof phase): boolean => phase === other;

  async function rewrite(): Promise<void> {
    const upTo = seq;
    await writer.rewrite(fullState(), upTo);
    pending = pending.filter((line) => line.seq > upTo);
    pendingSize = pending.reduce((size, { text }) => size + text.length, 0);
  }

  async function save(): Promise<void> {
    if (!writer.canAppend() || pendingSize > PENDING_BOUND) {
      await rewrite();
      return;
    }
    const count = pending.length;
    const text = count === 1 ? (pending[0]?.text ?? '') : pending.map((line) => line.text).join('');
    if (count > 0) await writer.append(text);
    // Changes that arrived meanwhile stay for the next write.
    pending = pending.slice(count);
    pendingSize -= text.length;
    if (writer.isLong() && pending.length === 0) await writer.compact(fullState(), seq).catch(report);
  }

  /** The last step. If it fails, everything is on the disk already, only not in the shortest form. */
  async function end(): Promise<void> {
    try {
      if (!writer.canAppend()) await rewrite();
      else if (writer.isSnapshotStale()) await writer.compact(fullState(), seq);
    } catch (error) {
      report(error);
    }
    await writer.release().catch(report);
    phase = 'ended';
  }

  const hasWork = (): boolean => durable < seq || (owed && !is('closing'));

  async function run(): Promise<void> {
    while (hasWork()) {
      const upTo = seq;
      owed = false;
      try {
        await save();
        durable = upTo;
        at = now();
        failure = null;
      } catch (error) {
        owed = true;
        if (failure === null) report(error);
        failure = { error };
        if (!is('ended')) retry = wait(RETRY_AFTER, start);
        return;
      } finally {
        onState();
      }
    }
    if (is('closing')) await end();
  }

  function start(): void {
    retry?.cancel();
    retry = null;
    if (underWay !== null) return;
    onceMore = false;
    underWay = run().finally(() => {
      underWay = null;
      if (onceMore || (failure === null && (hasWork() || is('closing')))) start();
    });
  }

  /** Tries to save what is left now, and resolves when nothing is in progress. */
  async function attempt(): Promise<void> {
    onceMore = underWay !== null;
    start();
    while (underWay !== null) await underWay;
  }

  const cancelRetry = (): void => {
    retry?.cancel();
    retry = null;
  };

  if (owed) start();

  return {
    append(line) {
      if (!is('open')) throw new Error(`change ${line.seq} comes after the end of its journal`);
      const text = lineText(line);
      pending.push({ seq: line.seq, text });
      pendingSize += text.length;
      seq = line.seq;
      // While saving fails, the retry interval is kept: repeated attempts do not help a full disk.
      if (retry === null && underWay === null) start();
    },
    isOpen: () => is('open'),
    state: () => ({
      seq,
      durable,
      at,
      failing: failure === null ? null : { code: 'saveFailed', reason: reasonOf(failure.error) },
    }),
    async flush() {
      if (durable < seq) await attempt();
      while (underWay !== null) await underWay;
      if (failure !== null && durable < seq) throw refusalOf(failure.error);
    },
    async close() {
      if (is('ended')) return;
      phase = 'closing';
      await attempt();
      if (is('ended')) {
        cancelRetry();
        return;
      }
      phase = 'open';
      throw refusalOf(failure?.error);
    },
    async stop() {
      phase = 'ended';
      cancelRetry();
      while (underWay !== null) await underWay;
      await writer.release();
    },
  };
}

/** A document that was read from its files, before anything is written. */
export interface OpenedDocument<D, T extends string> {
  readonly document: D;
  /** The last change that it contains. */
  readonly seq: number;
  readonly steps: Steps<T>;
  readonly notices: readonly Notice[];
  /** Of a later version: read-only, and never rewritten. */
  readonly readOnly: boolean;
  /** Starts writing; called once, by the session. */
  journal(session: Pick<JournalOptions, 'fullState' | 'onState'>): Journal;
}

/** The two clocks of the process; the demo and the tests step their own. */
export interface Clock {
  mono(): Mono;
  now(): Instant;
}

/** A change to be written: everything of its line but its number and its times. */
export type Change = Pick<JournalLine, 'audience' | 'type' | 'op' | 'patches' | 'inverse'>;

/** The one writer of an open document: holds it, and journals each change. */
export interface DocumentSession<D> {
  current(): D;
  seq(): number;
  /** @throws Refused `readOnly`, or `meetingChanging` while it closes and afterwards */
  mayWrite(): void;
  isOpen(): boolean;
  /** Makes a change. Its write has begun when this returns. */
  take(next: D, change: Change): void;
  saved(): SavedState;
  /** Resolves when every change is on the disk. @throws Refused if saving fails, see `Journal` */
  flush(): Promise<void>;
  /** @throws Refused if a change could not be saved; the session then continues as before */
  close(): Promise<void>;
  /** Ends without waiting for what cannot be saved. */
  stop(): Promise<void>;
}

/**
 * @param steps what undo and redo would do, written with each snapshot
 * @param onChange called after every change with its patches, and without any if only the saved state changed
 */
export function documentSession<D>(
  opened: Pick<OpenedDocument<D, string>, 'document' | 'seq' | 'readOnly' | 'journal'>,
  clock: Clock,
  steps: () => Steps<string>,
  onChange: (patches: readonly Patch[]) => void,
): DocumentSession<D> {
  let { document, seq } = opened;
  const lines = opened.journal({
    fullState: () => ({ document, steps: steps(), at: clock.now(), mono: clock.mono() }),
    onState: () => onChange([]),
  });
  return {
    current: () => document,
    seq: () => seq,
    mayWrite() {
      if (opened.readOnly) throw new Refused('readOnly');
      // Before anything is changed: a change that no file accepts must not be visible either.
      if (!lines.isOpen()) throw new Refused('meetingChanging');
    },
    isOpen: lines.isOpen,
    take(next, change) {
      const before = document;
      document = next;
      seq += 1;
      lines.append(storedLine(before, next, { seq, at: clock.now(), mono: clock.mono(), ...change }));
      onChange(change.patches);
    },
    saved: lines.state,
    flush: lines.flush,
    close: lines.close,
    stop: lines.stop,
  };
}
