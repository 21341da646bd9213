import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Idiom of earlier comments, and what to say; more in docs/glossary.md#words-for-names-and-comments. */
const IDIOM: readonly (readonly [RegExp, string])[] = [
  [/\bon the floor\b/i, 'active'],
  [/\bthe wall\b(?![ -]clock)/i, 'the projector'],
  [/\b(?:to|can) be had\b/i, 'available'],
  [/\banew\b/i, 'again'],
  [/\bdeeds?\b/i, 'action'],
  [/\b(?:holds?|has|had|takes?) the pen\b/i, 'the seat'],
  [/\bkops?\b/i, 'letterhead'],
  [/\boutages?\b/i, 'interruption'],
  [/\breads? along\b/i, 'typing is shown live'],
  [/\btaken down\b|\btakes down\b/i, 'stored'],
];

/** The words of the comments in a source, by line; names in code spans are no words. */
const commentsOf = (source: string): { readonly line: number; readonly words: string }[] =>
  source.split('\n').flatMap((text, index) => {
    const [, words] = /^\s*(?:\/\/|\/\*\*?|\*)\s?(.*)$/.exec(text) ?? /\S\s+\/\/\s(.*)$/.exec(text) ?? [];
    return words === undefined ? [] : [{ line: index + 1, words: words.replace(/`[^`]*`/g, '') }];
  });

const idiomIn = (source: string): string[] =>
  commentsOf(source).flatMap(({ line, words }) =>
    IDIOM.filter(([idiom]) => idiom.test(words)).map(([, say]) => `${line}: ${say}`),
  );

const FOLDERS = ['src-core', 'src-main', 'src-renderer', 'tests/support', 'tests/doubles'];

describe('comments', () => {
  it('are looked through, and code is not', () => {
    expect(
      idiomIn('/** The item on the floor, `kop` aside. */\nconst kop = 1; // made anew\nconst outage = 2;'),
    ).toEqual(['1: active', '2: again']);
  });

  it.each(FOLDERS)('of %s use plain words', (folder) => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|tsx|css)$/.test(path))
      .flatMap((path) => idiomIn(readFileSync(join(folder, path), 'utf8')).map((what) => `${path}:${what}`));
    expect(found).toEqual([]);
  });
});
