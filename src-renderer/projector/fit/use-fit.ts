import { type RefObject, useLayoutEffect, useState } from 'react';

/** Counts up when measurements are no longer valid: after a resize, or when fonts have loaded. */
function useMeasureVersion(screen: RefObject<HTMLElement | null>): number {
  const [version, setVersion] = useState(0);
  useLayoutEffect(() => {
    // The screen may be shown in a frame of another window, as the desk does.
    const page = screen.current?.ownerDocument ?? document;
    const view = page.defaultView ?? window;
    const again = (): void => setVersion((before) => before + 1);
    view.addEventListener('resize', again);
    page.fonts.addEventListener('loadingdone', again);
    return () => {
      view.removeEventListener('resize', again);
      page.fonts.removeEventListener('loadingdone', again);
    };
  }, [screen]);
  return version;
}

/**
 * Finds the largest letters with which everything fits, before the change is painted.
 * @param fit sizes the screen, and returns what was found
 * @param first the result until then
 * @param content anything that changes exactly when the texts do; passing seconds are not a change
 */
export function useFit<T>(
  screen: RefObject<HTMLElement | null>,
  fit: (screen: HTMLElement) => T,
  first: T,
  content: unknown,
): T {
  const version = useMeasureVersion(screen);
  const [found, setFound] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: content and version only say when to measure again
  useLayoutEffect(() => {
    if (screen.current !== null) setFound(fit(screen.current));
  }, [screen, content, version]);
  return found;
}
