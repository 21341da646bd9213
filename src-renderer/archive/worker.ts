/// <reference lib="webworker" />
import { archive } from './archive.ts';
import type { CallMessage, ReplyMessage } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const handlers = archive();

self.addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
  const { call, type, query } = data;
  const reply = (message: ReplyMessage): void => self.postMessage(message);
  try {
    // The table ties each handler to its own query; TypeScript cannot follow that through a lookup by key.
    const handler = handlers[type] as (given: unknown) => unknown;
    reply({ call, ok: true, answer: handler(query) });
  } catch (error) {
    reply({ call, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
