import { type RefObject, useEffect } from 'react';
import { formOf } from './own-undo.ts';

/**
 * Restores the focus of an element that lost it only because the page moved it within `place`: a row moved up or down.
 * It is done before the next key comes, so that a held-down key continues. An element that belongs to another form by now is
 * not the one that was left.
 * @param otherwise takes the focus of what was removed from the place by a key; it must have a `tabIndex`
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, otherwise?: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    let last: HTMLElement | null = null;
    let form: string | null = null;
    let byKey = false;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof HTMLElement && current.contains(target) ? target : null;
      form = last === null ? null : formOf(last);
    };
    const onPointer = (): void => {
      last = null;
      byKey = false;
    };
    const onKey = (): void => {
      byKey = true;
    };
    const observer = new MutationObserver(() => {
      if (last === null || document.activeElement !== document.body) return;
      if (!current.contains(last)) {
        if (byKey) otherwise?.current?.focus({ preventScroll: true });
      } else if (formOf(last) === form) {
        last.focus({ preventScroll: true });
        last.scrollIntoView({ block: 'nearest' });
      }
    });
    observer.observe(current, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer, { capture: true });
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer, { capture: true });
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [place, otherwise]);
}
