import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { type Findable, type Found, HIT_KINDS, type Hit, type HitKind } from '#core/archive/search.ts';
import { snippetOf } from '#core/archive/snippet.ts';
import { stems } from '#core/archive/stem.ts';
import { wordsOf } from '#core/archive/words.ts';

/** Fewer letters are no search: they would find everything. */
const LEAST_TYPED = 2;
/** A word of so many letters may be misspelt by one. */
const FUZZY_FROM = 6;
/** A word that is written as typed counts more than one that is akin. */
const KIN_WEIGHT = 0.5;
const ABOUT_WEIGHT = 0.4;
/** How many of a kind are compared by their age too. */
const RANKED = 60;
/** What the oldest counts, compared with the newest. */
const OLDEST = 0.6;

/** Finds what was said in any meeting. */
export interface SearchIndex {
  /** Puts the things of one source (a meeting, say) in the place of those that it had; only what has changed is read again. */
  replace(source: string, things: readonly Findable[]): void;
  /** @param limit most hits of a kind */
  search(text: string, limit: number): Found;
  size(): number;
}

export function searchIndex(): SearchIndex {
  const things = new Map<string, Findable>();
  const sources = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, readonly string[]>();
  const kin = (word: string): readonly string[] => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = stems(word);
    known.set(word, made);
    return made;
  };
  const asItIs = { tokenize: (text: string) => [text], processTerm: (term: string) => term };
  const index = new MiniSearch<Findable>({
    idField: 'key',
    fields: ['text', 'about'],
    tokenize: wordsOf,
    processTerm: (word, field) => (field === 'text' ? [word, ...kin(word)] : word),
    searchOptions: asItIs,
  });

  /** The words all have to be there; the last one may be unfinished. */
  function queryOf(words: readonly string[], isFuzzy: boolean): Query {
    return {
      combineWith: 'AND',
      queries: words.map((word, place): Query => {
        const isLast = place === words.length - 1;
        const fuzzy = isFuzzy && word.length >= FUZZY_FROM ? 1 : false;
        const written: Query = { queries: [word], prefix: isLast && word.length >= LEAST_TYPED, fuzzy };
        const akin: Query[] = kin(word).map((stem) => ({ queries: [stem], boost: { text: KIN_WEIGHT } }));
        return { combineWith: 'OR', queries: [written, ...akin] };
      }),
    };
  }

  function hitOf(thing: Findable, terms: readonly string[]): Hit {
    const matched = new Set(terms);
    const isMarked = (word: string): boolean => matched.has(word) || kin(word).some((stem) => matched.has(stem));
    const { text, about, ...rest } = thing;
    const snippet = snippetOf(text, isMarked);
    const by = thing.kind === 'agency' && snippet.marks.length === 0 ? snippetOf(about, isMarked) : null;
    return { ...rest, snippet, by };
  }

  function ranked(kind: HitKind, results: readonly SearchResult[], limit: number): Hit[] {
    const some = results.slice(0, RANKED).flatMap(({ id, score, terms }) => {
      const thing = things.get(String(id));
      return thing === undefined ? [] : [{ thing, score, terms }];
    });
    // The newest of those that fit about as well comes first: what was said last is what is looked for.
    const byAge = some.toSorted((a, b) => (a.thing.date < b.thing.date ? 1 : a.thing.date > b.thing.date ? -1 : 0));
    const age = new Map(byAge.map(({ thing }, place) => [thing.key, place / Math.max(1, byAge.length - 1)]));
    const weight = ({ thing, score }: (typeof some)[number]): number =>
      kind === 'agency' ? score : score * (1 - (1 - OLDEST) * (age.get(thing.key) ?? 0));
    return some
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, limit)
      .map(({ thing, terms }) => hitOf(thing, terms));
  }

  return {
    replace(source, next) {
      const before = sources.get(source) ?? new Set();
      const keys = new Set(next.map(({ key }) => key));
      for (const key of before)
        if (!keys.has(key)) {
          index.discard(key);
          things.delete(key);
        }
      for (const thing of next) {
        const old = things.get(thing.key);
        things.set(thing.key, thing);
        if (old === undefined) index.add(thing);
        else if (old.text !== thing.text || old.about !== thing.about) index.replace(thing);
      }
      if (keys.size === 0) sources.delete(source);
      else sources.set(source, keys);
    },
    search(text, limit) {
      const words = wordsOf(text);
      if (words.join('').length < LEAST_TYPED) return { text, groups: [] };
      const look = (isFuzzy: boolean): SearchResult[] =>
        index.search(queryOf(words, isFuzzy), { boost: { about: ABOUT_WEIGHT }, ...asItIs });
      const exact = look(false);
      const results = exact.length > 0 ? exact : look(true);
      const byKind = new Map<HitKind, SearchResult[]>();
      for (const result of results) {
        const kind = things.get(String(result.id))?.kind;
        if (kind === undefined) continue;
        const same = byKind.get(kind);
        if (same === undefined) byKind.set(kind, [result]);
        else same.push(result);
      }
      return {
        text,
        groups: HIT_KINDS.flatMap((kind) => {
          const ofKind = byKind.get(kind) ?? [];
          return ofKind.length === 0 ? [] : [{ kind, hits: ranked(kind, ofKind, limit), total: ofKind.length }];
        }),
      };
    },
    size: () => things.size,
  };
}
