import type { Protocol } from 'electron';
import type { Audience } from '#core/protocol/messages.ts';
import { documentPolicy } from '../../documents/document-policy.ts';
import type { EmblemStore } from '../../emblem/store.ts';
import { windowPolicy } from '../web/content-security-policy.ts';
import type { ShownDocuments } from '../web/documents.ts';
import { partOf } from '../web/range.ts';
import { rendererFile } from '../web/renderer-file.ts';
import { type FileAnswer, fileAnswer, type ServedFiles } from '../web/served-file.ts';

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

const refusal = (status: 403 | 404): Response =>
  new Response(null, { status, headers: { ...COMMON, 'content-security-policy': NOTHING } });

/** Slides, sent as they are read. */
function sent({ status, headers, parts }: FileAnswer, method: string): Response {
  const all = { ...COMMON, ...headers };
  if (parts === null || method === 'HEAD') return new Response(null, { status, headers: all });
  const rest = parts[Symbol.asyncIterator]();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await rest.return?.()),
  });
  return new Response(body, { status, headers: all });
}

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
 * Serves the built windows, the user's emblem, shown documents and slides, each under its own policy, and nothing else.
 * @param folder the build's `renderer` folder
 */
export function serveScheme(
  protocol: Protocol,
  folder: string,
  documents: ShownDocuments,
  emblems: Pick<EmblemStore, 'read'>,
  slides: ServedFiles,
): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const { method, headers } = request;
    if (host !== HOST || (method !== 'GET' && method !== 'HEAD')) return refusal(403);
    const ofSlides = await fileAnswer(slides, pathname, headers.get('range'));
    if (ofSlides !== null) return sent(ofSlides, method);
    if (method !== 'GET') return refusal(403);
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
      : answer(new Uint8Array(file.bytes), file.type, windowPolicy(), headers.get('range'));
  });
}
