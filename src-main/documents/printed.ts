import { type DocumentRequest, documentHtml } from './document-html.tsx';
import { firstWords } from './first-words.ts';

/**
 * A document as PDF. Where catchwords are asked for it is printed twice: only the first printing tells where the pages
 * break. The words stand in the margin, where they move nothing, so the second breaks at the same places.
 * @param print prints a page, see `Host.printPdf`
 */
export async function printedDocument(
  request: DocumentRequest,
  print: (html: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const pdf = await print(documentHtml(request));
  if (!request.options.catchword) return pdf;
  const [, ...next] = await firstWords(pdf);
  return next.length === 0 ? pdf : print(documentHtml({ ...request, catchwords: next }));
}
