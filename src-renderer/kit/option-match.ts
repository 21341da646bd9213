import type { Option } from './select.tsx';

const plain = (text: string): string => text.toLocaleLowerCase('id');

/** True when every word typed stands somewhere in the option's label or detail, in any order. */
export function optionMatches(option: Option, typed: string): boolean {
  const hay = plain(`${option.label} ${option.detail ?? ''}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
