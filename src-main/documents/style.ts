import { PAPER_MM, type PaperSize } from '#core/model/export-options.ts';
import chart from './chart.css?raw';
import { FONT_FACES } from './fonts.ts';
import kop from './letterhead.css?raw';
import paper from './paper.css?raw';
import screen from './screen.css?raw';
import tables from './tables.css?raw';

/**
 * Everything that a document's appearance needs, including fonts. The screen comes last, because it handles narrow
 * windows.
 */
export const STYLE = [FONT_FACES, tables, paper, kop, chart, screen].join('\n');

/** The chosen paper size, in portrait and landscape, on paper and on a screen. */
export function pageStyle(size: PaperSize): string {
  const { width, height } = PAPER_MM[size];
  return [
    `@page { size: ${width}mm ${height}mm; }`,
    `@page lying { size: ${height}mm ${width}mm; }`,
    `.paper { --sheet-width: ${width}mm; --sheet-height: ${height}mm; }`,
    `.paper.lying { --sheet-width: ${height}mm; --sheet-height: ${width}mm; }`,
  ].join('\n');
}

/** A text as a CSS string: everything except plain letters and digits is escaped, so that nothing can end the string. */
const cssString = (text: string): string =>
  `"${[...text].map((letter) => (/[A-Za-z0-9]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `)).join('')}"`;

/**
 * Catchwords: the first word of the next page at the foot of each page. CSS cannot know it, but it can count pages with
 * signs of our own, which are the words.
 * @param words that of the second page first; the last page has none
 */
export const catchwordStyle = (words: readonly string[]): string =>
  `@counter-style catchword { system: fixed; symbols: ${[...words, ''].map(cssString).join(' ')}; suffix: ""; }
@page { @bottom-right { content: counter(page, catchword); padding-top: 4mm; vertical-align: top; font: 11pt Arimo, Arial, sans-serif; color: #000; } }`;
