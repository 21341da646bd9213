import type { Command } from '#core/commands/apply.ts';

/**
 * Typed words that the application may not have: kept by the window itself, so that they outlive its page. What a page sends
 * while it is taken down need not arrive, and a page that crashes sends nothing.
 */
export interface Unsent {
  /** Keeps the command that carries the words; it replaces the one kept under the same key. */
  keep(key: string, command: Command): void;
  /** Lets go of what is kept under the key; of a given command only if no newer one replaced it. */
  forget(key: string, command?: Command): void;
  /** Lets go of everything that is kept. @returns it */
  takeAll(): Command[];
  /**
   * Sends what an earlier page of this window could not, before the view is fetched. A refused one is let go: its item or
   * meeting is no longer open. What cannot be sent at all stays kept, and the page begins without it.
   */
  resend(send: (command: Command) => Promise<unknown>): Promise<void>;
}

const PREFIX = 'ekspose.unsent/';

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key !== null);

/** @param storage the window's own (`sessionStorage`): it lasts as long as the window, and no other window reads it */
export function unsent(storage: Storage): Unsent {
  return {
    keep: (key, command) => {
      try {
        storage.setItem(PREFIX + key, JSON.stringify(command));
      } catch (error) {
        // More than a window may keep; it is sent all the same.
        console.warn(error);
        storage.removeItem(PREFIX + key);
      }
    },
    forget: (key, command) => {
      if (command === undefined || storage.getItem(PREFIX + key) === JSON.stringify(command))
        storage.removeItem(PREFIX + key);
    },
    takeAll: () =>
      keysOf(storage).flatMap((key) => {
        const kept = key.startsWith(PREFIX) ? storage.getItem(key) : null;
        if (kept === null) return [];
        storage.removeItem(key);
        return [JSON.parse(kept) as Command];
      }),
    resend: async (send) => {
      const keys = keysOf(storage);
      for (const key of keys) {
        const kept = key.startsWith(PREFIX) ? storage.getItem(key) : null;
        if (kept === null) continue;
        try {
          await send(JSON.parse(kept) as Command);
          storage.removeItem(key);
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}
