import { workerThread } from '../../storage/worker-thread.ts';
import type { Renderer } from '../rendering.ts';

/** How long the thread of documents is kept, ms: somebody who exports one often exports the next. */
const IDLE = 60_000;

/**
 * Builds documents in a worker thread.
 * @param script the built file of `main.ts`
 * @param onStarted see `workerThread`
 */
export const workerRenderer = (script: string, onStarted?: () => void): Renderer =>
  // The id ties an answer to its job, which TypeScript cannot follow through a message.
  workerThread(script, IDLE, onStarted) as Renderer;
