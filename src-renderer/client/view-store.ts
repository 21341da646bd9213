import type { Patch } from 'immer';
import type { Audience, EksposePort, ViewOf } from '#core/protocol/messages.ts';
import { type MainClock, mainClock } from './main-clock.ts';

/** A view as React reads it (`useSyncExternalStore`), and the clock by which it is painted. */
export interface ViewStore<V> {
  readonly clock: MainClock;
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

  const take = (push: (typeof early)[number]): void => {
    clock.heard(push.clocks);
    if (push.kind === 'view') view = push.view as ViewOf[A];
    else if (view !== null && applyPatches !== undefined) view = applyPatches(view, push.patches);
    for (const listener of listeners) listener();
  };
  // A push may overtake the answer to `hello`; one that the answer already holds would be applied twice.
  port.onPush((push) => (view === null ? early.push(push) : take(push)));
  const hello = await port.hello();
  view = hello.view as ViewOf[A];
  clock.heard(hello.clocks);
  for (const push of early.splice(0)) if (push.rev > hello.rev) take(push);

  return {
    clock,
    current: () => view as ViewOf[A],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
