import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdfReader } from '#main/documents/pdf-reader.ts';
import { type PdfSheet, sheetOf } from './pdf-lines.ts';

export interface PdfPage {
  /** Width and height in millimetres, rounded. */
  readonly size: readonly [number, number];
  /** In layout order, with a line break where a line ends. */
  readonly text: string;
  /** The roles of its structure tree, in order: "H1", "Table", "TH", … */
  readonly roles: readonly string[];
  /** The same text in lines, with their positions. */
  readonly sheet: PdfSheet;
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** Every heading of the outline, with its depth from 0. */
  readonly outline: readonly { readonly depth: number; readonly title: string }[];
  readonly pages: readonly PdfPage[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
}
const rolesOf = ({ role, children = [] }: TreeNode): string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesOf),
];

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
const outlineOf = (nodes: readonly OutlineNode[], depth: number): ReadPdf['outline'] =>
  nodes.flatMap(({ title, items }) => [{ depth, title }, ...outlineOf(items, depth + 1)]);

const POINTS_PER_MM = 72 / 25.4;

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  // The library's own type is narrower than its data: leaves are in the same list and have no role.
  const tree = (await page.getStructTree()) as TreeNode | null;
  return {
    size: [Math.round((right - left) / POINTS_PER_MM), Math.round((top - bottom) / POINTS_PER_MM)],
    text,
    roles: tree === null ? [] : rolesOf(tree),
    sheet: sheetOf({ right, top, items }),
  };
}

/**
 * Every font descriptor of the file, and whether the glyphs are in the file: as a font program, or as drawings in the
 * font itself (Type 3), which colour emoji use. Chromium leaves dictionaries readable.
 */
export function fontsOf(bytes: Uint8Array): ReadPdf['fonts'] {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = [...raw.matchAll(/(\d+) 0 obj\s*(<<(?:(?!stream|endobj)[\s\S])*?)endobj/g)];
  const drawn = new Set(
    objects.flatMap(([, , text = '']) =>
      /\/Subtype \/Type3\b/.test(text) && /\/CharProcs\b/.test(text)
        ? (/\/FontDescriptor (\d+) 0 R/.exec(text)?.[1] ?? [])
        : [],
    ),
  );
  return objects
    .filter(([, , text = '']) => /\/Type \/FontDescriptor\b/.test(text))
    .map(([, id = '', text = '']) => ({
      name: /\/FontName \/(\S+)/.exec(text)?.[1] ?? '',
      embedded: drawn.has(id) || /\/FontFile[23]? /.test(text),
    }));
}

/** Reads a PDF back, as a reader on any system would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await loadPdfReader();
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const fields = info as { Title?: string; Language?: string | null };
    // The library's own type says an object; it is a map.
    const marks = (await document.getMarkInfo()) as ReadonlyMap<string, boolean> | null;
    const pages: PdfPage[] = [];
    for (let n = 1; n <= document.numPages; n += 1) pages.push(await readPage(await document.getPage(n)));
    return {
      title: fields.Title ?? '',
      language: fields.Language ?? null,
      tagged: marks?.get('Marked') === true,
      outline: outlineOf((await document.getOutline()) ?? [], 0),
      pages,
      fonts: fontsOf(bytes),
    };
  } finally {
    await task.destroy();
  }
}

/** The text without any space: lines and pages split words, which readers do not mind. */
export const squeezed = (text: string): string => text.replace(/[\s\u00A0\u200B]+/g, '');

const PAGE_NUMBER = /-\s*\d+\s*-/;

/** All pages' text, squeezed, without page numbers, which would otherwise be in the middle of a sentence. */
export const wholeText = ({ pages }: ReadPdf): string =>
  pages.map(({ text }, index) => squeezed(index === 0 ? text : text.replace(PAGE_NUMBER, ''))).join('');
