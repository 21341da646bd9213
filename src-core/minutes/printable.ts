/** With the `u` flag, `\p{Cs}` is only ever half a surrogate pair: such a text cannot be written as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/gu;
/**
 * Control characters other than tab and line break, marks that turn the direction of the text after them, and code
 * points that are no characters. Pasted text brings them along; a page must not be broken or turned around by them.
 */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\uFEFF\uFFFE\uFFFF]/gu;
const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;

/** A text as it can be printed: line breaks are "\n", what cannot be written is gone or shown as U+FFFD. */
export function printable(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, '').replace(LONE_SURROGATE, '\uFFFD');
}

/** The same value with every text in it made printable; keys are left alone. */
export function allPrintable<T>(value: T): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return printable(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === 'object' && part !== null) {
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    }
    return part;
  };
  // Texts are mapped to texts and nothing else is touched, so the shape is still T.
  return walk(value) as T;
}
