import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
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
};

/** The folder of the build under test. */
export const distFolder = (): string => resolve(process.env.EKSPOSE_DIST ?? 'dist');

export interface StaticRenderer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built windows as files on 127.0.0.1, under the strict policy, without a main process. */
export async function serveRenderer(): Promise<StaticRenderer> {
  const root = resolve(distFolder(), 'renderer');
  const assets = resolve(root, 'assets') + sep;
  const server: Server = createServer(async (request, response) => {
    const path = resolve(root, `.${new URL(request.url ?? '/', 'http://local').pathname}`);
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
    close: () => new Promise((done, fail) => server.close((error) => (error ? fail(error) : done()))),
  };
}
