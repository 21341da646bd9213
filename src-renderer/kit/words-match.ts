/** True when every word typed stands somewhere in the text, in any order and whatever its case. */
export function wordsMatch(text: string, typed: string): boolean {
  const hay = text.toLocaleLowerCase('id');
  return typed
    .toLocaleLowerCase('id')
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
