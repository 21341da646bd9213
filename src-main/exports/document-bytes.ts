import type { DocumentFormat } from '#core/minutes/documents.ts';
import type { DocumentSource } from '../documents/document-source.ts';
import { printTwice } from '../documents/print-with-catchwords.ts';
import type { Host } from '../hosts/port.ts';
import type { Make } from './rendering.ts';

/** What a document's file needs: who builds it, and who prints. */
export interface Press {
  readonly make: Make;
  readonly host: Pick<Host, 'printPdf'>;
}

/**
 * The bytes of a document's file.
 * @throws Refused `badMessage` if it is not available, `noBrowser` without a printing browser
 */
export function documentBytes(source: DocumentSource, format: DocumentFormat, press: Press): Promise<Uint8Array> {
  const { make, host } = press;
  if (format !== 'pdf') return make({ what: 'file', source, format });
  return printTwice({
    catchword: source.options.catchword,
    page: (catchwords) => make({ what: 'page', source, catchwords }),
    print: (html) => host.printPdf(html),
    firstWords: (pdf) => make({ what: 'firstWords', pdf }),
  });
}
