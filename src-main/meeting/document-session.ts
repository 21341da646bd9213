import type { Patch } from 'immer';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant, Mono } from '#core/time/units.ts';
import type { SavedState } from '#core/views/desk.ts';
import type { OpenedDocument } from './document-store.ts';
import type { Steps } from './history.ts';
import { type JournalLine, storedLine } from './journal-text.ts';

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
  const journal = opened.journal({
    fullState: () => ({ document, steps: steps(), at: clock.now(), mono: clock.mono() }),
    onState: () => onChange([]),
  });
  return {
    current: () => document,
    seq: () => seq,
    mayWrite() {
      if (opened.readOnly) throw new Refused('readOnly');
      // Before anything is changed: a change that no file accepts must not be visible either.
      if (!journal.isOpen()) throw new Refused('meetingChanging');
    },
    isOpen: journal.isOpen,
    take(next, change) {
      const before = document;
      document = next;
      seq += 1;
      journal.append(storedLine(before, next, { seq, at: clock.now(), mono: clock.mono(), ...change }));
      onChange(change.patches);
    },
    saved: journal.state,
    flush: journal.flush,
    close: journal.close,
    stop: journal.stop,
  };
}
