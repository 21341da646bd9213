/** A dictionary of React Aria's own: one language of one of its parts. */
const DICTIONARY =
  /[\\/]react-(?:aria|aria-components|stately)[\\/]dist[\\/]private[\\/]intl[\\/](?:\w+[\\/])?[a-z]{2}-[A-Z]{2}\.m?js$/;

/**
 * Leaves React Aria's sentences in thirty languages out of a build. The desk gives it its own (`aria-words.ts`), and where those
 * are given the library never looks into these: 170 kB that would be read and never used.
 * @returns {import('vite').Plugin}
 */
export const noAriaWords = () => ({
  name: 'ekspose:no-aria-words',
  load: (id) => (DICTIONARY.test(id) ? 'export default {};' : null),
});
