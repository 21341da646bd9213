import type { i18n } from 'i18next';
import words from '#locales/id/aria.json';

type Group = keyof typeof words;
type Values = Readonly<Record<string, string | number | boolean>>;
type Sentence = (values?: Values) => string;

/** The parts of React Aria in the desk's script; a part that is not listed here breaks the page that uses it. */
export const ARIA_PACKAGES: Readonly<Record<Group, string>> = {
  autocomplete: '@react-aria/autocomplete',
  combobox: '@react-aria/combobox',
  components: 'react-aria-components',
  datepicker: '@react-aria/datepicker',
  dateState: '@react-stately/datepicker',
  dnd: '@react-aria/dnd',
  grid: '@react-aria/grid',
  menu: '@react-aria/menu',
  overlays: '@react-aria/overlays',
  searchfield: '@react-aria/searchfield',
  spinbutton: '@react-aria/spinbutton',
};

/** What i18next needs besides the library's own values: a `count` for the plural, and whether an option is chosen. */
const given = (values: Values = {}) => ({
  ...values,
  ...(values.optionCount === undefined ? {} : { count: Number(values.optionCount) }),
  ...(values.isSelected === true ? { context: 'selected' } : {}),
});

/** i18next's suffixes for a number and a context are not keys of the library. */
const keysOf = (group: Group): string[] => Object.keys(words[group]).filter((key) => !/_(zero|selected)$/.test(key));

/**
 * The texts that React Aria says by itself (mostly to screen readers), in the present language. It has no Indonesian,
 * and would speak English.
 * @returns by package, then by the library's own key
 */
export function ariaWords(instance: i18n): Record<string, Record<string, Sentence>> {
  const t = instance.getFixedT(null, 'aria') as unknown as (key: string, values: object) => string;
  const sentencesOf = (group: Group) =>
    Object.fromEntries(
      keysOf(group).map((key): [string, Sentence] => [key, (values) => t(`${group}.${key}`, given(values))]),
    );
  const groups = Object.keys(ARIA_PACKAGES) as Group[];
  return Object.fromEntries(groups.map((group) => [ARIA_PACKAGES[group], sentencesOf(group)]));
}

/**
 * Gives React Aria the desk's words; called before the first of its parts is drawn. Its own `LocalizedStringProvider`
 * sets the same two values by an inline script, which the pages' policy forbids.
 */
export function teachAria(instance: i18n): void {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'id-ID',
    [Symbol.for('react-aria.i18n.strings')]: ariaWords(instance),
  });
}
