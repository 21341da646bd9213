import fc from 'fast-check';
import { anyCharacter } from './any-character.ts';

/** What every format must pass through unchanged, as text. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '</w:t></w:r></w:p><w:p/>',
  ']]> &amp; &#0; "kutip" \'tunggal\'',
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+62 812 0000',
  '-5%',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '\uFF1D1+1',
  'satu;=1+1',
  'satu,=1+1\n=2+2',
  "'=1+1",
  '_x0041_ dan _x005F_',
  'constructor',
  '__proto__',
  'toString',
  'kata'.repeat(2_500),
  '\u202Eterbalik\u202C \u200F kanan',
  'nol\u0000 lonceng\u0007 hapus\u007F c1\u0085\u009F',
  'setengah \uD83D pasangan \uDE00',
  'emoji 🏗️👨‍👩‍👧‍👦🇮🇩',
  '\uFFFD \uFFFE \uFFFF \uFEFF',
  '  dua  spasi  ',
  'baris satu\nbaris dua\r\nbaris tiga\u2028baris empat',
  'a\tb\tc',
  '{{title}} $t(heading.newer) $& $1',
];

/** Any text, with those that often break things more frequent. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', ';', ',', '"', "'", '\t', '\r', '\n', ' ', '<', '&', '_x0041_', 'a'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);
