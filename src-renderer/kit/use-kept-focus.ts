import { type RefObject, useEffect, useRef } from 'react';
import { formOf } from './own-undo.ts';

/**
 * What is nearest to what a change has taken away: the row that stands in the place of its row, or the
 * one before it, else what it stood in. Each with a `tabIndex`.
 */
function nearest(change: MutationRecord): HTMLElement | null {
  const inRow = (node: Node | null): Element | null => {
    if (!(node instanceof HTMLLIElement) || !node.isConnected) return null;
    return node.matches('[tabindex]') ? node : node.querySelector('[tabindex]');
  };
  const around = change.target instanceof Element ? change.target.closest('[tabindex]') : null;
  const found = inRow(change.nextSibling) ?? inRow(change.previousSibling) ?? around;
  return found instanceof HTMLElement ? found : null;
}

/**
 * Restores the focus of an element that lost it only because the page moved it within `place`: a row moved up or down.
 * It is done before the next key comes, so that a held-down key continues. An element that belongs to another form by now is
 * not the one that was left.
 * @param otherwise hands the focus on of what a key has removed from the place, given what is nearest to it. Not called if the
 * place is another form's by now, nor for a box of text: the next key was meant for the text.
 */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  otherwise?: (near: HTMLElement | null) => void,
): void {
  const pass = useRef(otherwise);
  pass.current = otherwise;
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
    const observer = new MutationObserver((changes) => {
      if (last === null || document.activeElement !== document.body) return;
      if (!current.contains(last)) {
        const gone = last;
        // It may come back, by undo, and is then no longer where anybody is.
        last = null;
        const change = changes.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
        const isMeant = byKey && change !== undefined && formOf(current) === form && !gone.matches('input, textarea');
        if (isMeant) pass.current?.(nearest(change));
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
  }, [place]);
}

/** Gives the focus to what is nearest, and shows it. */
export function stayNear(near: HTMLElement | null): void {
  near?.focus({ preventScroll: true });
  near?.scrollIntoView({ block: 'nearest' });
}
