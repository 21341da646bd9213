import { type PlacedWord, placedWords } from './words.ts';

/** A piece of a text with the places of words in it that are marked; `[from, to)`, ascending, in the piece. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** How much of a text is shown, and how much of it before the first marked word, letters. */
const LENGTH = 150;
const BEFORE = 45;

const CUT = '…';

/**
 * The piece of a text around its first marked word, on one line; from the beginning if no word is marked.
 * @param isMarked of a folded word
 */
export function snippetOf(text: string, isMarked: (word: string) => boolean, length = LENGTH): Snippet {
  const found: PlacedWord[] = [];
  for (const placed of placedWords(text)) {
    // The piece ends before it: a sheet may go on for pages.
    if (placed.from > (found[0]?.from ?? text.length) + length) break;
    if (isMarked(placed.word)) found.push(placed);
  }
  const [first] = found;
  const wanted = first === undefined || first.from <= BEFORE || text.length <= length ? 0 : first.from - BEFORE;
  // A piece begins and ends between words.
  const start = wanted === 0 ? 0 : Math.max(wanted, text.indexOf(' ', wanted) + 1);
  const begin = start > (first?.from ?? 0) ? wanted : start;
  const limit = begin + length;
  const space = text.lastIndexOf(' ', limit);
  const end = text.length <= limit ? text.length : space > begin ? space : limit;
  const head = begin === 0 ? '' : CUT;
  const piece = text.slice(begin, end).replace(/\s/g, ' ');
  return {
    text: `${head}${piece}${end < text.length ? CUT : ''}`,
    marks: found
      .filter(({ from, to }) => from >= begin && to <= end)
      .map(({ from, to }) => [from - begin + head.length, to - begin + head.length] as const),
  };
}
