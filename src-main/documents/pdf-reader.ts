/// <reference path="./pdf-worker.d.ts" />
/** Stands for what pdf.js draws with: nothing is drawn here, and it only wants the names to be there when it is loaded. */
class NotDrawn {}

/**
 * Loads pdf.js, to read text. Made for windows, it looks for a canvas under Node and complains that there is none; that
 * complaint alone is kept from the terminal.
 */
export async function loadPdfReader() {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= NotDrawn;
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('@napi-rs/canvas')) warn(...said);
  };
  try {
    // The half that reads sets itself up beside the half that asks: in this thread, without a worker.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
