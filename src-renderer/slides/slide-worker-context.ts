import { createContext } from 'react';
import type { SlideWorkerHost } from './slide-worker-host.ts';

/** Holds the window's worker from its first slides on, so that a page without slides loads nothing of it. */
export interface SlideWorkerHolder {
  host: SlideWorkerHost | null;
}
export const SlideWorkerContext = createContext<SlideWorkerHolder | null>(null);

/** Of how many pixels of the display one is drawn; less than 1 where slides are only a small picture. */
export const SlideQuality = createContext(1);
