import { useCallback, useRef, useState } from 'react';
import { useRuntime } from '../desk-context.tsx';
import type { DeskRuntime } from '../runtime.ts';
import { typedOver } from './kept-forms.ts';

/** Under which the forms of the dialog that is open, or of a screen's part, are kept. */
export function formKey({ store, ui }: Pick<DeskRuntime, 'store' | 'ui'>, screenPart?: string): string {
  if (screenPart !== undefined) return `/${screenPart}/`;
  return `${store.current().meeting?.id ?? ''}/${JSON.stringify(ui.get().dialog)}/`;
}

/**
 * `useState` for what is typed into a form. It is kept by the window until `useFormGuard` drops it, so that neither a reload
 * nor another dialog in its place loses it.
 * @param part tells the values of one form apart
 * @param screenPart for a form that stands in no dialog of the meeting: its own name
 */
export function useFormState<T>(
  initial: T,
  part: string,
  screenPart?: string,
): [T, (next: T | ((before: T) => T)) => void] {
  const runtime = useRuntime();
  const { forms, ui } = runtime;
  const [key] = useState(() => formKey(runtime, screenPart) + part);
  const [dialog] = useState(() => (screenPart === undefined ? ui.get().dialog : null));
  const [base] = useState(initial);
  const [value, setValue] = useState(() => {
    const kept = forms.get(key);
    return kept === null ? base : typedOver(kept, base);
  });
  const latest = useRef(value);
  const set = useCallback(
    (next: T | ((before: T) => T)): void => {
      latest.current = typeof next === 'function' ? (next as (before: T) => T)(latest.current) : next;
      if (JSON.stringify(latest.current) === JSON.stringify(base)) forms.drop(key);
      else forms.put(key, { dialog, base, typed: latest.current });
      setValue(latest.current);
    },
    [base, dialog, forms, key],
  );
  return [value, set];
}
