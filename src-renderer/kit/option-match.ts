import type { Option } from './select.tsx';

const plain = (text: string): string => text.toLocaleLowerCase('id');

/** True when every word typed stands somewhere in the option's label or detail, in any order. */
export function optionMatches(option: Option, typed: string): boolean {
  const hay = plain(`${option.label} ${option.detail ?? ''}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** The one option that a text can mean: the only one that matches, or the only one that is called just so. `null` when none is sure. */
export function onlyMatch(options: readonly Option[], typed: string | null): Option | null {
  if (typed === null || typed.trim() === '') return null;
  const matches = options.filter((option) => optionMatches(option, typed.trim()));
  const called = matches.filter(({ label, detail }) =>
    [label, detail].some((name) => plain(name ?? '') === plain(typed.trim())),
  );
  const [match, another] = called.length > 0 ? called : matches;
  return another === undefined ? (match ?? null) : null;
}
