import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Bytes that are asked for at once. Opening a file looks at every page's few lines, which lie all over it. */
export const RANGE = 64 * 1024;

/** The file is not served (any more). */
export class Gone extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Gone';
  }
}

async function bytesOf(address: string, begin: number, end: number, signal: AbortSignal): Promise<Response> {
  const answered = await fetch(address, {
    headers: { range: `bytes=${begin}-${end - 1}` },
    cache: 'no-store',
    signal,
  });
  if (answered.ok) return answered;
  throw new Gone(`${answered.status} for ${begin}-${end}`);
}

/**
 * Fetches the parts of a file that pdf.js asks for, and no others: the first page of a large file does not wait for the
 * last, and what nobody looks at is not read from the disk.
 */
export class Ranges extends PDFDataRangeTransport {
  readonly #address: string;
  readonly #ended = new AbortController();
  readonly #onGone: (error: Gone) => void;

  private constructor(address: string, length: number, first: Uint8Array, onGone: (error: Gone) => void) {
    super(length, first);
    this.#address = address;
    this.#onGone = onGone;
  }

  /**
   * @param onGone called when a later part cannot be fetched
   * @throws Gone if the first part cannot be
   */
  static async open(address: string, onGone: (error: Gone) => void, signal: AbortSignal): Promise<Ranges> {
    let answered: Response;
    try {
      answered = await bytesOf(address, 0, RANGE, signal);
    } catch (error) {
      throw error instanceof Gone ? error : new Gone(String(error));
    }
    const first = new Uint8Array(await answered.arrayBuffer());
    const whole = /\/(\d+)$/.exec(answered.headers.get('content-range') ?? '')?.[1];
    return new Ranges(address, whole === undefined ? first.length : Number(whole), first, onGone);
  }

  override requestDataRange(begin: number, end: number): void {
    bytesOf(this.#address, begin, end, this.#ended.signal)
      .then(async (answered) => this.onDataRange(begin, new Uint8Array(await answered.arrayBuffer())))
      .catch((error: unknown) => {
        if (!this.#ended.signal.aborted) this.#onGone(error instanceof Gone ? error : new Gone(String(error)));
      });
  }

  override abort(): void {
    this.#ended.abort();
  }
}
