import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { AUDIENCES, type Audience, type Push } from '#core/protocol/messages.ts';
import type { MessageHandler } from '../port.ts';
import { BEFORE_HELLO, LARGEST_MESSAGE, MOST_SOCKETS, MOST_UNANSWERED, MOST_UNREAD, PING_EVERY } from './limits.ts';

const Numbered = z.object({ id: z.number().int(), message: z.unknown() });
const Hello = z.object({ kind: z.literal('hello') });

export interface SocketOptions {
  /** Called whenever a socket opened or closed. */
  onConnections(): void;
  report(error: unknown): void;
}

/** The open sockets of both audiences, each with the page (`client`) to which it belongs. */
export interface Sockets {
  serve(handler: MessageHandler): void;
  /** False if the audience has the maximum number. */
  hasRoom(audience: Audience): boolean;
  /** Completes the upgrade of a sender that is authorised. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, audience: Audience, client: string): void;
  push(audience: Audience, push: Push): void;
  connected(audience: Audience): number;
  /** The connected pages, the longest connected first. */
  clients(audience: Audience): readonly string[];
  close(): void;
}

export function openSockets({ onConnections, report }: SocketOptions): Sockets {
  // Only pages that have sent hello: without a view there is nothing to apply a change to.
  const greeted = new WeakSet<WebSocket>();
  const open: Record<Audience, Map<WebSocket, string>> = { desk: new Map(), projector: new Map() };
  const upgrades = (audience: Audience): WebSocketServer =>
    new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE[audience], perMessageDeflate: false });
  const servers: Record<Audience, WebSocketServer> = { desk: upgrades('desk'), projector: upgrades('projector') };
  let handler: MessageHandler | null = null;

  /** A socket that does not read is ended before it fills the memory: its page reconnects and sends hello. */
  function send(ws: WebSocket, text: string): void {
    if (ws.readyState !== ws.OPEN) return;
    if (ws.bufferedAmount > MOST_UNREAD) ws.terminate();
    else ws.send(text);
  }

  /** Ends a socket whose other end disappeared silently. @returns stops the pings */
  function watch(ws: WebSocket): () => void {
    let unanswered = 0;
    ws.on('pong', () => {
      unanswered = 0;
    });
    const timer = setInterval(() => {
      // A socket that is not read now cannot answer.
      if (ws.isPaused) return;
      if (unanswered >= 2) return ws.terminate();
      unanswered += 1;
      ws.ping();
    }, PING_EVERY);
    return () => clearInterval(timer);
  }

  /** @returns the message, `null` if the socket was closed because of what it sent */
  function read(ws: WebSocket, data: RawData): z.infer<typeof Numbered> | null {
    try {
      return Numbered.parse(JSON.parse(String(data)));
    } catch (error) {
      // No page of ours sends such a message, and it has no number to answer to.
      report(error);
      ws.close(1008);
      return null;
    }
  }

  function adopt(ws: WebSocket, socket: Duplex, audience: Audience, client: string): void {
    const unwatch = watch(ws);
    let unanswered = 0;
    let heard = 0;
    const beforeHello = (chunk: Buffer): void => {
      heard += chunk.length;
      if (heard > BEFORE_HELLO) ws.terminate();
    };
    socket.on('data', beforeHello);

    const answer = async (data: RawData): Promise<void> => {
      const numbered = read(ws, data);
      if (numbered === null || handler === null) return;
      if (Hello.safeParse(numbered.message).success) {
        socket.off('data', beforeHello);
        greeted.add(ws);
      }
      unanswered += 1;
      if (unanswered >= MOST_UNANSWERED) ws.pause();
      try {
        const reply = await handler(audience, numbered.message, client);
        send(ws, JSON.stringify({ id: numbered.id, answer: reply }));
      } finally {
        unanswered -= 1;
        if (ws.isPaused && unanswered < MOST_UNANSWERED / 2) ws.resume();
      }
    };

    ws.on('error', report);
    ws.on('close', () => {
      unwatch();
      open[audience].delete(ws);
      onConnections();
    });
    ws.on('message', (data) => void answer(data).catch(report));
    open[audience].set(ws, client);
    onConnections();
  }

  return {
    serve: (given) => {
      handler = given;
    },
    hasRoom: (audience) => open[audience].size < MOST_SOCKETS,
    accept: (request, socket, head, audience, client) =>
      servers[audience].handleUpgrade(request, socket, head, (ws) => adopt(ws, socket, audience, client)),
    push(audience, push) {
      const text = JSON.stringify({ push });
      for (const ws of open[audience].keys()) if (greeted.has(ws)) send(ws, text);
    },
    connected: (audience) => open[audience].size,
    clients: (audience) => [...new Set(open[audience].values())],
    close() {
      // With an explicit code: a page that receives it does not try to reconnect.
      for (const audience of AUDIENCES) {
        for (const ws of open[audience].keys()) ws.close(1001);
        servers[audience].close();
      }
    },
  };
}
