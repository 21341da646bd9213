import { loadPdfReader } from './pdf-reader.ts';

/** Where the text begins below the page's top, pt: above it is only the page number. */
const TOP_MARGIN = (20 / 25.4) * 72;
/** A longer word would not fit at the foot of a page. */
const LONGEST = 24;

/** Pieces of one word are closer together than this, pt. */
const GAP = 1;

/** A piece of text with its position: `transform` as in PDF, whose last two numbers are x and the baseline's y. */
interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

const isPiece = (item: object): item is Piece => 'str' in item && 'transform' in item;

/**
 * The first word of a page: the leftmost of its highest line.
 * @param top of the page, pt
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
  // A word may consist of several adjacent pieces; cells of a table are apart.
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

/** The first word of every page of a PDF, in order. The reader is large and loaded only when needed. */
export async function firstWords(pdf: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfReader();
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
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
