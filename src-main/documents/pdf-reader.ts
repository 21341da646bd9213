/// <reference path="./pdf-worker.d.ts" />
/** Stands in for what pdf.js draws with: nothing is drawn here, but the names must exist when it is loaded. */
class NotDrawn {}

/** pdf.js is written for Node 22; this is all that it misses in Node 20. */
function addWithResolvers(): void {
  const scope = Promise as unknown as { withResolvers?: unknown };
  scope.withResolvers ??= () => {
    let settle: [unknown, unknown] = [null, null];
    const promise = new Promise((resolve, reject) => {
      settle = [resolve, reject];
    });
    return { promise, resolve: settle[0], reject: settle[1] };
  };
}

/**
 * Loads pdf.js for reading text. Under Node it looks for a canvas and complains that there is none; that message is
 * suppressed.
 */
export async function loadPdfReader() {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= NotDrawn;
  addWithResolvers();
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('@napi-rs/canvas')) warn(...said);
  };
  try {
    // pdf.js's worker half, loaded into this thread.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
