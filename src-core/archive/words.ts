/** Marks above and below letters, which nobody types into a search. */
const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const PLAIN_WORD = /[a-z0-9]+/g;

/** Beyond these letters a text has to be taken apart to be folded. */
const PLAIN = /^[\n\r\t -~]*$/;

/** A text as it is compared: small letters without accents. May be longer or shorter than the text. */
export const folded = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(MARKS, '').toLowerCase();

/** The words of a text, folded; a number is a word. */
export function wordsOf(text: string): string[] {
  const plain = folded(text);
  return plain.match(PLAIN.test(plain) ? PLAIN_WORD : WORD) ?? [];
}

/** A word where it stands in a text. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text with their places in it. */
export function* placedWords(text: string): Generator<PlacedWord> {
  // Of the text itself, because folding may move what follows. A mark belongs to the letter before it.
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const [written] = match;
    // A few letters are taken apart into a space and a mark, or into a whole sentence: they are no word by which one is found.
    const [word, ...others] = wordsOf(written);
    if (word !== undefined && others.length === 0) yield { word, from: match.index, to: match.index + written.length };
  }
}

/** @returns whether a text has every word of `typed`, or one that begins so, in any order */
export function hasWords(typed: string): (text: string) => boolean {
  const wanted = wordsOf(typed);
  return (text) => {
    const words = wordsOf(text);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  };
}
