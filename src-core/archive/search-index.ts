import { MINUTE } from '../time/units.ts';
import { byText } from './documents.ts';
import { type Findable, type Found, HIT_KINDS, type Hit, type HitGroup } from './search.ts';
import { snippetOf } from './snippet.ts';
import { stems } from './stem.ts';
import { wordsOf } from './words.ts';

/** Fewer letters are no search: they would find everything. */
const LEAST_TYPED = 2;
/** A word of so many letters may be misspelt by one. */
const FUZZY_FROM = 6;
/** What a word of a thing counts, by how it fits a typed one; the best fit counts. */
const WEIGHT = { written: 1, begun: 0.8, misspelt: 0.6, akin: 0.5, about: 0.4 } as const;
/** How much of its rank the oldest thing loses: what was said last is what is looked for. */
const AGEING = 0.4;
/** The index is written again when so many of its things, and at least this part of them, are gone. */
const GONE = 2_000;
const GONE_PART = 0.25;
const DAY = 24 * 60 * MINUTE;

/** Finds what was said in any meeting. A library that ranks every match is ten times slower on words as frequent as "jalan". */
export interface SearchIndex {
  /** Puts the things of one source (a meeting, say) in the place of those that it had; only what has changed is read again. */
  replace(source: string, things: readonly Findable[]): void;
  /** @param limit most hits of a kind */
  search(text: string, limit: number): Found;
}

/** A word of what was typed, and what else than itself it stands for. */
interface TypedWord {
  readonly word: string;
  /** Words that begin so. */
  readonly isBegun: boolean;
  /** Words that differ in a letter. */
  readonly isFuzzy: boolean;
}

/** Where a word is: numbers of things, doubled; odd if the word is only akin to one in the text. */
type Postings = number[];

