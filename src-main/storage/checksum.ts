import { crc32 } from 'node:zlib';

/**
 * CRC-32 of a text's UTF-8 bytes, eight hexadecimal digits. It detects every single damaged byte and every incomplete
 * end.
 */
export const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

const KEY = ',"crc":"';

/** One line of JSON that ends in its own checksum: `{…,"crc":"89abcdef"}`. */
export function withChecksum(value: object): string {
  const body = JSON.stringify(value).slice(0, -1);
  return `${body}${KEY}${checksumOf(body)}"}`;
}

/**
 * Finds what `withChecksum` wrote at the beginning of a text.
 * @returns the line without its checksum and its last brace, and the rest of the text; `null` if it does not begin with one
 */
function checked(text: string): { readonly body: string; readonly rest: string } | null {
  // A quote inside a JSON string is escaped, so the first key of this name is the checksum's.
  const end = text.indexOf(KEY);
  if (end === -1) return null;
  const body = text.slice(0, end);
  const after = end + KEY.length;
  const crc = text.slice(after, after + 8);
  if (crc !== checksumOf(body) || text.slice(after + 8, after + 10) !== '"}') return null;
  return { body, rest: text.slice(after + 10) };
}

/**
 * Reads what `withChecksum` wrote from the beginning of a text.
 * @returns the value without its checksum and the rest of the text, or `null` if the text does not begin with one
 */
export function readChecked(text: string): { readonly value: unknown; readonly rest: string } | null {
  const found = checked(text);
  return found === null ? null : { value: JSON.parse(`${found.body}}`) as unknown, rest: found.rest };
}

/** Whether a text is one line of `withChecksum`, whole and undamaged; what it says is not parsed. */
export const isChecked = (text: string): boolean => checked(text)?.rest.trim() === '';
