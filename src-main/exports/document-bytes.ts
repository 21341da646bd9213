import type { ArchivePaper } from '#core/minutes/board-paper.ts';
import type { DocumentFormat } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';
import type { DocumentSource } from '../documents/document-source.ts';
import type { Layout } from '../documents/page.tsx';
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
  const { render } = printer;
  if (format !== 'pdf') return render({ what: 'file', source, format });
  return printed(source.options, (catchwords) => render({ what: 'page', source, catchwords }), printer);
}

/** The same for a paper about all meetings. */
export function boardBytes(
  paper: ArchivePaper,
  layout: Layout,
  format: DocumentFormat,
  printer: Printer,
): Promise<Uint8Array> {
  const { render } = printer;
  if (format !== 'pdf') return render({ what: 'boardFile', paper, format });
  return printed(layout.options, (catchwords) => render({ what: 'boardPage', paper, layout, catchwords }), printer);
}

const printed = (
  { catchword }: Pick<DocumentOptions, 'catchword'>,
  page: (catchwords: readonly string[]) => Promise<string>,
  { render, host }: Printer,
): Promise<Uint8Array> =>
  printWithCatchwords({
    catchword,
    page,
    print: (html) => host.printPdf(html),
    firstWords: (pdf) => render({ what: 'firstWords', pdf }),
  });
