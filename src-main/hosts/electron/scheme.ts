import type { Protocol } from 'electron';
import type { Audience } from '#core/protocol/messages.ts';
import { documentPolicy } from '../../documents/document-policy.ts';
import type { EmblemStore } from '../../emblem/store.ts';
import { windowPolicy } from '../web/content-security-policy.ts';
import type { ShownDocuments } from '../web/documents.ts';
import { rendererFile } from '../web/renderer-file.ts';

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

const answer = (
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  policy: string,
  range?: string | null,
): Response => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const part = partOf(bytes.byteLength, range ?? null);
  const headers = {
    ...COMMON,
    'content-type': type,
    'content-security-policy': policy,
    // Media are played only if their length is known, and `Response` does not set it.
    'content-length': String(part === null ? bytes.byteLength : part.end - part.start),
    'accept-ranges': 'bytes',
  };
  if (part === null) return new Response(bytes, { headers });
  return new Response(bytes.subarray(part.start, part.end), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${part.start}-${part.end - 1}/${bytes.byteLength}` },
  });
};

/**
 * The part of a file that a media element requests.
 * @param range value of the header `range`
 * @returns from `start` up to and without `end`; `null` for the whole file, also if the range makes no sense
 */
export function partOf(length: number, range: string | null): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length : Math.min(length, Number(to) + 1);
  return start < end ? { start, end } : null;
}

const refusal = (status: 403 | 404): Response =>
  new Response(null, { status, headers: { ...COMMON, 'content-security-policy': NOTHING } });

/** Must run before `ready`: a scheme registered later has no origin of its own. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    // `stream` for sounds, `codeCache` so that the desk's script is compiled once and not at every start.
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built windows, the user's emblem and the shown documents, each under its own policy, and nothing else.
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
    return file === null
      ? refusal(404)
      : answer(new Uint8Array(file.bytes), file.type, windowPolicy(), request.headers.get('range'));
  });
}
