import { useRuntime } from '../app/desk-context.tsx';
import { useStoreValue } from '../app/value-store.ts';
import type { Compose } from './compose.ts';

/** A part of the note being typed; the same reference or a primitive while it has not changed. */
export function useCompose<T>(select: (compose: Compose) => T): T {
  return useStoreValue(useRuntime().composer.state, select);
}
