import { PAPER_MM, type PaperSize } from '#core/minutes/options.ts';
import chart from './chart.css?raw';
import { FONT_FACES } from './fonts.ts';
import kop from './kop.css?raw';
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
    `@media screen { .paper { max-width: ${width}mm; min-height: ${height}mm; } .paper.lying { max-width: ${height}mm; min-height: ${width}mm; } }`,
  ].join('\n');
}
