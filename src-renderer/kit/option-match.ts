import type { Option } from './select.tsx';

const plain = (text: string): string => text.toLocaleLowerCase('id');

/** True if every typed word is in the option's label or detail, in any order. */
export function optionMatches(option: Option, typed: string): boolean {
  const hay = plain(`${option.label} ${option.detail ?? ''}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** The one option that a text can mean: the only match, or the only one with exactly this name. `null` if it is ambiguous. */
export function onlyMatch(options: readonly Option[], typed: string | null): Option | null {
  if (typed === null || typed.trim() === '') return null;
  const matches = options.filter((option) => optionMatches(option, typed.trim()));
  const called = matches.filter(({ label, detail }) =>
    [label, detail].some((name) => plain(name ?? '') === plain(typed.trim())),
  );
  const [match, another] = called.length > 0 ? called : matches;
  return another === undefined ? (match ?? null) : null;
}
