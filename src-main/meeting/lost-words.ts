import type { StoredLine } from './journal-text.ts';

/** Longest text in a notice, characters; the damaged file is kept whole beside it. */
const MOST = 20_000;
const MOST_TEXTS = 400;
/** Fields of the journal that contain what somebody wrote. */
const WRITTEN = ['text', 'title', 'what', 'theme', 'together', 'add', 'plan', 'remark', 'evidence'] as const;
const IN_ROW = new RegExp(`"(${[...WRITTEN, 'value'].join('|')})":("(?:[^"\\\\]|\\\\.)*")`, 'g');

/** A value may also be an identifier or a state, which contains no space. */
const isWritten = (key: string, text: string): boolean =>
  /\p{L}/u.test(text) && (key === 'value' ? /\s/.test(text.trim()) : WRITTEN.some((name) => name === key));

/** A JSON string of a damaged row as far as it can be read. */
function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    // The damage is in this very string; its remaining letters are still worth showing.
    return quoted.slice(1, -1);
  }
}

function inRow(row: string): string[] {
  return [...row.matchAll(IN_ROW)].flatMap(([, key = '', quoted = '""']) => {
    const text = unquoted(quoted);
    return isWritten(key, text) ? [text] : [];
  });
}

function inValue(value: unknown, key: string): string[] {
  if (typeof value === 'string') return isWritten(key, value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => inValue(entry, ''));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, entry]) => inValue(entry, inner));
}

/**
 * What people wrote in changes that cannot be used, oldest first, to be copied by hand. A text contained in another
 * one, as with each pause of the same typing, is left out.
 * @param known recognises a text that the meeting has anyway
 */
export function lostWords(
  rows: readonly string[],
  lines: readonly StoredLine[],
  known: (text: string) => boolean,
): string {
  const found = [...rows.flatMap(inRow), ...lines.flatMap(({ patches }) => inValue(patches, ''))];
  const texts = [...new Set(found.map((text) => text.trim()))].slice(-MOST_TEXTS);
  const kept = texts.filter((text) => !known(text) && !texts.some((other) => other !== text && other.includes(text)));
  return kept.join('\n\n').slice(0, MOST);
}
