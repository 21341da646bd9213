import { type RefObject, useLayoutEffect, useState } from 'react';
import { fitFloor } from './fit-floor.ts';

/** Counts up when what was measured no longer holds: the window's size, or the faces of the letters. */
export function useMeasureVersion(): number {
  const [version, setVersion] = useState(0);
  useLayoutEffect(() => {
    const again = (): void => setVersion((before) => before + 1);
    window.addEventListener('resize', again);
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      window.removeEventListener('resize', again);
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, []);
  return version;
}

/**
 * Finds the largest letters with which everything fits, before the change is painted.
 * @param content anything that changes exactly when the texts do; seconds passing is no change
 * @returns how many pages the notes fill
 */
export function useFit(screen: RefObject<HTMLElement | null>, content: unknown): number {
  const version = useMeasureVersion();
  const [pages, setPages] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both only say when to measure again
  useLayoutEffect(() => {
    if (screen.current !== null) setPages(fitFloor(screen.current));
  }, [screen, content, version]);
  return pages;
}
