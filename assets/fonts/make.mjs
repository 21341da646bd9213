// Makes assets/fonts/inter-clock.woff2: Inter with the characters of clocks and counters and no others, a fifth of the
// latin file. Run again when the version of Inter changes: node assets/fonts/make.mjs
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const own = (name) => fileURLToPath(new URL(name, import.meta.url));
const SOURCE = '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';

/** Figures, what stands between them, and the letters of WIB, WITA and WIT; the same as in src-renderer/kit/fonts.css. */
const CHARACTERS = [' %()+,-./0123456789:', 'ABITW', '\u00a0×–−'].join('');

const source = readFileSync(own(SOURCE));
/** What a browser does by itself, and figures of one width, which the style sheets ask for. */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', 'tnum'];

// The licence stays in the file.
const names = { preserveNameIds: [0, 13, 14] };
const font = await subsetFont(source, CHARACTERS, { targetFormat: 'woff2', keepFeatures: FEATURES, ...names });
writeFileSync(own('inter-clock.woff2'), font);
const made = { source: createHash('sha256').update(source).digest('hex'), characters: CHARACTERS };
writeFileSync(own('inter-clock.json'), `${JSON.stringify(made, null, 2)}\n`);
console.log(`assets/fonts/inter-clock.woff2: ${font.length} bytes of ${source.length}`);
