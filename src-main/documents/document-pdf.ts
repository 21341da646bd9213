import { type DocumentRequest, documentHtml } from './document-html.tsx';
import { firstWords } from './first-words.ts';
import { printWithCatchwords } from './print-with-catchwords.ts';

/**
 * A document as PDF, built in the calling thread.
 * @param print prints a page, see `Host.printPdf`
 */
export const printedDocument = (
  request: DocumentRequest,
  print: (html: string) => Promise<Uint8Array>,
): Promise<Uint8Array> =>
  printWithCatchwords({
    catchword: request.options.catchword,
    page: async (catchwords) => documentHtml({ ...request, catchwords }),
    print,
    firstWords,
  });
