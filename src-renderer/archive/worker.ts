/// <reference lib="webworker" />
import { archive } from './archive.ts';
import type { CallMessage, ReplyMessage } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const handlers = archive();

async function answer({ call, type, query }: CallMessage): Promise<ReplyMessage> {
  try {
    // The table ties each handler to its own query; TypeScript cannot follow that through a lookup by key.
    const handler = handlers[type] as (given: unknown) => unknown;
    return { call, ok: true, answer: await handler(query) };
  } catch (error) {
    return { call, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
  void answer(data).then((message) => self.postMessage(message));
});
