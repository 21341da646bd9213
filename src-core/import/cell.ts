import { withoutGuard } from '../text/formula.ts';

/** Invisible marks copied from documents and chats; they would make two equal names differ. */
const INVISIBLE = /(?!\s)\p{Cc}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Word writes a line broken by Shift+Enter with a vertical tab; web pages use U+2028 and U+2029. */
export const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

const DIGITS = String.raw`\d{1,3}(?:\.\d{1,3})*`;
const ROMAN = '(?:x{1,3}(?:ix|iv|v?i{0,3})|ix|iv|vi{0,3}|i{1,3})';
/** A cell that contains only a number: "7", "7.", "1.1", "(a)", "IV.". */
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

/**
 * Removes invisible marks, superfluous spaces (also non-breaking ones) and what an export put before a formula; inner
 * line breaks stay.
 */
export const cleanCell = (text: string): string =>
  withoutGuard(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .split(LINE_END)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('\n');

/** What Excel shows instead of a formula's value. */
export const isErrorCell = (cell: string): boolean =>
  /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(cell);

export const isNumberCell = (cell: string): boolean => NUMBER.test(cell);
export const saysNothing = (cell: string): boolean => NOTHING.test(cell);

/** Removes the numbering or bullet before a cell's words, and returns its kind. */
export function withoutNumber(cell: string): { readonly text: string; readonly number: NumberKind | null } {
  const bare = cell.replace(BULLET, '');
  for (const [number, pattern] of LEADING) {
    const match = pattern.exec(bare);
    if (match !== null) return { text: bare.slice(match[0].length).replace(BULLET, '').trim(), number };
  }
  return { text: bare.trim(), number: null };
}

/** The first `max` characters; an emoji is not cut in half. */
export const cut = (text: string, max: number): string =>
  text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
