import { abbreviates } from './agency-words.ts';
import type { KnownAgency } from './known-agencies.ts';
import { isKind, isNoise, wordsOf } from './slides-words.ts';

/** An agency of the agenda, with whatever else it is known by. */
export interface PresentingAgency extends Pick<KnownAgency, 'name' | 'short' | 'former' | 'formerShorts'> {
  readonly id: string;
}

/**
 * Whose slides a file is. sure: that agency's. unsure: the operator is asked, the likeliest first. none: nothing in its
 * name says it.
 */
export type SlidesMatch =
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'unsure'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** What one agency is found by, each without spaces. */
interface Keys {
  readonly id: string;
  readonly agency: PresentingAgency;
  readonly kind: string | null;
  /** Its names and short names. */
  readonly strong: ReadonlySet<string>;
  /** Its name without the word for its kind: "satui". */
  readonly weak: ReadonlySet<string>;
  readonly shorts: readonly string[];
  /** The words of its name without the kind. */
  readonly words: readonly string[];
}

/** A stretch of a file's words that says an agency. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly of: Keys;
  readonly isStrong: boolean;
}

/** Longest list of candidates: more would be no help. */
const MOST = 6;
/** Longest name of an agency, words. */
const LONGEST = 14;
/** A shorter part of a short name is a coincidence. */
const LEAST_PART = 5;

/** Variants of a short name that everybody uses: "DPUPR" of PUPR, "kominfo" of Diskominfo. */
function shortForms(short: string, kind: string | null): string[] {
  const compact = wordsOf(short).join('');
  if (compact === '') return [];
  const cut = [/^di[sn]/, /^d/]
    .map((prefix) => compact.replace(prefix, ''))
    .filter((rest) => rest.length >= LEAST_PART);
  const grown =
    kind === 'dinas' && !compact.startsWith('d') && compact.length > 3 ? [`d${compact}`, `dis${compact}`] : [];
  return [compact, ...cut, ...grown];
}

function keysOf(agency: PresentingAgency): Keys {
  const { id, name, short, former = [], formerShorts = [] } = agency;
  const words = wordsOf(name);
  const kind = words[0] !== undefined && isKind(words[0]) ? words[0] : null;
  const own = (kind === null ? words : words.slice(1)).filter((word) => word !== 'daerah');
  const names = [name, ...former].map(wordsOf);
  const shorts = [short, ...formerShorts].flatMap((one) => shortForms(one, kind));
  const strong = new Set([
    ...names.flatMap((one) => [one.join(''), one.filter((w) => w !== 'daerah').join('')]),
    ...shorts,
  ]);
  strong.delete('');
  // A kind alone ("Inspektorat" has none, "Sekretariat" is one) says no agency.
  for (const key of strong) if (isKind(key)) strong.delete(key);
  const weak = new Set(kind === null || own.length === 0 ? [] : [own.join('')]);
  return { id, agency, kind, strong, weak, shorts, words: own };
}

/** Every stretch of words that says an agency, without those inside a longer one. */
function stretches(words: readonly string[], all: readonly Keys[]): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let text = '';
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to += 1) {
      text += words[to - 1];
      for (const of of all) {
        const isStrong = of.strong.has(text);
        if (isStrong || of.weak.has(text)) found.push({ from, to, of, isStrong });
      }
    }
  }
  const isInside = (a: Found, b: Found): boolean => b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from;
  return found.filter((one) => !found.some((other) => isInside(one, other)));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const unsure = (ids: readonly string[]): SlidesMatch =>
  ids.length === 0 ? { kind: 'none' } : { kind: 'unsure', ids: unique(ids).slice(0, MOST) };

/** Whether the words that nothing explains name another kind of agency: "puskesmas" beside Kecamatan Satui. */
const namesOtherKind = (rest: readonly string[], { kind }: Keys): boolean =>
  rest.some((word) => isKind(word) && word !== kind);

