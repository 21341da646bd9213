/** True if every typed word is in the text, in any order, ignoring case. */
export function wordsMatch(text: string, typed: string): boolean {
  const hay = text.toLocaleLowerCase('id');
  return typed
    .toLocaleLowerCase('id')
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
