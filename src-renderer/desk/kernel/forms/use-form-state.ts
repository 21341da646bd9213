import { useCallback, useRef, useState } from 'react';
import { useRuntime } from '../desk-context.tsx';
import type { DeskDialog } from '../ui-store.ts';
import { formKey, typedOver } from './kept-forms.ts';

/**
 * `useState` for what is typed into a form. The window keeps it until `useFormGuard` removes it, so that neither a
 * reload nor another dialog loses it.
 * @param part distinguishes the values of one form
 * @param screenPart for a form that is not in a dialog of the meeting: its own name
 * @param ofNoMeeting the dialog in which such a form is, if it is in one
 */
export function useFormState<T>(
  initial: T,
  part: string,
  screenPart?: string,
  ofNoMeeting: DeskDialog | null = null,
): [T, (next: T | ((before: T) => T)) => void] {
  const runtime = useRuntime();
  const { forms, ui } = runtime;
  const [key] = useState(() => formKey(runtime, screenPart) + part);
  const [dialog] = useState(() => (screenPart === undefined ? ui.get().dialog : ofNoMeeting));
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
