import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createFieldSaver, type FieldSaver, type FieldSaverOptions } from './field-saver.ts';

/**
 * Savers outlive their forms until everything is accepted, so that a text that was refused or not sent is still there
 * later.
 */
const savers = new Map<string, FieldSaver<never>>();
/** How many forms use a saver at the moment. */
const users = new Map<string, number>();
const use = (key: string, by: 1 | -1): number => {
  const now = (users.get(key) ?? 0) + by;
  if (now > 0) users.set(key, now);
  else users.delete(key);
  return now;
};

function saverFor<T extends object>(key: string, options: FieldSaverOptions<T>): FieldSaver<T> {
  const known = savers.get(key) as FieldSaver<T> | undefined;
  if (known !== undefined) return known;
  const saver = createFieldSaver(options);
  savers.set(key, saver as unknown as FieldSaver<never>);
  return saver;
}

/**
 * Replaces what a form edits by something that is no edit of it: a pasted list, an undo. What was typed is sent before, so that
 * it overtakes nothing, and what of it could not be saved is discarded: it would hide what replaced it, and be sent over it.
 * @param fields what is replaced; all of the form if left out
 * @param replace asks main for it. @returns whether it was done
 */
export async function replaceTyped(
  key: string,
  fields: readonly string[] | undefined,
  replace: () => Promise<boolean>,
): Promise<boolean> {
  await savers.get(key)?.flush();
  if (!(await replace())) return false;
  savers.get(key)?.discard(fields as readonly never[] | undefined);
  return true;
}

export interface SavedFields<T> {
  /** Main's values, with what was typed over them. */
  readonly value: T;
  /** The same function for each key, so that fields of equal text need not be drawn again for another form. */
  edit(fields: Partial<T>): void;
  /** For the form's `onBlur`. */
  flush(): void;
}

/**
 * Connects a form to its saver: saved as typed, flushed when the form or the window closes.
 * @param key names what is edited ("sheet:<meeting>:<item>"); another key is another form
 * @param options used when the key is first seen
 */
export function useFieldSaver<T extends object>(key: string, stored: T, options: FieldSaverOptions<T>): SavedFields<T> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saver lives as long as its key
  const saver = useMemo(() => saverFor(key, options), [key]);
  const overlay = useSyncExternalStore(saver.subscribe, saver.overlay);
  useEffect(() => saver.told(stored), [saver, stored]);
  useEffect(() => {
    const flush = (): void => {
      void saver.flush();
    };
    window.addEventListener('pagehide', flush);
    use(key, 1);
    // A form that was hidden and comes back has its saver still, and so has whoever else edits the same.
    if (!savers.has(key)) savers.set(key, saver as unknown as FieldSaver<never>);
    return () => {
      use(key, -1);
      window.removeEventListener('pagehide', flush);
      void saver.flush().then(() => {
        if (saver.isIdle() && !users.has(key)) savers.delete(key);
      });
    };
  }, [saver, key]);
  const present = useRef(saver);
  useLayoutEffect(() => {
    present.current = saver;
  }, [saver]);
  const edit = useCallback((fields: Partial<T>) => present.current.edit(fields), []);
  return useMemo(
    () => ({ value: { ...stored, ...overlay }, edit, flush: () => void saver.flush() }),
    [stored, overlay, saver, edit],
  );
}