/** Whether two words differ in one letter at most: another one, one too many, one missing, or two in the wrong order. */
export function isMisspelt(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

export function searchIndex(): SearchIndex {
  let things: (Findable | null)[] = [];
  /** The day of each thing, in days; `NaN` for what has none. */
  let days: number[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  let oldest = Number.POSITIVE_INFINITY;
  let gone = 0;
  const numbers = new Map<string, number>();
  const sources = new Map<string, ReadonlySet<string>>();
  const inText = new Map<string, Postings>();
  const inAbout = new Map<string, Postings>();
  /** Every word of the texts in order, for words that are begun; `null` after a new word. */
  let sorted: string[] | null = null;
  const known = new Map<string, readonly string[]>();
  // Used by every search: arrays of its own would leave megabytes behind for every word typed.
  let rank = new Float32Array(0);
  let has = new Uint8Array(0);

  const kin = (word: string): readonly string[] => {
    let found = known.get(word);
    if (found === undefined) {
      found = stems(word);
      known.set(word, found);
    }
    return found;
  };
  function post(into: Map<string, Postings>, word: string, entry: number): void {
    const postings = into.get(word);
    if (postings === undefined) {
      into.set(word, [entry]);
      sorted = null;
      // A thing's words come together: the same word again is the last entry, written before akin.
    } else if ((postings.at(-1) ?? -1) >> 1 !== entry >> 1) postings.push(entry);
  }
  function read(thing: Findable, number: number): void {
    const words = new Set(wordsOf(thing.text));
    for (const word of words) post(inText, word, number * 2);
    for (const word of words) for (const stem of kin(word)) post(inText, stem, number * 2 + 1);
    for (const word of wordsOf(thing.about)) post(inAbout, word, number * 2);
  }
  function add(thing: Findable): void {
    numbers.set(thing.key, things.length);
    read(thing, things.length);
    things.push(thing);
    const day = Date.parse(thing.date) / DAY;
    days.push(day);
    if (day > newest) newest = day;
    if (day < oldest) oldest = day;
  }
  function remove(key: string): void {
    const number = numbers.get(key);
    if (number === undefined) return;
    numbers.delete(key);
    things[number] = null;
    gone += 1;
  }
  function tidy(): void {
    if (gone < GONE || gone < things.length * GONE_PART) return;
    const left = things.filter((thing) => thing !== null);
    things = [];
    days = [];
    gone = 0;
    numbers.clear();
    inText.clear();
    inAbout.clear();
    sorted = null;
    for (const thing of left) add(thing);
  }

  /** Where the words that begin so are in `sorted`: from the first to before the second. */
  function begun(word: string): readonly [number, number] {
    sorted ??= [...new Set([...inText.keys(), ...inAbout.keys()])].sort(byText);
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[middle] ?? '') < word) from = middle + 1;
      else to = middle;
    }
    while (sorted[to]?.startsWith(word)) to += 1;
    return [from, to];
  }

  /** Gives the things that have a word of the index their rank for the word at `place`, if nothing gave them one before. */
  function take(postings: Postings | undefined, place: number, written: number, akin: number): void {
    if (postings === undefined) return;
    const rarity = Math.log(1 + things.length / postings.length);
    for (const posting of postings) {
      const number = posting >> 1;
      if (has[number] !== place) continue;
      has[number] = place + 1;
      rank[number] = (rank[number] ?? 0) + rarity * ((posting & 1) === 1 ? akin : written);
    }
  }

  /** Ranks every thing; 0 for what does not have all the words, each as it fits best. */
  function rankAll(words: readonly TypedWord[]): void {
    if (rank.length < things.length) {
      rank = new Float32Array(things.length * 2);
      has = new Uint8Array(things.length * 2);
    }
    rank.fill(0);
    has.fill(0);
    for (const [place, { word, isBegun, isFuzzy }] of words.entries()) {
      take(inText.get(word), place, WEIGHT.written, WEIGHT.akin);
      const [from, to] = isBegun ? begun(word) : [0, 0];
      for (let at = from; at < to; at += 1) take(inText.get(sorted?.[at] ?? ''), place, WEIGHT.begun, WEIGHT.akin);
      if (isFuzzy)
        for (const [one, postings] of inText)
          if (isMisspelt(word, one)) take(postings, place, WEIGHT.misspelt, WEIGHT.akin);
      for (const stem of kin(word)) take(inText.get(stem), place, WEIGHT.akin, WEIGHT.akin);
      take(inAbout.get(word), place, WEIGHT.about, WEIGHT.about);
      for (let at = from; at < to; at += 1) take(inAbout.get(sorted?.[at] ?? ''), place, WEIGHT.about, WEIGHT.about);
      if (isFuzzy)
        for (const [one, postings] of inAbout)
          if (isMisspelt(word, one)) take(postings, place, WEIGHT.about, WEIGHT.about);
    }
    for (let number = 0; number < things.length; number += 1) if (has[number] !== words.length) rank[number] = 0;
  }

  /** Whether a word of a text is why it was found. */
  function isFound(words: readonly TypedWord[], word: string): boolean {
    const its = kin(word);
    return words.some((typed) => {
      const fits = (one: string): boolean =>
        one === typed.word || (typed.isBegun && one.startsWith(typed.word)) || kin(typed.word).includes(one);
      return fits(word) || its.some(fits) || (typed.isFuzzy && isMisspelt(typed.word, word));
    });
  }

  function hitOf(thing: Findable, isMarked: (word: string) => boolean): Hit {
    const { text, about, ...rest } = thing;
    const snippet = snippetOf(text, isMarked);
    const by = thing.kind === 'agency' && snippet.marks.length === 0 ? snippetOf(about, isMarked) : null;
    return { ...rest, snippet, by };
  }

  /** From 0 for the newest thing to 1 for the oldest. */
  function ageOf(number: number): number {
    const age = (newest - (days[number] ?? Number.NaN)) / (newest - oldest);
    return Number.isNaN(age) ? 0 : age;
  }

  function groups(words: readonly TypedWord[], limit: number): HitGroup[] {
    const best = new Map(HIT_KINDS.map((kind) => [kind, { total: 0, top: [] as { thing: Findable; rank: number }[] }]));
    // Of tens of thousands of things most were not found: an iterator would make a pair for each of them.
    for (let number = 0; number < things.length; number += 1) {
      const plain = rank[number] ?? 0;
      if (plain === 0) continue;
      const thing = things[number] ?? null;
      const ofKind = thing === null ? undefined : best.get(thing.kind);
      if (thing === null || ofKind === undefined) continue;
      ofKind.total += 1;
      const { top } = ofKind;
      const last = top[limit - 1];
      // Age only lowers a rank: what is too low without it needs no closer look.
      if (last !== undefined && plain <= last.rank) continue;
      const aged = plain * (1 - AGEING * ageOf(number));
      if (last !== undefined && aged <= last.rank) continue;
      const place = top.findIndex((one) => one.rank < aged);
      top.splice(place === -1 ? top.length : place, 0, { thing, rank: aged });
      if (top.length > limit) top.pop();
    }
    // The same words come in many hits.
    const marked = new Map<string, boolean>();
    const isMarked = (word: string): boolean => {
      const known = marked.get(word) ?? isFound(words, word);
      marked.set(word, known);
      return known;
    };
    return [...best].flatMap(([kind, { total, top }]) =>
      total === 0 ? [] : [{ kind, total, hits: top.map(({ thing }) => hitOf(thing, isMarked)) }],
    );
  }

  return {
    replace(source, next) {
      const keys = new Set(next.map(({ key }) => key));
      for (const key of sources.get(source) ?? []) if (!keys.has(key)) remove(key);
      for (const thing of next) {
        const number = numbers.get(thing.key);
        const old = number === undefined ? null : things[number];
        const isSame = old?.text === thing.text && old.about === thing.about && old.date === thing.date;
        if (number !== undefined && isSame) things[number] = thing;
        else {
          remove(thing.key);
          add(thing);
        }
      }
      if (keys.size === 0) sources.delete(source);
      else sources.set(source, keys);
      tidy();
    },
    search(text, limit) {
      const words = wordsOf(text).slice(0, 20);
      if (words.join('').length < LEAST_TYPED) return { text, groups: [] };
      for (const misspelt of [false, true]) {
        const typed = words.map((word, place) => ({
          word,
          isBegun: place === words.length - 1 && word.length >= LEAST_TYPED,
          isFuzzy: misspelt && word.length >= FUZZY_FROM,
        }));
        rankAll(typed);
        const found = groups(typed, limit);
        if (found.length > 0) return { text, groups: found };
      }
      return { text, groups: [] };
    },
  };
}
