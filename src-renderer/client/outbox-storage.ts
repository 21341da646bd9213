import type { Command } from '#core/commands/apply.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';

/**
 * The state of a command in the outbox. typed: not to be sent yet. waiting: to be sent, possibly again after no answer
 * came. sent: on its way. applied: done, but not on the disk yet. stuck: not accepted; its words can only be copied.
 */
export type EntryState = 'typed' | 'waiting' | 'sent' | 'applied' | 'stuck';

export interface OutboxEntry {
  /** Its place in the order. */
  readonly n: number;
  /** Identifies what the words are for; a newer command with the same key and meeting replaces it. */
  readonly key: string;
  readonly meetingId: MeetingId;
  readonly command: Command;
  /** The agency or item that the words are about, as the user knows it. */
  readonly place: string;
  readonly state: EntryState;
  /** Set once it was applied: the change that must reach the disk. */
  readonly seq: number | null;
  /** Why the application did not accept it. */
  readonly refusal: RefusalMessage | null;
}

/** The outbox's entries: in memory for this page, and in the window's storage for the next one. */
export interface EntryStore {
  /** In order; the same array while nothing changed. */
  list(): readonly OutboxEntry[];
  /** Adds an entry after the others, or in place of an older one. */
  replace(older: number | null, entry: Omit<OutboxEntry, 'n'>): OutboxEntry;
  /** No effect if it is gone. */
  change(n: number, fields: Partial<Pick<OutboxEntry, 'state' | 'seq' | 'refusal'>>): void;
  remove(n: number): void;
  subscribe(listener: () => void): () => void;
}

const PREFIX = 'ekspose.outbox/';

/** What an earlier page of this window has left there, in order. */
export function storedEntries(storage: Storage): OutboxEntry[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ ...(JSON.parse(storage.getItem(key) ?? '') as OutboxEntry), n: Number(key.slice(PREFIX.length)) }))
    .sort((a, b) => a.n - b.n);
}

/** @param storage the window's own (`sessionStorage`): it lasts as long as the window, and no other window reads it */
export function entryStore(storage: Storage): EntryStore {
  const listeners = new Set<() => void>();
  let entries: readonly OutboxEntry[] = storedEntries(storage);
  let last = entries.at(-1)?.n ?? 0;
  /** Where an entry is stored, if that is not its own number: see `replace`. */
  const places = new Map<number, number>();
  const placeOf = (n: number): string => PREFIX + (places.get(n) ?? n);

  const set = (next: readonly OutboxEntry[]): void => {
    entries = next;
    for (const listener of [...listeners]) listener();
  };
  const write = ({ n, ...entry }: OutboxEntry): void => {
    try {
      storage.setItem(placeOf(n), JSON.stringify(entry));
    } catch (error) {
      // More than a window may store: this page still has it in memory. An older text must not remain in its place.
      console.warn(error);
      storage.removeItem(placeOf(n));
    }
  };

  return {
    list: () => entries,
    replace: (older, fields) => {
      last += 1;
      const entry = { n: last, ...fields };
      // The last one keeps its place, and with it the order: with each letter, removing the text before costs more than writing.
      if (older !== null && entries.at(-1)?.n === older) places.set(entry.n, places.get(older) ?? older);
      else if (older !== null) storage.removeItem(placeOf(older));
      if (older !== null) places.delete(older);
      write(entry);
      set([...entries.filter(({ n }) => n !== older), entry]);
      return entry;
    },
    change: (n, fields) => {
      const before = entries.find((entry) => entry.n === n);
      if (before === undefined) return;
      const after = { ...before, ...fields };
      // For the next page all unanswered entries are alike.
      if (after.state === 'applied' || after.state === 'stuck') write(after);
      set(entries.map((entry) => (entry === before ? after : entry)));
    },
    remove: (n) => {
      storage.removeItem(placeOf(n));
      places.delete(n);
      set(entries.filter((entry) => entry.n !== n));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
