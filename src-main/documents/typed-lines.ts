/** A point of a list that the user typed as lines. */
export interface TypedLine {
  readonly text: string;
  /** It was typed with a number or a letter of its own ("1.", "a)"), and gets no dash before it. */
  readonly isNumbered: boolean;
}

/** A mark of a list, typed or pasted; "-5%" is none. */
const BULLET = /^[-•*–—▪●◦·‣➢✓]+\s+(?=\S)/;
/** In small letters only: "H. Basuni" is a name. */
const NUMBER = /^(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]\s/;

/** The lines of the user's text, without empty ones and without the marks that a list gets by itself. */
export const typedLines = (text: string): TypedLine[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line.replace(BULLET, ''), isNumbered: NUMBER.test(line) }));
