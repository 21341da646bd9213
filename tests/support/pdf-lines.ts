import { loadPdfReader } from '#main/documents/pdf-reader.ts';

/** A line of text on the page; lengths in millimetres from the page's left and top edge. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
}

export interface PdfSheet {
  readonly width: number;
  readonly height: number;
  /** From top to bottom. Cells of a table at one height are one line. */
  readonly lines: readonly PdfLine[];
}

const MM = 25.4 / 72;
/** Baselines closer than this belong to one line, mm. */
const SAME_LINE = 0.5;

interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function linesOf(pieces: readonly Piece[], top: number): PdfLine[] {
  const placed = pieces
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, transform, width }) => {
      const left = (transform[4] ?? 0) * MM;
      return { str, left, right: left + width * MM, y: (top - (transform[5] ?? 0)) * MM };
    })
    .toSorted((a, b) => a.y - b.y);
  const lines: (typeof placed)[] = [];
  for (const piece of placed) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line === undefined || first === undefined || piece.y - first.y > SAME_LINE) lines.push([piece]);
    else line.push(piece);
  }
  return lines.map((line) => {
    const across = line.toSorted((a, b) => a.left - b.left);
    return {
      text: across.map(({ str }) => str).join(' '),
      left: Math.min(...across.map(({ left }) => left)),
      right: Math.max(...across.map(({ right }) => right)),
      y: Math.max(...across.map(({ y }) => y)),
    };
  });
}

/** A page's text with its positions; lengths in PDF points from the left and lower edge. */
export interface PlacedText {
  readonly right: number;
  readonly top: number;
  readonly items: readonly object[];
}

/** The lines of a page, by the positions of its text. */
export function sheetOf({ right, top, items }: PlacedText): PdfSheet {
  const pieces = items.flatMap((item) => ('str' in item ? [item as Piece] : []));
  return { width: right * MM, height: top * MM, lines: linesOf(pieces, top) };
}

/** Reads the position of a PDF's text on its pages. */
export async function pdfSheets(bytes: Uint8Array): Promise<PdfSheet[]> {
  const { getDocument } = await loadPdfReader();
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const sheets: PdfSheet[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      const [, , right = 0, top = 0] = page.view;
      sheets.push(sheetOf({ right, top, items: (await page.getTextContent()).items }));
    }
    return sheets;
  } finally {
    await task.destroy();
  }
}

export const isPageNumber = ({ text }: PdfLine): boolean => /^-\s*\d+\s*-$/.test(text.trim());

/** A page's lines without its number. */
export const bodyLines = ({ lines }: PdfSheet): PdfLine[] => lines.filter((line) => !isPageNumber(line));

/**
 * What is printed in a margin that must be empty: 2 / 2 / 2.5 / 3 cm at top, right, bottom and left
 * (docs/domain/papers.md#page).
 */
export const outsideMargins = (sheet: PdfSheet): string[] =>
  bodyLines(sheet)
    .filter(({ left, right, y }) => left < 29.8 || right > sheet.width - 19.8 || y < 20 || y > sheet.height - 25)
    .map(({ text, left, right, y }) => `${left.toFixed(1)}–${right.toFixed(1)} at ${y.toFixed(1)} mm: ${text}`);

const bare = (text: string): string => text.replace(/\s/g, '');

/** The word at the foot of the first page, and the first line of the second. */
export async function catchword(bytes: Uint8Array): Promise<{ word: string; next: string }> {
  const [first, second] = await pdfSheets(bytes);
  if (first === undefined || second === undefined) throw new Error('the minutes have one page');
  const foot = first.lines.filter(({ y }) => y > first.height - 25);
  return { word: bare(foot.map(({ text }) => text).join('')), next: bare(bodyLines(second)[0]?.text ?? '') };
}
