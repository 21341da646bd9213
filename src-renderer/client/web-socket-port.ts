import type { EksposePort, Push } from '#core/protocol/messages.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

type Incoming = { id: number; answer: unknown } | { push: Push };

/** Thrown to whoever waits for an answer when the application has gone away. */
export class Disconnected extends Error {
  constructor() {
    super('disconnected');
    this.name = 'Disconnected';
  }
}

/**
 * The port over the browser host's WebSocket. The audience's token stands in the address's fragment, so that it is sent
 * to nobody but this socket.
 */
export function webSocketPort(location: Pick<Location, 'host' | 'hash'>): EksposePort {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${location.host}/socket?token=${encodeURIComponent(token)}`);
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(push: Push) => void>();
  let lastId = 0;

  const opened = new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('close', () => reject(new Disconnected()));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Disconnected());
    waiting.clear();
    window.dispatchEvent(new Event('ekspose:disconnected'));
  });
  socket.addEventListener('message', (event) => {
    const incoming = JSON.parse(String(event.data)) as Incoming;
    if ('push' in incoming) {
      for (const listener of listeners) listener(incoming.push);
      return;
    }
    waiting.get(incoming.id)?.resolve(incoming.answer);
    waiting.delete(incoming.id);
  });

  const call = async (message: object): Promise<unknown> => {
    await opened;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, message }));
    });
  };

  return {
    hello: () => call({ kind: 'hello' }) as ReturnType<EksposePort['hello']>,
    send: (command) => call({ kind: 'command', command }) as ReturnType<EksposePort['send']>,
    ask: ((type: string, payload: unknown) => call({ kind: 'request', type, payload })) as EksposePort['ask'],
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
