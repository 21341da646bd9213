import { type RefObject, useEffect } from 'react';
import { formOf } from './own-undo.ts';

/**
 * Restores the focus of an element that lost it only because the page moved it within `place`: a row moved up or down.
 * It is done before the next key comes, so that a held-down key continues. An element that belongs to another form by now is
 * not the one that was left.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    let last: HTMLElement | null = null;
    let form: string | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof HTMLElement && current.contains(target) ? target : null;
      form = last === null ? null : formOf(last);
    };
    const forget = (): void => {
      last = null;
    };
    const observer = new MutationObserver(() => {
      if (last === null || document.activeElement !== document.body) return;
      const held = current.contains(last) && formOf(last) === form ? last : null;
      held?.focus({ preventScroll: true });
      held?.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(current, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', forget, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', forget, { capture: true });
    };
  }, [place]);
}
