import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';

/** The policy with which every window of the application is served. */
const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

const NOTHING = '/nothing';

/** The folder of the build under test. */
export const distFolder = (): string => resolve(process.env.EKSPOSE_DIST ?? 'dist');

export interface StaticRenderer {
  readonly origin: string;
  /** A page of that origin with nothing on it. */
  readonly nothing: string;
  /** The files that are served in ranges under `/slides/<name>.pdf`, as main would; by name. */
  readonly slides: Map<string, Uint8Array>;
  /** Pictures (PNG) that main would serve, by their path. */
  readonly pictures: Map<string, Uint8Array>;
  /** Every request that came, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

function sendRange(bytes: Uint8Array, range: string | undefined, response: ServerResponse): void {
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const begin = Number(from);
  const end = Math.min(bytes.length, to === '' ? bytes.length : Number(to) + 1);
  const head = { 'content-type': 'application/pdf', 'content-security-policy': "default-src 'none'; sandbox" };
  if (begin >= end) {
    response.writeHead(416, { ...head, 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  response
    .writeHead(206, { ...head, 'content-range': `bytes ${begin}-${end - 1}/${bytes.length}` })
    .end(bytes.subarray(begin, end));
}

/**
 * Serves the built windows as files on 127.0.0.1, under the strict policy, without a main process.
 * @param root the folder of the build
 */
export async function serveRenderer(root = resolve(distFolder(), 'renderer')): Promise<StaticRenderer> {
  const slides = new Map<string, Uint8Array>();
  const pictures = new Map<string, Uint8Array>();
  const requests: string[] = [];
  const assets = resolve(root, 'assets') + sep;
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    if (pathname === NOTHING) {
      response.writeHead(200, { 'content-type': TYPES['.html'] }).end('<!doctype html><title></title>');
      return;
    }
    requests.push(pathname);
    const bytes = slides.get(/^\/slides\/(.+)\.pdf$/.exec(pathname)?.[1] ?? '');
    if (bytes !== undefined) {
      sendRange(bytes, request.headers.range, response);
      return;
    }
    const picture = pictures.get(pathname);
    if (picture !== undefined) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      return;
    }
    const path = resolve(root, `.${pathname}`);
    const type = TYPES[extname(path)];
    try {
      if (!path.startsWith(root + sep) || type === undefined) throw new Error(`not served: ${request.url}`);
      const body = await readFile(path);
      // Their names change with their content; and what a browser may keep, it keeps compiled.
      const cached = path.startsWith(assets) ? { 'cache-control': 'max-age=86400, immutable' } : {};
      response.writeHead(200, { 'content-type': type, 'content-security-policy': STRICT_CSP, ...cached }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    nothing: `http://127.0.0.1:${port}${NOTHING}`,
    slides,
    pictures,
    requests,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        // A browser opens some ahead of need, and by itself the server would wait for a request of each.
        server.closeAllConnections();
      }),
  };
}
