/** The worker half of pdf.js: loading it in the same thread is all that is wanted of it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
