/** Characters of one call: more arguments than that a function cannot take. */
const SLICE = 0x8000;

/** Bytes as base64, for a message. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += SLICE) letters += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(letters);
}
