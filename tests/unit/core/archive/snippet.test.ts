import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snippetOf } from '#core/archive/snippet.ts';
import { hasWords, wordsOf } from '#core/archive/words.ts';

const marked = (text: string, word: string): string => {
  const snippet = snippetOf(text, (one) => one.startsWith(word));
  return snippet.marks.reduceRight(
    (so, [from, to]) => `${so.slice(0, from)}[${so.slice(from, to)}]${so.slice(to)}`,
    snippet.text,
  );
};

it('words are found whatever their case and accents', () => {
  expect(wordsOf('Café, RÉSUMÉ & 12 unit!')).toEqual(['cafe', 'resume', '12', 'unit']);
  expect(hasWords('resu CAF')('Café, résumé')).toBe(true);
  expect(hasWords('sume')('résumé')).toBe(false);
});

it('a short text is shown whole, with its words marked', () => {
  expect(marked('Jembatan dan\njembatan Café', 'jemb')).toBe('[Jembatan] dan [jembatan] Café');
  expect(marked('Sebuah café', 'cafe')).toBe('Sebuah [café]');
});

it('of a long one the piece around the first word, cut between words', () => {
  const text = `${'awal '.repeat(60)}jembatan ${'akhir '.repeat(60)}`;
  const shown = marked(text, 'jembatan');
  expect(shown).toMatch(/^…(awal )+\[jembatan\]( akhir)+…$/);
  expect(shown.length).toBeLessThan(170);
  const twice = snippetOf(`${text} jembatan`, (one) => one === 'jembatan');
  expect(twice.marks).toHaveLength(1);
  expect(marked(text, 'nirwana')).toMatch(/^(awal ?)+…$/);
});

it('a letter that is no word when it is taken apart is not marked', () => {
  expect(wordsOf('\uFE72')).toEqual([]);
  for (const text of ['\uFE72', '\uFDFA']) expect(snippetOf(text, () => true).marks).toEqual([]);
});

it('the marks of any text are words of its piece', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ minLength: 1, maxLength: 2 }),
      (text, word) => {
        const { text: piece, marks } = snippetOf(text, (one) => one.startsWith(word.toLowerCase()));
        let at = 0;
        for (const [from, to] of marks) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(wordsOf(piece.slice(from, to))).toHaveLength(1);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(piece.length);
      },
    ),
  ));
