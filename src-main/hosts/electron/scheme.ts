import type { Protocol } from 'electron';
import type { Audience } from '#core/protocol/messages.ts';
import { documentPolicy } from '../../documents/document-policy.ts';
import type { EmblemStore } from '../../emblem/store.ts';
import type { ShownDocuments } from '../web/documents.ts';
import { rendererFile } from '../web/renderer-file.ts';
import { windowPolicy } from '../web/window-policy.ts';

const SCHEME = 'app';
const HOST = 'ekspose';
const ORIGIN = `${SCHEME}://${HOST}`;
const DOCUMENTS = '/document/';
const EMBLEM = /^\/emblem\/([^/]+)\.png$/;

export const pageAddress = (audience: Audience): string => `${ORIGIN}/${audience}.html`;
export const documentAddress = (id: string): string => `${ORIGIN}${DOCUMENTS}${id}`;
export const isOurs = (url: string): boolean => url.startsWith(`${ORIGIN}/`);
export const isDocument = (url: string): boolean => url.startsWith(`${ORIGIN}${DOCUMENTS}`);

const NOTHING = "default-src 'none'";
const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response =>
  new Response(body, { headers: { ...COMMON, 'content-type': type, 'content-security-policy': policy } });

const refusal = (status: 403 | 404): Response =>
  new Response(null, { status, headers: { ...COMMON, 'content-security-policy': NOTHING } });

/** Must run before `ready`: a scheme that is registered later is no origin of its own. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the built windows, the user's emblem and the shown documents, each under its own policy. Anything else is not found.
 * @param folder the build's `renderer` folder
 */
export function serveScheme(
  protocol: Protocol,
  folder: string,
  documents: ShownDocuments,
  emblems: Pick<EmblemStore, 'read'>,
): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET' || host !== HOST) return refusal(403);
    if (pathname.startsWith(DOCUMENTS)) {
      const html = documents.get(pathname.slice(DOCUMENTS.length));
      return html === null ? refusal(404) : answer(html, 'text/html; charset=utf-8', documentPolicy(html));
    }
    const emblem = EMBLEM.exec(pathname)?.[1];
    if (emblem !== undefined) {
      const png = await emblems.read(emblem);
      return png === null ? refusal(404) : answer(png, 'image/png', NOTHING);
    }
    const file = await rendererFile(folder, pathname);
    return file === null ? refusal(404) : answer(new Uint8Array(file.bytes), file.type, windowPolicy());
  });
}
