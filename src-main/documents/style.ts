import { PAPER_MM, type PaperSize } from '#core/model/export-options.ts';
import chart from './chart.css?raw';
import { FONT_FACES } from './fonts.ts';
import kop from './letterhead.css?raw';
import paper from './paper.css?raw';
import screen from './screen.css?raw';
import tables from './tables.css?raw';

/** All that a document needs to look as it does, fonts with it. The screen comes last: it knows narrow windows. */
export const STYLE = [FONT_FACES, tables, paper, kop, chart, screen].join('\n');

/** The sheet that was chosen, upright and lying, on paper and on a screen. */
export function pageStyle(size: PaperSize): string {
  const { width, height } = PAPER_MM[size];
  return [
    `@page { size: ${width}mm ${height}mm; }`,
    `@page lying { size: ${height}mm ${width}mm; }`,
    `.paper { --sheet-width: ${width}mm; --sheet-height: ${height}mm; }`,
    `.paper.lying { --sheet-width: ${height}mm; --sheet-height: ${width}mm; }`,
  ].join('\n');
}

/** A text as a string of CSS: whatever is no plain letter or digit by its code, so that nothing can end the string. */
const cssString = (text: string): string =>
  `"${[...text].map((letter) => (/[A-Za-z0-9]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `)).join('')}"`;

/**
 * Kata penyambung: at the foot of each page the first word of the next. CSS cannot know it, but it can count pages, and a
 * counter can be written in signs of one's own: the words.
 * @param words that of the second page first; the last page has none
 */
export const catchwordStyle = (words: readonly string[]): string =>
  `@counter-style catchword { system: fixed; symbols: ${[...words, ''].map(cssString).join(' ')}; suffix: ""; }
@page { @bottom-right { content: counter(page, catchword); padding-top: 4mm; vertical-align: top; font: 11pt Arimo, Arial, sans-serif; color: #000; } }`;
