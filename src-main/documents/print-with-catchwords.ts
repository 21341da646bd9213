export interface Printing {
  /** Whether the next page's first word is printed at the foot of each page. */
  readonly catchword: boolean;
  /** The page to print. */
  page(catchwords: readonly string[]): Promise<string>;
  /** See `Host.printPdf`. */
  print(html: string): Promise<Uint8Array>;
  /** The first word of each page. */
  firstWords(pdf: Uint8Array): Promise<readonly string[]>;
}

/**
 * A document as PDF. With catchwords it is printed twice, because only the first printing tells where the pages break.
 * The words are in the margin, where they move nothing, so the second printing breaks at the same places.
 */
export async function printWithCatchwords({ catchword, page, print, firstWords }: Printing): Promise<Uint8Array> {
  const pdf = await print(await page([]));
  if (!catchword) return pdf;
  const [, ...next] = await firstWords(pdf);
  return next.length === 0 ? pdf : print(await page(next));
}
