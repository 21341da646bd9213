import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Bytes that are asked for at once of a file too large to be held whole. */
export const RANGE = 256 * 1024;
/** What comes first of any file: it says how large the file is, and a small one is there at once. */
const FIRST = 64 * 1024;
/**
 * Bytes up to which a file is read whole. pdf.js asks for the pictures of every page before it draws the first, if the
 * pages share one list of them, as LibreOffice writes it: in parts that takes longer than all of it in one.
 */
export const WHOLE = 64 * 1024 * 1024;

/** The file is not served (any more). */
export class Gone extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Gone';
  }
}

const goneBy = (error: unknown): Gone => (error instanceof Gone ? error : new Gone(String(error)));

async function bytesOf(address: string, begin: number, end: number, signal: AbortSignal): Promise<Response> {
  const answered = await fetch(address, {
    headers: { range: `bytes=${begin}-${end - 1}` },
    cache: 'no-store',
    signal,
  });
  if (answered.ok) return answered;
  throw new Gone(`${answered.status} for ${begin}-${end}`);
}

/** Reads an answer to its end into bytes that exist already, so that the file is in memory once. */
async function readInto(bytes: Uint8Array, at: number, { body }: Response): Promise<void> {
  const reader = body?.getReader();
  let to = at;
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) break;
    if (to + read.value.length > bytes.length) throw new Gone('more than was promised');
    bytes.set(read.value, to);
    to += read.value.length;
  }
  if (to !== bytes.length) throw new Gone(`${to} of ${bytes.length} bytes`);
}

/** What pdf.js is given of a file. */
export type Source = { readonly data: Uint8Array } | { readonly range: Ranges };

/**
 * Opens the file under an address: whole if it may be held, in parts otherwise.
 * @param onGone called when a later part cannot be fetched
 * @throws Gone if its beginning, or a file that is read whole, cannot be fetched
 */
export async function openSource(address: string, onGone: (error: Gone) => void, signal: AbortSignal): Promise<Source> {
  try {
    const answered = await bytesOf(address, 0, FIRST, signal);
    const first = new Uint8Array(await answered.arrayBuffer());
    const stated = /\/(\d+)$/.exec(answered.headers.get('content-range') ?? '')?.[1];
    const length = stated === undefined ? first.length : Number(stated);
    if (length > WHOLE) return { range: new Ranges(address, length, first, onGone) };
    if (length <= first.length) return { data: first };
    const data = new Uint8Array(length);
    data.set(first);
    await readInto(data, first.length, await bytesOf(address, first.length, length, signal));
    return { data };
  } catch (error) {
    throw goneBy(error);
  }
}

/**
 * Fetches the parts of a large file that pdf.js asks for, and no others: its first page does not wait for the last, and
 * what nobody looks at is not read from the disk.
 */
class Ranges extends PDFDataRangeTransport {
  readonly #address: string;
  readonly #ended = new AbortController();
  readonly #onGone: (error: Gone) => void;

  constructor(address: string, length: number, first: Uint8Array, onGone: (error: Gone) => void) {
    super(length, first);
    this.#address = address;
    this.#onGone = onGone;
  }

  override requestDataRange(begin: number, end: number): void {
    bytesOf(this.#address, begin, end, this.#ended.signal)
      .then(async (answered) => this.onDataRange(begin, new Uint8Array(await answered.arrayBuffer())))
      .catch((error: unknown) => {
        if (!this.#ended.signal.aborted) this.#onGone(goneBy(error));
      });
  }

  override abort(): void {
    this.#ended.abort();
  }
}
