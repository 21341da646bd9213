import { partOf } from './range.ts';

/** Files that are sent from the disk in parts, by the unguessable part of their address. */
export interface ServedFiles {
  /** Bytes; `null` if the address is not valid, or no longer. */
  sizeOf(id: string): Promise<number | null>;
  /** @returns `null` as soon as the address is no longer valid */
  read(id: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** How much of a file is in memory at one time, bytes. */
const CHUNK = 262_144;

const ADDRESS = /^\/slides\/([0-9a-f]{32})\.pdf$/;
/** A file of somebody else's may do nothing at all, not even where a window shows it by mistake. */
const POLICY = "default-src 'none'; sandbox";

/** An answer without its body, and the parts of the body. */
export interface FileAnswer {
  readonly status: 200 | 206 | 404;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends with an error if the address ends before the file, so that half a file is never taken for a whole one. */
  readonly parts: AsyncIterable<Uint8Array<ArrayBuffer>> | null;
}

/** The address of a file ended while it was being sent. */
export class AddressEnded extends Error {}

async function* partsOf(files: ServedFiles, id: string, start: number, end: number) {
  for (let at = start; at < end; ) {
    const part = await files.read(id, at, Math.min(at + CHUNK, end));
    if (part === null) throw new AddressEnded(id);
    if (part.length === 0) throw new Error('a stored file is shorter than it was');
    at += part.length;
    yield part;
  }
}

/**
 * The answer to a request for slides.
 * @param pathname still percent-encoded
 * @returns `null` if the address is none of slides
 */
export async function fileAnswer(
  files: ServedFiles,
  pathname: string,
  range: string | null,
): Promise<FileAnswer | null> {
  if (!pathname.startsWith('/slides/')) return null;
  const id = ADDRESS.exec(pathname)?.[1];
  const length = id === undefined ? null : await files.sizeOf(id);
  if (id === undefined || length === null) {
    return { status: 404, headers: { 'content-security-policy': POLICY }, parts: null };
  }
  const part = partOf(length, range);
  const { start, end } = part ?? { start: 0, end: length };
  return {
    status: part === null ? 200 : 206,
    headers: {
      'content-type': 'application/pdf',
      'content-security-policy': POLICY,
      'accept-ranges': 'bytes',
      'content-length': String(end - start),
      ...(part === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${length}` }),
    },
    parts: partsOf(files, id, start, end),
  };
}
