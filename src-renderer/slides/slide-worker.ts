/// <reference lib="webworker" />
import { documents, faultOf } from './documents.ts';
import type { FromSlideWorker, ToSlideWorker } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const handlers = documents(
  new Worker(new URL('./parsing-worker.ts', import.meta.url), { type: 'module', name: 'slides: reading' }),
);
const running = new Map<number, AbortController>();

async function answer({ call, type, query }: Extract<ToSlideWorker, { type: unknown }>): Promise<FromSlideWorker> {
  const abort = new AbortController();
  running.set(call, abort);
  try {
    // The table ties each handler to its own query; TypeScript cannot follow that through a lookup by key.
    const handler = handlers[type] as (given: unknown, signal: AbortSignal) => Promise<unknown>;
    return { call, ok: true, answer: await handler(query, abort.signal) };
  } catch (error) {
    const fault = faultOf(error);
    // What was wrong with the file is for whoever looks at the log: the room gets a sentence.
    if (fault === 'broken') console.warn('ekspose: a page or file of slides could not be read', error);
    return { call, ok: false, fault };
  } finally {
    running.delete(call);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToSlideWorker>) => {
  if ('cancel' in data) {
    running.get(data.cancel)?.abort();
    return;
  }
  void answer(data).then((message) => {
    const pictures = message.ok && message.answer instanceof ImageBitmap ? [message.answer] : [];
    self.postMessage(message, pictures);
  });
});
