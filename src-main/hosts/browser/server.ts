import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { AUDIENCES, type Audience, LARGEST_BACKUP, type Push } from '#core/protocol/messages.ts';
import { documentPolicy } from '../../documents/document-policy.ts';
import type { EmblemStore } from '../../emblem/store.ts';
import type { MessageHandler } from '../port.ts';
import { type ShownDocuments, shownDocuments } from '../web/documents.ts';
import { rendererFile } from '../web/renderer-file.ts';
import { windowPolicy } from '../web/window-policy.ts';

/** Room for the largest backup as a string in JSON, whose quotes are escaped once more; nothing else is nearly as long. */
const LARGEST_MESSAGE = 2 * LARGEST_BACKUP;

const EMBLEM = /^\/emblem\/([^/]+)\.png$/;

const Numbered = z.object({ id: z.number().int(), message: z.unknown() });

export interface BrowserServer {
  /** The address of an audience's page, with its token. */
  urlOf(audience: Audience): string;
  /** The address that brings the desk to the front, for a second start of the application. */
  readonly focusUrl: string;
  /** The address under which the desk may show a document. */
  documentUrl(html: string): string;
  serve(handler: MessageHandler): void;
  push(audience: Audience, push: Push): void;
  connected(audience: Audience): number;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly emblems: Pick<EmblemStore, 'read'>;
  onConnections(): void;
  onFocus(): void;
  report(error: unknown): void;
}

const token = (): string => randomBytes(24).toString('base64url');
const sameToken = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Serves the renderer's files, the user's emblem, documents and sockets on 127.0.0.1 and nowhere else. Host and Origin are checked (against
 * DNS rebinding and foreign pages), and a socket's audience is that of its token.
 */
export async function browserServer(options: ServerOptions): Promise<BrowserServer> {
  const tokens: Record<Audience, string> = { desk: token(), projector: token() };
  const focusToken = token();
  const documents = shownDocuments();
  const sockets: Record<Audience, Set<WebSocket>> = { desk: new Set(), projector: new Set() };
  let handler: MessageHandler | null = null;
  let origin = '';

  const http: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.report(error);
      response.writeHead(500).end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== new URL(origin).host) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/focus') {
      if (!sameToken(url.searchParams.get('token') ?? '', focusToken)) return refuse(response, 403);
      options.onFocus();
      response.writeHead(204, COMMON).end();
      return;
    }
    if (url.pathname.startsWith('/document/')) {
      sendDocument(documents, url.pathname, response);
      return;
    }
    const emblem = EMBLEM.exec(url.pathname)?.[1];
    if (emblem !== undefined) {
      const png = await options.emblems.read(emblem);
      if (png === null) return refuse(response, 404);
      response
        .writeHead(200, { ...COMMON, 'content-type': 'image/png', 'content-security-policy': "default-src 'none'" })
        .end(request.method === 'HEAD' ? undefined : png);
      return;
    }
    const file = await rendererFile(options.renderer, url.pathname);
    if (file === null) return refuse(response, 404);
    response
      .writeHead(200, {
        ...COMMON,
        'content-type': file.type,
        'content-security-policy': windowPolicy(origin.replace('http:', 'ws:')),
      })
      .end(request.method === 'HEAD' ? undefined : file.bytes);
  }

  const upgrades = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', origin);
    const given = url.searchParams.get('token') ?? '';
    const audience = AUDIENCES.find((name) => sameToken(given, tokens[name]));
    const sound = request.headers.host === new URL(origin).host && request.headers.origin === origin;
    if (url.pathname !== '/socket' || !sound || audience === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => adopt(ws, audience));
  });

  function adopt(ws: WebSocket, audience: Audience): void {
    sockets[audience].add(ws);
    options.onConnections();
    ws.on('error', options.report);
    ws.on('close', () => {
      sockets[audience].delete(ws);
      options.onConnections();
    });
    ws.on('message', (data) => {
      respond(ws, audience, String(data)).catch(options.report);
    });
  }

  async function respond(ws: WebSocket, audience: Audience, text: string): Promise<void> {
    let numbered: z.infer<typeof Numbered>;
    try {
      numbered = Numbered.parse(JSON.parse(text));
    } catch (error) {
      // No page of ours sends such a thing, and there is no number to answer to.
      options.report(error);
      ws.close(1008);
      return;
    }
    if (handler === null) return;
    const reply = await handler(audience, numbered.message);
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify({ id: numbered.id, answer: reply }));
  }

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  return {
    urlOf: (audience) => `${origin}/${audience}.html#token=${tokens[audience]}`,
    focusUrl: `${origin}/focus?token=${focusToken}`,
    documentUrl: (html) => `${origin}/document/${documents.add(html)}`,
    serve: (given) => {
      handler = given;
    },
    push(audience, push) {
      const text = JSON.stringify({ push });
      for (const ws of sockets[audience]) if (ws.readyState === ws.OPEN) ws.send(text);
    },
    connected: (audience) => sockets[audience].size,
    async close() {
      for (const audience of AUDIENCES) for (const ws of sockets[audience]) ws.close(1001);
      upgrades.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, COMMON).end();
}

function sendDocument(documents: ShownDocuments, pathname: string, response: ServerResponse): void {
  const html = documents.get(pathname.slice('/document/'.length));
  if (html === null) {
    refuse(response, 404);
    return;
  }
  response
    .writeHead(200, {
      ...COMMON,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${documentPolicy(html)}; frame-ancestors 'self'`,
    })
    .end(html);
}
