import { useRuntime } from '../kernel/desk-context.tsx';
import type { Compose } from '../kernel/saving/composer.ts';
import { useStoreValue } from '../kernel/value-store.ts';

/** A part of the note being typed; the same reference or a primitive while it has not changed. */
export function useCompose<T>(select: (compose: Compose) => T): T {
  return useStoreValue(useRuntime().composer.state, select);
}
