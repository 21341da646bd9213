import type { Patch } from 'immer';
import type { Audience, EksposePort, Push, ViewOf } from '#core/protocol/messages.ts';
import { type MainClock, mainClock } from './main-clock.ts';

/** A view as React reads it (`useSyncExternalStore`), and the clock by which it is painted. */
export interface ViewStore<V> {
  readonly clock: MainClock;
  /** The window's name among those of its audience. */
  readonly client: string;
  /** False while reconnecting, when the view may be out of date. */
  connected(): boolean;
  current(): V;
  subscribe(listener: () => void): () => void;
  /** Fetches the whole view again; resolves when it has arrived, or could not be fetched. */
  resync(): Promise<void>;
}

/**
 * Fetches the audience's view and keeps it up to date. Pushes are numbered without gaps for each audience: if one is
 * missing or does not fit, the whole view is fetched again.
 * @param applyPatches applies patches; the projector receives none and passes none
 * @throws whatever the first `hello` rejects with
 */
export async function openViewStore<A extends Audience>(
  port: EksposePort,
  applyPatches?: (view: ViewOf[A], patches: readonly Patch[]) => ViewOf[A],
): Promise<ViewStore<ViewOf[A]>> {
  const clock = mainClock();
  const listeners = new Set<() => void>();
  let view: ViewOf[A];
  let client = '';
  let known = 0;
  /** Pushes that arrived while the whole view was being fetched; otherwise `null`. */
  let held: Push[] | null = null;
  let fetching: Promise<void> | null = null;
  let connected = true;

  /** @returns false if the push does not fit the present view */
  const apply = (push: Push): boolean => {
    clock.heard(push.clocks);
    if (push.rev <= known) return true;
    // A whole view needs nothing before it.
    if (push.kind === 'view') view = push.view as ViewOf[A];
    else if (push.rev !== known + 1) return false;
    else if (applyPatches !== undefined) {
      try {
        view = applyPatches(view, push.patches);
      } catch (error) {
        console.error('ekspose: a change does not fit the view; it is fetched again', error);
        return false;
      }
    }
    known = push.rev;
    return true;
  };
  const tell = (): void => {
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // Reported as what it is, and no reason why the others should not hear.
        setTimeout(() => {
          throw error;
        });
      }
    }
  };

  const fetchWhole = async (): Promise<void> => {
    held ??= [];
    const hello = await port.hello();
    view = hello.view as ViewOf[A];
    known = hello.rev;
    client = hello.client;
    connected = true;
    clock.heard(hello.clocks);
    const waiting = held;
    held = null;
    // What still does not fit was lost on the way: the answer to another `hello` contains it.
    if (!waiting.every(apply)) await fetchWhole();
  };
  const resync = (): Promise<void> => {
    fetching ??= fetchWhole()
      .then(tell)
      .catch((error: unknown) => {
        held = null;
        // The next push, or the restored connection, tries again.
        console.warn('ekspose: the view could not be fetched', error);
      })
      .finally(() => {
        fetching = null;
      });
    return fetching;
  };

  port.onPush((push) => {
    if (held !== null) held.push(push);
    else if (apply(push)) tell();
    else void resync();
  });
  // A push may overtake the answer to `hello`.
  await fetchWhole();
  port.onStatus?.((status) => {
    // Pushes on the broken connection are in the answer to `hello`.
    connected = false;
    if (status === 'connected') void resync();
    tell();
  });

  return {
    clock,
    client,
    connected: () => connected,
    // Set by the first `hello`, without which nobody has the store.
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resync,
  };
}
