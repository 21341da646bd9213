// Makes the small faces of this folder: of a family, the characters that every page shows and no others. Run again when the
// version of a family changes: node assets/fonts/make.mjs
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const own = (name) => fileURLToPath(new URL(name, import.meta.url));
const packaged = (family) =>
  `../../node_modules/@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`;
const ASCII = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).join('');

/** The same characters as in src-renderer/kit/fonts.css. */
const FACES = [
  // Figures, what stands between them, and the letters of WIB, WITA and WIT.
  {
    name: 'inter-clock',
    source: packaged('inter'),
    characters: [' %()+,-./0123456789:', 'ABITW', '\u00a0×–−'].join(''),
  },
  // Indonesian and English, with the marks of good print.
  { name: 'jakarta-text', source: packaged('plus-jakarta-sans'), characters: `${ASCII}\u00a0·×–—‘’“”…−` },
];

/** What a browser does by itself, and figures of one width, which the style sheets ask for. */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', 'tnum'];

for (const { name, source: path, characters } of FACES) {
  const source = readFileSync(own(path));
  // The licence stays in the file.
  const names = { preserveNameIds: [0, 13, 14] };
  const font = await subsetFont(source, characters, { targetFormat: 'woff2', keepFeatures: FEATURES, ...names });
  writeFileSync(own(`${name}.woff2`), font);
  const made = { source: createHash('sha256').update(source).digest('hex'), characters };
  writeFileSync(own(`${name}.json`), `${JSON.stringify(made, null, 2)}\n`);
  console.log(`assets/fonts/${name}.woff2: ${font.length} bytes of ${source.length}`);
}
