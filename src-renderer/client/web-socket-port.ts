import type { ConnectionStatus, EksposePort, Push } from '#core/protocol/messages.ts';
import { isGone, waitBefore } from './reconnecting.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

type Incoming = { id: number; answer: unknown } | { push: Push };

/** Rejects pending requests when the connection breaks: whether the message arrived is unknown. */
export class Disconnected extends Error {
  constructor() {
    super('disconnected');
    this.name = 'Disconnected';
  }
}

/** The server's close code when it ends by itself; it will not come back. */
const ENDED = 1001;

/** What the port needs of its window; passed in, so that a broken connection can be tested without one. */
export interface PortWorld {
  readonly location: Pick<Location, 'host' | 'hash' | 'pathname'>;
  /** The page's name among those of its audience. */
  readonly client: string;
  open(url: string): WebSocket;
  now(): number;
  random(): number;
  /** @returns cancels it */
  after(ms: number, run: () => void): () => void;
  /** Called when there is reason to try: the network is back, or somebody looks at the window. */
  onHope(run: () => void): void;
  /** Called once the application has gone away for good. */
  gone(): void;
}

/**
 * The socket's address. The audience's token is in the page's fragment, so that it is sent only to this socket; a page
 * that was opened by a ticket has a cookie instead, and names its audience.
 */
function addressOf({ location, client }: PortWorld): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  const query = new URLSearchParams({ client });
  if (token !== null) query.set('token', token);
  else query.set('as', /(\w+)\.html$/.exec(location.pathname)?.[1] ?? '');
  return `ws://${location.host}/socket?${query}`;
}

/**
 * The port over the browser host's WebSocket. A broken connection is restored; requests in progress are rejected with
 * `Disconnected`, new ones wait. It gives up when the server has ended, or refuses for long.
 */
export function webSocketPort(world: PortWorld): EksposePort {
  const address = addressOf(world);
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(push: Push) => void>();
  const statusListeners = new Set<(status: ConnectionStatus) => void>();
  let state: ConnectionStatus | 'connecting' | 'gone' = 'connecting';
  let socket = connect();
  /** What waits for the connection, in order. */
  let queue: { message: object; waiting: Waiting }[] = [];
  let broken = 0;
  let attempt = 0;
  let cancelWait: (() => void) | null = null;
  let lastId = 0;

  function transmit(message: object, whoWaits: Waiting): void {
    lastId += 1;
    waiting.set(lastId, whoWaits);
    socket.send(JSON.stringify({ id: lastId, message }));
  }

  function become(next: ConnectionStatus): void {
    state = next;
    for (const listener of statusListeners) listener(next);
  }

  function connect(): WebSocket {
    const made = world.open(address);
    made.addEventListener('open', opened);
    made.addEventListener('message', heard);
    made.addEventListener('close', ({ code, wasClean }) => closed(wasClean && code === ENDED));
    return made;
  }

  function opened(): void {
    const again = state === 'reconnecting';
    attempt = 0;
    state = 'connected';
    // The listeners first: what they request, above all a fresh view, belongs to the new connection.
    if (again) become('connected');
    for (const { message, waiting: whoWaits } of queue.splice(0)) transmit(message, whoWaits);
  }

  function heard(event: MessageEvent): void {
    const incoming = JSON.parse(String(event.data)) as Incoming;
    if ('push' in incoming) {
      for (const listener of listeners) listener(incoming.push);
      return;
    }
    waiting.get(incoming.id)?.resolve(incoming.answer);
    waiting.delete(incoming.id);
  }

  function closed(ended: boolean): void {
    for (const { reject } of waiting.values()) reject(new Disconnected());
    waiting.clear();
    // A page that was never connected has a wrong token, or no server.
    if (ended || state === 'connecting' || (state === 'reconnecting' && isGone(broken, world.now()))) {
      giveUp();
      return;
    }
    if (state === 'connected') {
      broken = world.now();
      become('reconnecting');
    }
    cancelWait = world.after(waitBefore(attempt, world.random()), tryAgain);
    attempt += 1;
  }

  function tryAgain(): void {
    cancelWait = null;
    socket = connect();
  }

  function giveUp(): void {
    state = 'gone';
    for (const { waiting: whoWaits } of queue) whoWaits.reject(new Disconnected());
    queue = [];
    world.gone();
  }

  world.onHope(() => {
    // Only the waiting time is cut short; an attempt in progress is not doubled.
    if (cancelWait === null) return;
    cancelWait();
    attempt = 0;
    tryAgain();
  });

  const call = (message: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const whoWaits = { resolve, reject };
      if (state === 'gone') reject(new Disconnected());
      else if (state === 'connected') transmit(message, whoWaits);
      else queue.push({ message, waiting: whoWaits });
    });

  return {
    hello: () => call({ kind: 'hello' }) as ReturnType<EksposePort['hello']>,
    send: (command) => call({ kind: 'command', command }) as ReturnType<EksposePort['send']>,
    ask: ((type: string, payload: unknown) => call({ kind: 'request', type, payload })) as EksposePort['ask'],
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
  };
}
