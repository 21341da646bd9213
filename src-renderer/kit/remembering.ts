/**
 * A lookup that remembers words without a blank in them: i18next takes 30 µs for each, and a list has hundreds. Nothing changes
 * them as long as the language is the same.
 */
export function remembering<L extends object>(lookup: L): L {
  const ask = lookup as unknown as (...given: readonly unknown[]) => unknown;
  const known = new Map<string, unknown>();
  const remembered = (...given: readonly unknown[]): unknown => {
    const [key] = given;
    if (given.length !== 1 || typeof key !== 'string') return ask(...given);
    const words = known.get(key) ?? ask(key);
    known.set(key, words);
    return words;
  };
  // i18next’s own has properties.
  return Object.assign(remembered, lookup);
}