/** By the stretches that say an agency; `null` if there are none. */
function bySaying(words: readonly string[], all: readonly Keys[]): SlidesMatch | null {
  const found = stretches(words, all);
  const [strong, weak] = [found.filter(({ isStrong }) => isStrong), found.filter(({ isStrong }) => !isStrong)];
  const ids = unique([...strong, ...weak].map(({ of }) => of.id));
  const [first] = strong.length > 0 ? strong : weak;
  if (first === undefined) return null;
  if (ids.length > 1) return unsure(ids);
  const rest = words.filter((word, at) => !isNoise(word) && !found.some(({ from, to }) => at >= from && at < to));
  const isElse = namesOtherKind(rest, first.of) || (!first.isStrong && rest.some((word) => word !== first.of.kind));
  return isElse ? unsure(ids) : { kind: 'sure', id: first.of.id };
}

/** By a part of a short name, or the beginning of a name; `null` if nothing is found. */
function byPart(words: readonly string[], all: readonly Keys[]): SlidesMatch | null {
  const said = words.filter((word) => !isNoise(word));
  const part = said.filter((word) => word.length >= LEAST_PART && !isKind(word));
  const ofShort = all.filter(({ shorts }) => part.some((word) => shorts.some((short) => short.startsWith(word))));
  const kinds = said.filter(isKind);
  const own = said.filter((word) => !isKind(word));
  const ofName = all.filter(
    ({ kind, words: name }) =>
      own.length > 0 &&
      (kinds.length === 0 ? own.length > 1 : kinds.every((one) => one === kind)) &&
      own.every((word, at) => name[at] === word),
  );
  const ofWords = all.filter(
    ({ kind, words: name }) =>
      own.length > 1 && kinds.every((one) => one === kind) && own.every((word) => name.includes(word)),
  );
  for (const meant of [ofName, ofWords, ofShort]) {
    const [only] = meant;
    if (only === undefined) continue;
    const isOnly = meant.length === 1 && !namesOtherKind(said, only) && (meant !== ofShort || own.length === 1);
    return isOnly ? { kind: 'sure', id: only.id } : unsure(meant.map(({ id }) => id));
  }
  return null;
}

/** Agencies that it might be: with a word in common, or a word that may be short for the name. */
function guesses(words: readonly string[], all: readonly Keys[]): SlidesMatch {
  const said = words.filter((word) => !isNoise(word) && !isKind(word));
  const scored = all.map((keys) => {
    const common = said.filter((word) => word.length > 3 && keys.words.includes(word)).length;
    const short = said.filter(
      (word) =>
        keys.shorts.some(
          (one) => one.length > 3 && (word.startsWith(one) || (word.length > 3 && one.includes(word))),
        ) ||
        (word.length > 2 && abbreviates(word, keys.agency.name)),
    ).length;
    return { id: keys.id, score: 2 * common + short };
  });
  const likely = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return unsure(likely.map(({ id }) => id));
}

const matchOf = (name: string, all: readonly Keys[]): SlidesMatch => {
  const words = wordsOf(name);
  return bySaying(words, all) ?? byPart(words, all) ?? guesses(words, all);
};

/**
 * Whose slides the files of a folder are, by their names alone. Two files that would both be one agency's are unsure:
 * nobody knows which is the newer one.
 * @param names with their endings
 * @param agencies those of the agenda
 * @returns one answer for each name, in their order
 */
export function matchSlides(names: readonly string[], agencies: readonly PresentingAgency[]): SlidesMatch[] {
  const all = agencies.map(keysOf);
  const matches = names.map((name) => matchOf(name, all));
  const times = new Map<string, number>();
  for (const match of matches) if (match.kind === 'sure') times.set(match.id, (times.get(match.id) ?? 0) + 1);
  return matches.map((match) => (match.kind === 'sure' && (times.get(match.id) ?? 0) > 1 ? unsure([match.id]) : match));
}
