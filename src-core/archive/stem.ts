/** Shortest part that is left of a word when a prefix or a suffix is taken off, and when both are. */
const LEAST = 4;
const LEAST_OF_BOTH = 3;

/** Stems that look like longer words and are roots for whoever searches: "perbaikan" is not about "baik". */
const ROOTS = new Set([
  'perbaik',
  'perintah',
  'pemerintah',
  'jembatan',
  'kendala',
  'masalah',
  'kecamatan',
  'kelurahan',
]);
/** Two words that are written as one when they are given prefix and suffix. */
const JOINED: Readonly<Record<string, readonly string[]>> = {
  tindaklanjut: ['tindak', 'lanjut'],
  tanggungjawab: ['tanggung', 'jawab'],
  kerjasama: ['kerja', 'sama'],
  bertanggungjawab: ['tanggung', 'jawab'],
};
/** Nouns in "-kan" that are a word and "-an". */
const NOUNS_IN_KAN = new Set(['tindakan', 'masukan', 'gerakan', 'bentukan', 'didikan', 'naikan']);

const VOWEL = /^[aiueo]/;
/** Three consonants at the beginning are no Indonesian root: "kendala" is not "ke-ndala". */
const CLUSTER = /^(?:[^aiueo][^aiueo](?<!ng|ny|kh|sy|tr|pr|kr|br|dr|gr|pl|kl|bl|st|sp))/;

/** @returns the rest of a word after a prefix, in each way in which it may have begun; none if it has no such prefix */
function withoutPrefix(word: string): string[] {
  const after = (prefix: string): string | null => (word.startsWith(prefix) ? word.slice(prefix.length) : null);
  const m = /^([mp])e(ny|ng|[mn])?/.exec(word);
  if (m !== null) {
    const [whole, , nasal = ''] = m;
    const rest = word.slice(whole.length);
    // The nasal takes the place of the first letter of the root: "menangani" is of "tangan".
    if (nasal === 'ny' && VOWEL.test(rest)) return [`s${rest}`];
    if (nasal === 'ng' && VOWEL.test(rest)) return [rest, `k${rest}`];
    if (nasal === 'm' && VOWEL.test(rest)) return [`p${rest}`, `m${rest}`];
    if (nasal === 'n' && VOWEL.test(rest)) return [`t${rest}`, `n${rest}`];
    if (nasal === 'ng' && /^[ghkq]/.test(rest)) return [rest];
    if (nasal === 'm' && /^[bfpv]/.test(rest)) return [rest];
    if (nasal === 'n' && /^[cdjsz]/.test(rest)) return [rest];
  }
  const bare = after('me');
  if (bare !== null && /^[lrwy]/.test(bare)) return [bare];
  for (const prefix of ['per', 'ter', 'ber']) {
    const rest = after(prefix);
    // "perumahan" is "pe-rumah-an", "perikanan" is "per-ikan-an".
    if (rest !== null) return VOWEL.test(rest) ? [rest, `r${rest}`] : [rest];
  }
  // "bekerja", "beternak".
  const be = after('be');
  if (be !== null && /^[^aiueo]er/.test(be)) return [be];
  const pe = after('pe');
  if (pe !== null && /^[lrwykts]/.test(pe)) return [pe];
  const rest = after('di') ?? after('ke');
  return rest === null || CLUSTER.test(rest) ? [] : [rest];
}

function withoutSuffix(word: string): string {
  const isNoun = /^(?:ke|pe)/.test(word) || NOUNS_IN_KAN.has(word);
  if (/kan$/.test(word) && !isNoun) return word.slice(0, -3);
  if (/an$/.test(word)) return word.slice(0, -2);
  return isNoun && !word.startsWith('per') ? word : word.replace(/(?<=[^aiueo])i$/, '');
}

/** The roots below a word that still has its prefix. */
function roots(word: string, least: number): string[] {
  return withoutPrefix(word).flatMap((rest) => {
    if (rest.length < least) return [];
    if (ROOTS.has(rest) || !/^[pbt]er/.test(rest)) return [rest];
    // "memper-", "diper-", "keber-", "keter-".
    const deeper = withoutPrefix(rest).filter((root) => root.length >= LEAST && !CLUSTER.test(root));
    return deeper.length > 0 ? deeper : [rest];
  });
}

function stemsOf(word: string): string[] {
  if (ROOTS.has(word)) return [word];
  const base = withoutSuffix(word);
  const hasSuffix = base !== word && base.length >= LEAST;
  if (hasSuffix && ROOTS.has(base)) return [base];
  const below = hasSuffix ? roots(base, LEAST_OF_BOTH) : [];
  // "berjalan" has no suffix; "makan" of "memakan" neither. "ke-" is a prefix only together with "-an".
  const isWhole = (below.length === 0 && !word.startsWith('ke')) || /^[bt]er/.test(word);
  const whole = isWhole ? roots(word, LEAST) : [];
  const found = [...below, ...whole];
  if (found.length > 0) return found;
  return hasSuffix ? [base] : [];
}

const known = /^[a-z]{5,}$/;

/**
 * The stems of an Indonesian word, besides the word itself: what "perbaikan", "memperbaiki" and "diperbaiki" have in
 * common. Where a prefix hides the first letter of the root, there is one for each letter that it may have been. They
 * are for comparing only, and need not be words.
 * @param word folded (`words.ts`)
 */
export function stems(word: string): string[] {
  if (!known.test(word)) return [];
  const bare = word.length > LEAST + 3 && word.endsWith('nya') ? word.slice(0, -3) : word;
  const all = [...(bare === word ? [] : [bare]), ...stemsOf(bare)];
  return [...new Set([...all, ...[bare, ...all].flatMap((stem) => JOINED[stem] ?? [])])].filter(
    (stem) => stem !== word,
  );
}

/** Whether two words are the same or have a stem in common. */
export function sameStem(a: string, b: string): boolean {
  const ofB = new Set([b, ...stems(b)]);
  return [a, ...stems(a)].some((stem) => ofB.has(stem));
}
