import { createContext, useContext } from 'react';
import type { SlideWorkerHost } from './slide-worker-host.ts';

/** Holds the window's worker from its first slides on, so that a page without slides loads nothing of it. */
export interface SlideWorkerHolder {
  host: SlideWorkerHost | null;
  /** How long this window leaves the processor to others before it prepares the pages beside the one it shows, ms. */
  readonly pause: number;
}
export const SlideWorkerContext = createContext<SlideWorkerHolder | null>(null);

/** Of how many pixels of the display one is drawn; less than 1 where slides are only a small picture. */
export const SlideQuality = createContext(1);

/** See `SlideWorkerHolder.pause`. */
export const useSlidePause = (): number => useContext(SlideWorkerContext)?.pause ?? 0;
