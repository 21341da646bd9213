import { type RefObject, useContext, useLayoutEffect, useState } from 'react';
import { type FitMemory, FitMemoryContext, fitMemory } from './fit-memory.ts';

/** Counts up when measurements are no longer valid: after a resize, or when fonts have loaded. */
function useMeasureVersion(screen: RefObject<HTMLElement | null>): number {
  const [version, setVersion] = useState(0);
  const memory = useContext(FitMemoryContext);
  useLayoutEffect(() => {
    // The screen may be shown in a frame of another window, as the desk does.
    const page = screen.current?.ownerDocument ?? document;
    const view = page.defaultView ?? window;
    const again = (): void => {
      memory?.forget();
      setVersion((before) => before + 1);
    };
    view.addEventListener('resize', again);
    page.fonts.addEventListener('loadingdone', again);
    return () => {
      view.removeEventListener('resize', again);
      page.fonts.removeEventListener('loadingdone', again);
    };
  }, [screen, memory]);
  return version;
}

/** What was fitted in a page, forgotten when everything in it has another size; for `FitMemoryContext`. */
export function useFitMemory(page: Document): FitMemory {
  const [memory] = useState(fitMemory);
  useLayoutEffect(() => {
    // Also while a screen is shown in which nothing is fitted.
    const view = page.defaultView ?? window;
    view.addEventListener('resize', memory.forget);
    page.fonts.addEventListener('loadingdone', memory.forget);
    return () => {
      view.removeEventListener('resize', memory.forget);
      page.fonts.removeEventListener('loadingdone', memory.forget);
    };
  }, [page, memory]);
  return memory;
}

/**
 * Finds the largest letters with which everything fits, before the change is painted; where the page has a memory, once for
 * each content.
 * @param fit sizes the screen, and returns what was found
 * @param first the result until then
 * @param shown what the texts are made of; passing seconds are not in it
 */
export function useFit<T>(
  screen: RefObject<HTMLElement | null>,
  fit: (screen: HTMLElement) => T,
  first: T,
  shown: unknown,
): T {
  const content = JSON.stringify(shown);
  const version = useMeasureVersion(screen);
  const memory = useContext(FitMemoryContext);
  const [found, setFound] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: content and version only say when to measure again
  useLayoutEffect(() => {
    const element = screen.current;
    if (element === null) return;
    // A screen by what it shows. Its size is that of its page.
    const key = (element.querySelector('main')?.className ?? '') + content;
    const known = memory?.recall(key, element) ?? null;
    // Kept by this very screen: another one has another content.
    const now = known === null ? fit(element) : (known.found as T);
    if (known === null) memory?.keep(key, element, now);
    setFound(now);
  }, [screen, content, version]);
  return found;
}
