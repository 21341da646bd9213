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

/** Serves one request of a window as the real one would: through `webRequest`, then the scheme's handler. */
export const serve: MainCalls['request'] extends (given: infer G) => infer R ? (given: G) => Promise<R> : never =
  async ({ url, method, resourceType }) => {
    if (await sessionDouble.cancels({ url, method, resourceType })) return null;
    const handler = handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return null;
    const response = await handler(new Request(url, { method }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };
