/** Names, minutes and counts come and go over a day: those looked up least lately are forgotten. */
const MOST = 2_000;

/** Words with these blanks, as one text; `null` if something else than texts and numbers is to be filled in. */
function nameOf(key: string, blanks: unknown): string | null {
  if (typeof blanks !== 'object' || blanks === null) return null;
  const isPlain = Object.values(blanks).every((value) => typeof value === 'string' || Number.isFinite(value));
  return isPlain ? `${key} ${JSON.stringify(blanks)}` : null;
}

/**
 * A lookup that remembers words: i18next takes 30 µs for each, and a list has hundreds. Nothing changes them as long as the
 * language and what is filled into their blanks is the same.
 */
export function remembering<L extends object>(lookup: L): L {
  const ask = lookup as unknown as (...given: readonly unknown[]) => unknown;
  const known = new Map<string, unknown>();
  const remembered = (...given: readonly unknown[]): unknown => {
    const [key, blanks] = given;
    const name = typeof key !== 'string' || given.length > 2 ? null : given.length === 1 ? key : nameOf(key, blanks);
    if (name === null) return ask(...given);
    const words = known.get(name) ?? ask(...given);
    known.delete(name);
    known.set(name, words);
    const [oldest] = known.size > MOST ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return words;
  };
  // i18next’s own has properties.
  return Object.assign(remembered, lookup);
}
