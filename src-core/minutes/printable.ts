/** With the `u` flag, `\p{Cs}` matches only half a surrogate pair, which cannot be written as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/gu;
/**
 * Control characters other than tab and line break, marks that reverse the direction of the following text, and code
 * points that are not characters. Pasted text may contain them, and they would break a page.
 */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\uFEFF\uFFFE\uFFFF]/gu;
const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;

/** A text that can be printed: line breaks are "\n"; what cannot be written is removed or shown as U+FFFD. */
export function printable(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, '').replace(LONE_SURROGATE, '\uFFFD');
}

/** The same value with every text in it made printable; keys are unchanged. */
export function allPrintable<T>(value: T): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return printable(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === 'object' && part !== null) {
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    }
    return part;
  };
  // Texts are mapped to texts and nothing else changes, so the type is still T.
  return walk(value) as T;
}
