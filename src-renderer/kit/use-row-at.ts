import { type RefObject, useEffect, useState } from 'react';
import { isInFront } from './use-focus-return.ts';

/**
 * In which row of a list somebody is, so that it stays while they are, whatever they make of it: also in a menu or a dialog that
 * they have opened there, and while another window has the focus.
 * @param place what the list is in
 * @param key the name of the rows' data attribute, as `dataset` has it; the rows need a `tabIndex`, or a press on one leaves it
 * @returns what that attribute says of the row
 */
export function useRowAt(place: RefObject<HTMLElement | null>, key: string): string | null {
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const rowOf = (target: EventTarget | null): string | null =>
      target instanceof Element && current.contains(target)
        ? (target.closest<HTMLElement>('li')?.dataset[key] ?? null)
        : null;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!isInFront(target)) setAt(rowOf(target));
    };
    // For nothing at all, and not because the window itself has lost it.
    const onBlur = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget === null && document.activeElement !== target && !isInFront(target)) setAt(null);
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
      setAt(null);
    };
  }, [place, key]);
  return at;
}
