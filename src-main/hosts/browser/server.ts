import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { AUDIENCES, type Audience, type Push } from '#core/protocol/messages.ts';
import { mono } from '#core/time/units.ts';
import type { EmblemStore } from '../../emblem/store.ts';
import type { MessageHandler } from '../port.ts';
import { shownDocuments } from '../web/documents.ts';
import type { ServedFiles } from '../web/served-file.ts';
import * as limits from './limits.ts';
import { cookieOf, requestTarget } from './request-target.ts';
import { routes } from './routes.ts';
import { isSameSecret, secret } from './secrets.ts';
import { openSockets } from './sockets.ts';
import { tickets } from './tickets.ts';

export interface BrowserServer {
  /** The address of an audience's page including its token; for people, never for a command line. */
  urlOf(audience: Audience): string;
  /** An address of the audience's page that is valid once and for a short time. */
  ticketUrl(audience: Audience): string;
  /** The address that brings the desk to the front, for a second start of the application. */
  readonly focusUrl: string;
  /** The address under which the desk may show a document. */
  documentUrl(html: string): string;
  serve(handler: MessageHandler): void;
  push(audience: Audience, push: Push): void;
  connected(audience: Audience): number;
  /** The connected pages of an audience, the longest connected first. */
  clients(audience: Audience): readonly string[];
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly emblems: Pick<EmblemStore, 'read'>;
  readonly slides: ServedFiles;
  /** The page for a ticket that was used or is too old. */
  readonly usedTicket: string;
  onConnections(): void;
  onFocus(): void;
  report(error: unknown): void;
}

/** A page chooses its own name: it only distinguishes it from others and grants nothing. */
const CLIENT = /^[\w-]{1,64}$/;

const now = () => mono(performance.now());

/** Ends a connection that is nobody's yet, with a status if it can still be sent. */
function refuse(socket: Duplex, status: number): void {
  // Reset by the other end meanwhile, so nobody can be informed.
  socket.on('error', () => undefined);
  if (!socket.writable) return void socket.destroy();
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const statusFor = (error: NodeJS.ErrnoException): number =>
  error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;

function guardedServer(): Server {
  const http = createServer({
    maxHeaderSize: limits.LARGEST_HEADERS,
    headersTimeout: limits.HEADERS_WITHIN,
    requestTimeout: limits.REQUEST_WITHIN,
    connectionsCheckingInterval: limits.LOOK_EVERY,
    keepAliveTimeout: limits.KEPT_FOR,
  });
  http.maxConnections = limits.MOST_CONNECTIONS;
  http.maxRequestsPerSocket = limits.REQUESTS_A_CONNECTION;
  http.setTimeout(limits.IDLE_FOR);
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket, statusFor(error)));
  // We are not a proxy. Without a listener the connection would be closed too, but nobody would handle its errors.
  http.on('connect', (_request, socket: Duplex) => refuse(socket, 405));
  return http;
}

/**
 * Serves the renderer's files, the user's emblem, documents, slides and sockets on 127.0.0.1 only. Host and Origin are checked
 * (against DNS rebinding and foreign pages), and a socket's audience follows from its token.
 */
export async function browserServer(options: ServerOptions): Promise<BrowserServer> {
  const tokens: Record<Audience, string> = { desk: secret(), projector: secret() };
  const focusToken = secret();
  const documents = shownDocuments();
  const sockets = openSockets(options);
  const open = tickets();

  const http = guardedServer();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies ignore ports: with the port in its name, the cookie of another Ekspose is never used.
  const cookieName = (audience: Audience): string => `ekspose-${audience}-${port}`;

  const answer = routes({
    ...options,
    origin,
    documents,
    redeem(ticket) {
      const audience = open.redeem(ticket, now());
      if (audience === null) return null;
      const cookie = `${cookieName(audience)}=${tokens[audience]}; Path=/socket; HttpOnly; SameSite=Strict`;
      return { audience, cookie };
    },
    focus(token) {
      const right = isSameSecret(token, focusToken);
      if (right) options.onFocus();
      return right;
    },
  });
  http.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.report(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });

  /** The audience of a socket, by the token in its address or the cookie that a ticket set. */
  function audienceOf(request: IncomingMessage, query: URLSearchParams): Audience | null {
    const given = query.get('token');
    if (given !== null) return AUDIENCES.find((name) => isSameSecret(given, tokens[name])) ?? null;
    const named = AUDIENCES.find((name) => name === query.get('as'));
    const held = named === undefined ? null : cookieOf(request.headers.cookie, cookieName(named));
    return named !== undefined && held !== null && isSameSecret(held, tokens[named]) ? named : null;
  }

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const target = requestTarget(request.url);
    const sound = request.headers.host === host && request.headers.origin === origin;
    const audience = target?.path === '/socket' && sound ? audienceOf(request, target.query) : null;
    if (target === null || audience === null) return refuse(socket, 403);
    if (!sockets.hasRoom(audience)) return refuse(socket, 503);
    const client = target.query.get('client') ?? '';
    sockets.accept(request, socket, head, audience, CLIENT.test(client) ? client : '');
  });

  return {
    urlOf: (audience) => `${origin}/${audience}.html#token=${tokens[audience]}`,
    ticketUrl: (audience) => `${origin}/ticket/${open.issue(audience, now())}`,
    focusUrl: `${origin}/focus?token=${focusToken}`,
    documentUrl: (html) => `${origin}/document/${documents.add(html)}`,
    serve: sockets.serve,
    push: sockets.push,
    connected: sockets.connected,
    clients: sockets.clients,
    async close() {
      sockets.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
