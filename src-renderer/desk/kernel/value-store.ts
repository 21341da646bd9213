import { useSyncExternalStore } from 'react';

/** A value outside React that key handlers can read at once and components can follow. */
export interface ValueStore<T> {
  get(): T;
  set(next: T): void;
  update(change: (before: T) => T): void;
  subscribe(listener: () => void): () => void;
}

/** Creates a store; listeners are called only when the value is another one (`Object.is`). */
export function valueStore<T>(initial: T): ValueStore<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  const set = (next: T): void => {
    if (Object.is(value, next)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value, or a part of it; the part must be the same reference while it has not changed. */
export function useStoreValue<T>(store: ValueStore<T>): T;
export function useStoreValue<T, P>(store: ValueStore<T>, select: (value: T) => P): P;
export function useStoreValue<T, P>(store: ValueStore<T>, select?: (value: T) => P): T | P {
  return useSyncExternalStore(store.subscribe, () => (select === undefined ? store.get() : select(store.get())));
}
