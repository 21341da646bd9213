/** What begins a formula, also in the full-width letters that some systems treat alike. */
const SIGN = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';
/** A cell that a spreadsheet treats as a formula; some programs ignore spaces before it. */
export const FORMULA = new RegExp(`^[\\s"]*${SIGN}|^[\\t\\r\\n]`);
/**
 * The same inside a cell, where a program that expects another separator would begin a new one: with commas as
 * separators, "a,=b" is two cells and the second a formula, even in quotation marks.
 */
const WITHIN = new RegExp(`(?<=[\\n,;\\t]"*)(?=${SIGN})`, 'g');
const GUARD = new RegExp(`^'(?=[\\s"]*${SIGN}|[\\t\\r\\n])|(?<=[\\n,;\\t]"*)'(?=${SIGN})`, 'g');

/** A text that no spreadsheet calculates: an apostrophe precedes what would begin a formula. */
export function neutral(text: string): string {
  const within = text.replace(WITHIN, "'");
  return FORMULA.test(within) ? `'${within}` : within;
}

/** The text that `neutral` was given: a list that was exported is read again as it was. */
export const withoutGuard = (text: string): string => text.replace(GUARD, '');
