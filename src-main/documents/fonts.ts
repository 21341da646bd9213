import latinItalic from '@fontsource/arimo/files/arimo-latin-400-italic.woff2?inline';
import latin from '@fontsource/arimo/files/arimo-latin-400-normal.woff2?inline';
import latinBold from '@fontsource/arimo/files/arimo-latin-700-normal.woff2?inline';
import latinExtItalic from '@fontsource/arimo/files/arimo-latin-ext-400-italic.woff2?inline';
import latinExt from '@fontsource/arimo/files/arimo-latin-ext-400-normal.woff2?inline';
import latinExtBold from '@fontsource/arimo/files/arimo-latin-ext-700-normal.woff2?inline';

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const face = (address: string, weight: number, style: 'normal' | 'italic', range: string): string =>
  `@font-face{font-family:Arimo;font-style:${style};font-weight:${weight};src:url(${address}) format("woff2");unicode-range:${range}}`;

/**
 * Arimo: free, with the metrics of Arial (docs/domain/papers.md#page), embedded so that documents look the same on
 * every computer.
 */
export const FONT_FACES = [
  face(latinExt, 400, 'normal', LATIN_EXT),
  face(latinExtBold, 700, 'normal', LATIN_EXT),
  face(latinExtItalic, 400, 'italic', LATIN_EXT),
  face(latin, 400, 'normal', LATIN),
  face(latinBold, 700, 'normal', LATIN),
  face(latinItalic, 400, 'italic', LATIN),
].join('\n');
