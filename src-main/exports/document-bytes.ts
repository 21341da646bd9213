import type { DocumentFormat } from '#core/minutes/documents.ts';
import type { DocumentSource } from '../documents/document-source.ts';
import { printWithCatchwords } from '../documents/print-with-catchwords.ts';
import type { Host } from '../hosts/port.ts';
import type { Renderer } from './rendering.ts';

/** What a document's file needs: who builds it, and who prints. */
export interface Printer {
  readonly render: Renderer;
  readonly host: Pick<Host, 'printPdf'>;
}

/**
 * The bytes of a document's file.
 * @throws Refused `badMessage` if it is not available, `noBrowser` without a printing browser
 */
export function documentBytes(source: DocumentSource, format: DocumentFormat, printer: Printer): Promise<Uint8Array> {
  const { render, host } = printer;
  if (format !== 'pdf') return render({ what: 'file', source, format });
  return printWithCatchwords({
    catchword: source.options.catchword,
    page: (catchwords) => render({ what: 'page', source, catchwords }),
    print: (html) => host.printPdf(html),
    firstWords: (pdf) => render({ what: 'firstWords', pdf }),
  });
}
