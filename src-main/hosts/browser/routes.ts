import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Audience } from '#core/protocol/messages.ts';
import { documentPolicy } from '../../documents/document-policy.ts';
import type { EmblemStore } from '../../emblem/store.ts';
import { type Coding, codingFor } from '../web/coding.ts';
import { windowPolicy } from '../web/content-security-policy.ts';
import type { ShownDocuments } from '../web/documents.ts';
import { type RendererFile, rendererFile } from '../web/renderer-file.ts';
import { AddressEnded, fileAnswer, type ServedFiles } from '../web/served-file.ts';
import { requestTarget } from './request-target.ts';

const EMBLEM = /^\/emblem\/([^/]+)\.png$/;
const DOCUMENT = '/document/';
const TICKET = '/ticket/';

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export interface RouteOptions {
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly documents: ShownDocuments;
  readonly emblems: Pick<EmblemStore, 'read'>;
  readonly slides: ServedFiles;
  /** The page for a ticket that is no longer valid. */
  readonly usedTicket: string;
  /** @returns the cookie with which the ticket's audience may connect; `null` if the ticket is not valid */
  redeem(ticket: string): { audience: Audience; cookie: string } | null;
  /** @returns whether the token was correct */
  focus(token: string): boolean;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

const NOTHING = "default-src 'none'";
const page = (type: string, policy: string, body: string | Uint8Array, status = 200): Answer => ({
  status,
  headers: {
    'content-type': type,
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
  },
  body,
});

/**
 * What is never a page or a worker of its own, as the browser says of each request (no script can): it follows the policy of
 * the page that takes it, and its answer needs none, which is half of what a small file costs.
 */
const PARTS: ReadonlySet<unknown> = new Set(['script', 'style', 'font']);

/** Sends a file as it is read. @throws the disk's error */
async function sendParts(parts: AsyncIterable<Uint8Array>, response: ServerResponse): Promise<void> {
  try {
    await pipeline(Readable.from(parts), response);
  } catch (error) {
    // Its reader is gone, or may not have the rest: the answer ends before its length.
    const isGone = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!isGone && !(error instanceof AddressEnded)) throw error;
    response.destroy();
  }
}

/** The answer to each request; nothing that a stranger sends makes it throw. */
export function routes(options: RouteOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { renderer, origin, documents, emblems, slides } = options;
  const host = origin.slice('http://'.length);
  const policy = windowPolicy(`ws://${host}`);
  // The build's own files, read once: a flood of requests costs neither disk access nor memory.
  const files = new Map<string, RendererFile>();

  async function fileOf(path: string, coding: Coding | null): Promise<RendererFile | null> {
    const key = `${coding} ${path}`;
    const held = files.get(key);
    if (held !== undefined) return held;
    const file = await rendererFile(renderer, path, coding);
    // Only under its plain name: with other encodings, one file would be stored again and again.
    if (file !== null && /^\/[\w./-]+$/.test(path) && !/\/[./]/.test(path)) files.set(key, file);
    return file;
  }

  /**
   * A file of ours; if there are several encodings of it, the answer says that it is one of them.
   * @param taken as what, in the header `sec-fetch-dest`
   */
  function filePage({ type, bytes, coding }: RendererFile, taken: unknown): Answer {
    const answer = PARTS.has(taken)
      ? { status: 200, headers: { 'content-type': type }, body: bytes }
      : page(type, policy, bytes);
    const encoded = coding === null ? {} : { 'content-encoding': coding };
    return { ...answer, headers: { ...answer.headers, ...encoded, vary: 'accept-encoding, sec-fetch-dest' } };
  }

  function redeemed(ticket: string): Answer {
    const good = options.redeem(ticket);
    if (good === null) return page('text/html; charset=utf-8', NOTHING, options.usedTicket, 410);
    return { status: 303, headers: { location: `/${good.audience}.html`, 'set-cookie': good.cookie } };
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    if (request.headers.host !== host) return { status: 403 };
    if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
    const target = requestTarget(request.url);
    if (target === null) return { status: 404 };
    const { path, query } = target;
    if (path === '/focus') return { status: options.focus(query.get('token') ?? '') ? 204 : 403 };
    // A HEAD request does not use the ticket.
    if (path.startsWith(TICKET))
      return request.method === 'GET' ? redeemed(path.slice(TICKET.length)) : { status: 405 };
    if (path.startsWith(DOCUMENT)) {
      const html = documents.get(path.slice(DOCUMENT.length));
      return html === null
        ? { status: 404 }
        : page('text/html; charset=utf-8', `${documentPolicy(html)}; frame-ancestors 'self'`, html);
    }
    const emblem = EMBLEM.exec(path)?.[1];
    if (emblem !== undefined) {
      const png = await emblems.read(emblem);
      return png === null ? { status: 404 } : page('image/png', NOTHING, png);
    }
    const ofSlides = await fileAnswer(slides, path, request.headers.range ?? null);
    if (ofSlides !== null) return { ...ofSlides, body: ofSlides.parts ?? '' };
    const file = await fileOf(path, codingFor(String(request.headers['accept-encoding'] ?? '')));
    return file === null ? { status: 404 } : filePage(file, request.headers['sec-fetch-dest']);
  }

  return async (request, response) => {
    const { status, headers, body } = await answerTo(request);
    // None of ours has a body: what follows the headers is not read, and the connection ends with the answer.
    const unread = 'transfer-encoding' in request.headers || (request.headers['content-length'] ?? '0') !== '0';
    if (unread) response.once('finish', () => request.destroy());
    response.writeHead(status, { ...COMMON, ...headers, ...(unread ? { connection: 'close' } : {}) });
    if (request.method === 'HEAD' || body === undefined) response.end();
    else if (typeof body === 'string' || body instanceof Uint8Array) response.end(body);
    else await sendParts(body, response);
  };
}
