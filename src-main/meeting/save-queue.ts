import type { SavedState } from '#core/views/desk.ts';

/** How long to wait before a failed save is tried again, ms. */
const RETRY_AFTER = 2000;

export interface SaveQueue {
  /** Tells of a change; the newest state is written as soon as the write under way is done. */
  changed(): void;
  /** Asks for a write although nothing changed; tried again until it succeeds. */
  renew(): void;
  state(): SavedState;
  /** Resolves when everything told so far is on the disk. Rejects when something is not, because the last attempt failed. */
  flush(): Promise<void>;
  /** No more retries. */
  stop(): void;
}

export interface SaveQueueOptions {
  /** What is on the disk already. */
  readonly from?: number;
  /** Writes the newest state durably. */
  write(): Promise<void>;
  /** Called whenever `state()` has changed for another reason than `changed()`. */
  onState(): void;
  now(): SavedState['at'];
  /** Injected by tests. */
  wait?(ms: number, then: () => void): { cancel(): void };
}

const defaultWait = (ms: number, then: () => void) => {
  const timer = setTimeout(then, ms);
  return { cancel: () => clearTimeout(timer) };
};

/**
 * Writes a state that changes faster than the disk: changes that come while a write is under way share the next one.
 * A failed write is kept in memory, said, and tried again; it is never taken for saved.
 */
export function saveQueue({ from = 0, write, onState, now, wait = defaultWait }: SaveQueueOptions): SaveQueue {
  let seq = from;
  let durable = from;
  let at: SavedState['at'] = null;
  let failing: SavedState['failing'] = null;
  let underWay: Promise<void> | null = null;
  let retry: { cancel(): void } | null = null;
  let stopped = false;
  let wanted = false;

  const run = async (): Promise<void> => {
    while (durable < seq || wanted) {
      const upTo = seq;
      wanted = false;
      try {
        await write();
        durable = upTo;
        at = now();
        failing = null;
      } catch (error) {
        wanted = true;
        failing = { code: 'saveFailed', detail: error instanceof Error ? error.message : String(error) };
        if (!stopped) retry = wait(RETRY_AFTER, start);
        return;
      } finally {
        onState();
      }
    }
  };
  const start = (): void => {
    retry?.cancel();
    retry = null;
    underWay ??= run().finally(() => {
      underWay = null;
      if ((durable < seq || wanted) && failing === null) start();
    });
  };

  return {
    renew() {
      wanted = true;
      if (retry === null) start();
    },
    changed() {
      seq += 1;
      // While saving fails, the retry's own rhythm is kept: hammering a full disk helps nobody.
      if (retry === null) start();
    },
    state: () => ({ seq, durable, at, failing }),
    async flush() {
      if (durable < seq) start();
      while (underWay !== null) await underWay;
      if (failing !== null && durable < seq) throw new Error(failing.detail);
    },
    stop() {
      stopped = true;
      retry?.cancel();
    },
  };
}
