import { useEffect } from 'react';

const IN_FRONT = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], dialog[open], .k-popover';

/**
 * Gives the focus back to where it was on the screen when the last dialog over it has gone. A dialog returns it to what
 * had it when it opened; if that was in another dialog, which it came in the place of, this is gone as well.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let place: HTMLElement | null = null;
    const remember = (target: EventTarget | null): void => {
      if (target instanceof HTMLElement && target.closest(IN_FRONT) === null) place = target;
    };
    const onFocus = ({ target }: FocusEvent): void => remember(target);
    remember(document.activeElement);
    const isLost = (): boolean =>
      document.activeElement === document.body && document.querySelector(IN_FRONT) === null && place !== null;
    let frame = 0;
    // A dialog is a child of the page's body, so its coming and going is all that is seen here.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      if (!isLost()) return;
      // The dialog itself returns it in the next frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          if (isLost()) place?.focus({ preventScroll: true });
        });
      });
    });
    observer.observe(document.body, { childList: true });
    document.addEventListener('focusin', onFocus, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus, { capture: true });
    };
  }, []);
}
