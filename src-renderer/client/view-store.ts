import type { Patch } from 'immer';
import type { Audience, EksposePort, Hello, ViewOf } from '#core/protocol/messages.ts';
import { type MainClock, mainClock } from './main-clock.ts';

/** A view as React reads it (`useSyncExternalStore`), and the clock by which it is painted. */
export interface ViewStore<V> {
  readonly clock: MainClock;
  /** Who this window is among those of its audience. */
  readonly client: string;
  /** False while the connection is being made again and the view may be an old one. */
  connected(): boolean;
  current(): V;
  subscribe(listener: () => void): () => void;
}

/**
 * Fetches the audience's view and keeps it up to date.
 * @param applyPatches how patches are applied; the projector is never sent any and gives none
 */
export async function openViewStore<A extends Audience>(
  port: EksposePort,
  applyPatches?: (view: ViewOf[A], patches: readonly Patch[]) => ViewOf[A],
): Promise<ViewStore<ViewOf[A]>> {
  const clock = mainClock();
  const listeners = new Set<() => void>();
  const early: Parameters<Parameters<EksposePort['onPush']>[0]>[0][] = [];
  let view: ViewOf[A] | null = null;
  // False until the first answer to `hello`, and again after the connection broke.
  let synced = false;

  const take = (push: (typeof early)[number]): void => {
    clock.heard(push.clocks);
    if (push.kind === 'view') view = push.view as ViewOf[A];
    else if (view !== null && applyPatches !== undefined) view = applyPatches(view, push.patches);
    tell();
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  // A push may overtake the answer to `hello`; one that the answer already holds would be applied twice.
  port.onPush((push) => (synced ? take(push) : early.push(push)));
  const sync = (hello: Hello): void => {
    synced = true;
    view = hello.view as ViewOf[A];
    clock.heard(hello.clocks);
    for (const push of early.splice(0)) if (push.rev > hello.rev) take(push);
    tell();
  };
  const first = await port.hello();
  sync(first);
  port.onStatus?.((status) => {
    synced = false;
    if (status === 'connected') port.hello().then(sync, (error: unknown) => console.warn('ekspose: hello', error));
    else early.length = 0;
    tell();
  });

  return {
    clock,
    client: first.client,
    connected: () => synced,
    current: () => view as ViewOf[A],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
