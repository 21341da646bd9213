// The half of pdf.js that reads bytes, in a worker of the slides' worker: a page is drawn while the next one is read.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
