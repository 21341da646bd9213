import { useEffect } from 'react';
import { formOf } from './own-undo.ts';
import { SCREEN_TITLE } from './screen-title.tsx';

const IN_FRONT = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], dialog[open], .k-popover';
/** What React Aria sends to an element that it is about to give the focus back to; it does not if this is prevented. */
const RETURNING = 'react-aria-focus-scope-restore';

/** Also a dialog of the browser that is just being closed, and gives the focus back by itself. */
const wasInFront = (from: EventTarget | null): boolean =>
  from instanceof Element && from.closest(`${IN_FRONT}, dialog`) !== null;

/** Whether it is in a dialog or a menu, over the screen. */
export const isInFront = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(IN_FRONT) !== null;

const isFront = (node: Node): boolean =>
  node instanceof Element && (node.matches(IN_FRONT) || node.querySelector(IN_FRONT) !== null);

/** What an element stands in and can have the focus, the nearest first. */
function placesAround(element: Element): HTMLElement[] {
  const found = element.parentElement?.closest<HTMLElement>('[tabindex]') ?? null;
  return found === null ? [] : [found, ...placesAround(found)];
}

/**
 * Gives the focus back to where it was on the screen when the last dialog over it has gone. A dialog returns it to what
 * had it when it opened; if that was in another dialog, which it came in the place of, this is gone as well. A box that
 * shows another form's text by then gets it from neither. If the place itself is gone, what it stood in has the focus (the
 * nearest with a `tabIndex`), or the title of the screen that came instead.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let place: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    const forms = new WeakMap<Element, string | null>();
    const isOfAnother = (element: Element): boolean => forms.has(element) && forms.get(element) !== formOf(element);
    const remember = (target: EventTarget | null): void => {
      if (!(target instanceof HTMLElement) || isInFront(target)) return;
      place = target;
      around = placesAround(target);
      forms.set(target, formOf(target));
    };
    /** It is on its way to somewhere else, and for that moment nobody's. */
    let isMoving = false;
    const onFocus = ({ target, relatedTarget }: FocusEvent): void => {
      isMoving = false;
      if (target instanceof HTMLElement && wasInFront(relatedTarget) && isOfAnother(target)) target.blur();
      else remember(target);
    };
    // Who left a box for nothing has left it; a dialog that takes the focus is there by then.
    const onBlur = ({ target, relatedTarget }: FocusEvent): void => {
      isMoving = relatedTarget !== null;
      if (target === place && relatedTarget === null && document.querySelector(IN_FRONT) === null) place = null;
    };
    const onReturning = (event: Event): void => {
      if (event.target instanceof Element && isOfAnother(event.target)) event.preventDefault();
    };
    remember(document.activeElement);
    const isLost = (): boolean =>
      document.activeElement === document.body && document.querySelector(IN_FRONT) === null && place !== null;
    const giveBack = (): void => {
      if (!isLost() || place === null) return;
      if (!place.isConnected) (around.find((one) => one.isConnected) ?? document.getElementById(SCREEN_TITLE))?.focus();
      else if (!isOfAnother(place)) place.focus({ preventScroll: true });
    };
    let frame = 0;
    // A dialog is a child of the page's body, so its going is seen here.
    const observer = new MutationObserver((changes) => {
      if (!changes.some(({ removedNodes }) => [...removedNodes].some(isFront))) return;
      cancelAnimationFrame(frame);
      // At once: a key that came before the frame in which the dialog returns it would be meant for nothing, and a change
      // might take the place away.
      if (place?.isConnected === true && !isMoving) giveBack();
      if (!isLost()) return;
      // Otherwise the dialog itself returns it in the next frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(giveBack);
      });
    });
    observer.observe(document.body, { childList: true });
    document.addEventListener('focusin', onFocus, { capture: true });
    document.addEventListener('focusout', onBlur, { capture: true });
    document.addEventListener(RETURNING, onReturning, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus, { capture: true });
      document.removeEventListener('focusout', onBlur, { capture: true });
      document.removeEventListener(RETURNING, onReturning, { capture: true });
    };
  }, []);
}
