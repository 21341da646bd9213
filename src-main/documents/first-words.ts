import { loadPdfReader } from './pdf-reader.ts';

/** How far down from the sheet's top the text begins, pt: what stands higher is the page's number. */
const TOP_MARGIN = (20 / 25.4) * 72;
/** A word longer than this is no help at the foot of a page, and would not fit there. */
const LONGEST = 24;

/** Between two pieces of one word there is less, pt. */
const GAP = 1;

/** A piece of text with its place: `transform` as PDF has it, the last two being x and the baseline's y. */
interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

const isPiece = (item: object): item is Piece => 'str' in item && 'transform' in item;

/**
 * The first word of a page: of the highest line the one furthest to the left.
 * @param top of the sheet, pt
 */
export function firstWordOf(items: readonly object[], top: number): string {
  const pieces = items.filter(isPiece).filter(({ str, transform }) => {
    const y = transform[5] ?? 0;
    return str.trim() !== '' && top - y > TOP_MARGIN;
  });
  const placed = pieces.map((piece) => ({ piece, x: piece.transform[4] ?? 0, y: piece.transform[5] ?? 0 }));
  const highest = Math.max(...placed.map(({ y }) => y));
  // Letters of another size or face on the same line have nearly the same baseline.
  const line = placed.filter(({ y }) => highest - y < 3).toSorted((a, b) => a.x - b.x);
  // A word may come in several pieces, each where the one before it ends; cells of a table stand apart.
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { piece, x } of line) {
    text += (x - end > GAP ? ' ' : '') + piece.str;
    end = x + piece.width;
  }
  const word = text.split(/\s+/).find((part) => /[\p{L}\p{N}]/u.test(part)) ?? '';
  const letters = [...word];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : word;
}

/** The first word of every page of a PDF, in order. The reader is large, and loaded only when it is needed. */
export async function firstWords(pdf: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfReader();
  const task = getDocument({ data: pdf.slice(), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const words: string[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      words.push(firstWordOf(items, page.view[3] ?? 0));
      page.cleanup();
    }
    return words;
  } finally {
    await task.destroy();
  }
}
