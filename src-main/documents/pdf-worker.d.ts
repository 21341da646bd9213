/** The worker half of pdf.js; loading it is all we need. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
