/** Invisible marks that come along with text copied from documents and chat; they would make two equal names differ. */
const INVISIBLE = /(?!\s)\p{Cc}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Word writes a line broken by Shift+Enter as a vertical tab; U+2028 and U+2029 come from web pages. */
export const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

const DIGITS = String.raw`\d{1,3}(?:\.\d{1,3})*`;
const ROMAN = '(?:x{1,3}(?:ix|iv|v?i{0,3})|ix|iv|vi{0,3}|i{1,3})';
/** A cell that holds nothing but a number: "7", "7.", "1.1", "(a)", "IV.". */
const NUMBER = new RegExp(`^\\(?(?:${DIGITS}|${ROMAN}|[a-z])[.)]{0,2}$`, 'i');
/** A line's number before a tab, as Word writes a numbered list; bullets as well. */
export const NUMBER_TAB = new RegExp(`^[ ]*(?:\\(?(?:${DIGITS}|${ROMAN}|[a-z])[.)]{0,2}|[-•*–—▪●◦·‣➢])[ ]*\\t`, 'gim');

const BULLET = /^[-•*–—▪●◦·‣➢✓]+\s*/;
const LEADING: readonly (readonly [NumberKind, RegExp])[] = [
  ['digit', new RegExp(`^\\(?${DIGITS}(?:[.)]+\\s*|\\s+)(?=\\D|$)`)],
  ['roman', new RegExp(`^\\(?${ROMAN}[.)]+\\s+`, 'i')],
  ['roman', /^(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})\s+(?=\p{Lu})/u],
  ['letter', /^(?:\(?[a-z][.)]+\s+|\([a-z]\)\s*)/i],
];
/** A drawn line, or a bullet without a name. */
const NOTHING = /^[-–—_=*•.:|\s]*$/;

export type NumberKind = 'digit' | 'roman' | 'letter';

/** Without invisible marks and needless spaces (also unbreakable ones); a line break within is kept as such. */
export const cleanCell = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .split(LINE_END)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('\n');

export const isNumberCell = (cell: string): boolean => NUMBER.test(cell);
export const saysNothing = (cell: string): boolean => NOTHING.test(cell);

/** A cell without the numbering and bullets before its words, and of which kind the numbering was. */
export function withoutNumber(cell: string): { readonly text: string; readonly number: NumberKind | null } {
  const bare = cell.replace(BULLET, '');
  for (const [number, pattern] of LEADING) {
    const match = pattern.exec(bare);
    if (match !== null) return { text: bare.slice(match[0].length).replace(BULLET, '').trim(), number };
  }
  return { text: bare.trim(), number: null };
}

/** The first `max` characters; half of an emoji is dropped with its other half. */
export const cut = (text: string, max: number): string =>
  text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
