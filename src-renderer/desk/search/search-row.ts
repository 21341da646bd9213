import type { HitKind } from '#core/archive/search.ts';
import type { Snippet } from '#core/archive/snippet.ts';

/** The groups of the results; `here` is what the desk itself answers at once: the agenda, commands, breaks. */
export type RowGroup = 'here' | HitKind;

/** A row of the results. */
export interface SearchRow {
  readonly key: string;
  readonly group: RowGroup;
  readonly title: Snippet;
  readonly detail: Snippet;
  /** At the end of the row; empty for none. */
  readonly tag: string;
  run(): void;
  /** What Alt+Enter does; `null` for nothing. */
  readonly call: (() => void) | null;
}

/** No text. */
export const NOTHING: Snippet = { text: '', marks: [] };

/** A text with the places of the typed words in it, at any position, as `wordsMatch` finds them. */
export function marked(text: string, typed: string): Snippet {
  const hay = text.toLocaleLowerCase('id');
  const words = typed.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  const marks = words
    .map((word) => [hay.indexOf(word), word.length] as const)
    .filter(([from]) => from >= 0)
    .map(([from, length]) => [from, from + length] as const)
    .sort(([a], [b]) => a - b);
  // Words may overlap: what a mark already covers is not marked again.
  return { text, marks: marks.filter(([from], n) => marks.slice(0, n).every(([, to]) => to <= from)) };
}
