import type { MainCalls } from '../link.ts';
import { appDouble } from './app.ts';
import { sessionDouble } from './session.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
export const privileges: { scheme: string; privileges: Record<string, boolean> }[] = [];
const handlers = new Map<string, Handler>();

export const protocolModule = strict('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: Record<string, boolean> }[]): void {
    if (appDouble.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (privileges.length > 0) throw new Error('protocol.registerSchemesAsPrivileged can only be called once');
    for (const { scheme, privileges: given = {} } of schemes) privileges.push({ scheme, privileges: given });
  },
  handle(scheme: string, handler: Handler): void {
    if (!appDouble.ready) throw new Error('protocol.handle is called before ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
});

/** What Chromium asks of a scheme before a page's request reaches its handler (electron/electron docs/api/structures/custom-scheme.md). */
function mayAsk(scheme: string, resourceType: string): boolean {
  const granted = privileges.find((one) => one.scheme === scheme)?.privileges ?? {};
  switch (resourceType) {
    case 'fetch':
    case 'xhr':
      return granted.supportFetchAPI === true;
    case 'script':
    case 'stylesheet':
    case 'font':
      // Relative addresses and `'self'` mean nothing in a scheme that is not a standard one.
      return granted.standard === true;
    default:
      return true;
  }
}

/**
 * Serves one request of a window as Electron would: through `webRequest`, the scheme's privileges, then its handler.
 * Media of unknown length are not played: shell/browser/net/electron_url_loader_factory.cc takes the length only from
 * the header `content-length`, and a media element requires it.
 */
export const serve: MainCalls['request'] extends (given: infer G) => infer R ? (given: G) => Promise<R> : never =
  async ({ url, method, resourceType, headers }) => {
    if (await sessionDouble.cancels({ url, method, resourceType })) return null;
    const scheme = new URL(url).protocol.slice(0, -1);
    const handler = handlers.get(scheme);
    if (handler === undefined || !mayAsk(scheme, resourceType)) return null;
    const response = await handler(new Request(url, { method, headers }));
    const body = new Uint8Array(await response.arrayBuffer());
    const told = response.headers.get('content-length');
    // The answer to HEAD has no body.
    if (told !== null && method !== 'HEAD' && Number(told) !== body.byteLength)
      throw new Error(`${url}: content-length ${told} is not true`);
    if (resourceType === 'media' && told === null) return null;
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  };

export function resetProtocol(): void {
  privileges.length = 0;
  handlers.clear();
}
