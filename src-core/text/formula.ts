/** What begins a formula, also in the full-width letters that some systems treat alike. */
const ANY_SIGN = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';
/**
 * A dash that begins no formula: a cell that is nothing else, and that of an amount, with nothing after it or only words
 * ("Rp5.000,-", "Rp5.000,- dan"). An amount's dash begins a cell only for a program that ends the cell at the next comma;
 * any other that has a comma after it may be a number ("-,5"). "- dua" alone is a formula, since a spreadsheet takes the
 * word for a name. A text that is written in quotation marks keeps its guard at the end, since the mark that follows
 * would begin a string.
 */
const ALONE = '^-$';
const ENDING = '(?<=\\d,)-(?:$(?<=^[^;"\\n]*)|\\s*[,;)\\]])';
const WORDED = '(?<=\\d,)-\\s\\(?[\\p{L}\\p{N}][\\p{L}\\p{N}\\s.]*\\)?(?:$|[,;])';
const IDLE = `${ALONE}|${ENDING}|${WORDED}`;
const SIGN = `(?!${IDLE})${ANY_SIGN}`;
/** A cell that a spreadsheet treats as a formula; some programs ignore spaces before it. */
export const FORMULA = new RegExp(`^[\\s"]*${SIGN}|^[\\t\\r\\n]`, 'u');
/**
 * The same inside a cell, where a program that expects another separator would begin a new one: with commas as
 * separators, "a,=b" is two cells and the second a formula, even in quotation marks.
 */
const WITHIN = new RegExp(`(?<=[\\n,;\\t]"*)(?=${SIGN})`, 'gu');
const GUARD = new RegExp(`^'(?=[\\s"]*${ANY_SIGN}|[\\t\\r\\n])|(?<=[\\n,;\\t]"*)'(?=${ANY_SIGN})`, 'gu');

/** A text that no spreadsheet calculates: an apostrophe precedes what would begin a formula. */
export function neutral(text: string): string {
  const within = text.replace(WITHIN, "'");
  return FORMULA.test(within) ? `'${within}` : within;
}

/** The text that `neutral` was given: a list that was exported is read again as it was. */
export const withoutGuard = (text: string): string => text.replace(GUARD, '');
