/// <reference lib="webworker" />
import {
  AnnotationMode,
  getDocument,
  PasswordException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
  RenderingCancelledException,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fitPage } from './fit-page.ts';
import type { AnswerTo, Box, CallFault, QueryOf, SlideCallType } from './protocol.ts';
import { Gone, openSource, RANGE } from './ranges.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Pixels of one image of a file; a larger one is left out. */
const IMAGE_MAX = 60_000_000;
/** Bytes of what is drawn in between (a group, a mask). */
const CANVAS_BYTES_MAX = 64_000_000;

/** What a file or a page cannot be shown for. */
export class Faulty extends Error {
  readonly fault: CallFault;
  constructor(fault: CallFault) {
    super(fault);
    this.name = 'Faulty';
    this.fault = fault;
  }
}

export function faultOf(error: unknown): CallFault {
  if (error instanceof Faulty) return error.fault;
  if (error instanceof Gone) return 'gone';
  if (error instanceof RenderingCancelledException) return 'cancelled';
  // By its name as well: what comes from the parsing worker is a copy.
  if (error instanceof PasswordException || (error instanceof Error && error.name === 'PasswordException'))
    return 'encrypted';
  return 'broken';
}

/** pdf.js draws where no document is: what it needs of one is where fonts are put. */
const ownerDocument = { fonts: self.fonts } as unknown as HTMLDocument;

/** Everything that pdf.js draws on in between. */
class Canvases {
  create(width: number, height: number) {
    if (width <= 0 || height <= 0) throw new Error('an empty canvas');
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy(given: { canvas: OffscreenCanvas | null; context: unknown }): void {
    if (given.canvas !== null) given.canvas.width = given.canvas.height = 0;
    given.canvas = null;
    given.context = null;
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}

/** Filters are SVG, which a worker has none of; pdf.js draws without, as it does in a worker of its own. */
class NoFilters {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addKnockoutFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  addSelectionHCMFilter = (): string => 'none';
  addSelectionFilter = (): string => 'none';
  createSelectionStyle = (): null => null;
  destroy = (): undefined => undefined;
}

/** Our own files beside the window's scripts (`scripts/build.mjs`). */
const files = (folder: string): string => new URL(`/pdf/${folder}/`, self.location.href).href;

/** Continues after the messages that wait: a page that is wanted no more stops in the middle. */
function afterMessages(next: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    next();
  };
  port2.postMessage(null);
}

interface Deck {
  readonly task: PDFDocumentLoadingTask;
  readonly document: PDFDocumentProxy;
  /** Rejects when the file is not served any more. */
  readonly gone: Promise<never>;
}

async function opened({ address, most }: QueryOf<'open'>, reader: PDFWorker, signal: AbortSignal): Promise<Deck> {
  let onGone: (error: Gone) => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    onGone = reject;
  });
  // Whoever waits for a page hears of it; nobody may.
  gone.catch(() => undefined);
  const source = await openSource(address, onGone, signal);
  const task = getDocument({
    ...source,
    rangeChunkSize: RANGE,
    disableAutoFetch: true,
    disableStream: true,
    worker: reader,
    ownerDocument,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
    cMapUrl: files('cmaps'),
    standardFontDataUrl: files('standard_fonts'),
    wasmUrl: files('decoders'),
    useWorkerFetch: true,
    // The windows' policy compiles no code; the decoders come as plain scripts.
    useWasm: false,

    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: IMAGE_MAX,
    canvasMaxAreaInBytes: CANVAS_BYTES_MAX,
    verbosity: 0,
  });
  try {
    const document = await Promise.race([task.promise, gone]);
    if (document.numPages > most) throw new Faulty('tooManyPages');
    const { info } = await Promise.race([document.getMetadata(), gone]);
    const { IsXFAPresent, IsAcroFormPresent } = info as { IsXFAPresent?: boolean; IsAcroFormPresent?: boolean };
    if (IsXFAPresent === true && IsAcroFormPresent !== true) throw new Faulty('xfa');
    return { task, document, gone };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

async function drawn({ document, gone }: Deck, number: number, box: Box, signal: AbortSignal): Promise<ImageBitmap> {
  const page = await Promise.race([document.getPage(number), gone]);
  if (signal.aborted) throw new Faulty('cancelled');
  const { scale, width, height } = fitPage(page.getViewport({ scale: 1 }), box);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  const task = page.render({
    canvas: null,
    // Of the methods that are used an offscreen context has all.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport: page.getViewport({ scale }),
    // Appearances only; nothing reacts, and no action is read.
    annotationMode: AnnotationMode.ENABLE,
    background: '#fff',
  });
  task.onContinue = afterMessages;
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop);
  try {
    await Promise.race([task.promise, gone]);
    return canvas.transferToImageBitmap();
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
    // Its memory would wait for the collector, which sees no more than a small object.
    canvas.width = canvas.height = 0;
  }
}

export type SlideHandlers = {
  readonly [T in SlideCallType]: (query: QueryOf<T>, signal: AbortSignal) => Promise<AnswerTo<T>>;
};

/** A file that is open, however many decks of the window show it. */
interface OpenFile {
  readonly address: string;
  readonly deck: Promise<Deck>;
  readonly abort: AbortController;
  users: number;
}

/** Rejects when nobody waits for the answer any more. */
const given = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(new Faulty('cancelled'));
    signal.addEventListener('abort', () => reject(new Faulty('cancelled')));
  });

/**
 * The opened files of one window, and how their pages are drawn.
 * @param parser the worker that reads their bytes
 */
export function documents(parser: Worker): SlideHandlers {
  const decks = new Map<number, { readonly deck: Deck; readonly file: OpenFile }>();
  const files = new Map<string, OpenFile>();
  const reader = new PDFWorker({ port: parser as unknown as null, verbosity: 0 });
  const deckOf = (id: number): Deck => {
    const found = decks.get(id);
    if (found === undefined) throw new Faulty('cancelled');
    return found.deck;
  };
  function fileAt(query: QueryOf<'open'>): OpenFile {
    const present = files.get(query.address);
    if (present !== undefined) return present;
    const abort = new AbortController();
    const file = { address: query.address, deck: opened(query, reader, abort.signal), abort, users: 0 };
    files.set(query.address, file);
    const forget = (): void => void (files.get(file.address) === file && files.delete(file.address));
    // Whoever asks next has it opened once more.
    file.deck.then(({ gone }) => gone).catch(forget);
    return file;
  }
  async function leave(file: OpenFile): Promise<void> {
    file.users -= 1;
    if (file.users > 0) return;
    if (files.get(file.address) === file) files.delete(file.address);
    file.abort.abort();
    // One that could not be opened has nothing to be closed.
    const deck = await file.deck.catch(() => null);
    await deck?.task.destroy();
  }
  return {
    async open(query, signal) {
      const file = fileAt(query);
      file.users += 1;
      try {
        const deck = await Promise.race([file.deck, given(signal)]);
        decks.set(query.deck, { deck, file });
        return { pages: deck.document.numPages };
      } catch (error) {
        await leave(file);
        throw error;
      }
    },
    async size({ deck: id, page: number }) {
      const { document, gone } = deckOf(id);
      const page = await Promise.race([document.getPage(number), gone]);
      const { width, height } = page.getViewport({ scale: 1 });
      return { width, height };
    },
    render: async ({ deck, page, box }, signal) => drawn(deckOf(deck), page, box, signal),
    async close({ deck: id }) {
      const found = decks.get(id);
      decks.delete(id);
      if (found !== undefined) await leave(found.file);
      return null;
    },
  };
}
