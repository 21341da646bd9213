import { type RefObject, useLayoutEffect } from 'react';
import { fitTitle } from './fit-floor.ts';
import { useMeasureVersion } from './use-fit.ts';

/** Finds the largest letters for the title of a quiet screen (no clock, no notes). */
export function useFitTitle(screen: RefObject<HTMLElement | null>, content: unknown): void {
  const version = useMeasureVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: both only say when to measure again
  useLayoutEffect(() => {
    if (screen.current !== null) fitTitle(screen.current);
  }, [screen, content, version]);
}
