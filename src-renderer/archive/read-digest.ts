import { type Digest, digestIn } from '#core/archive/digest.ts';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const unpacked = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();

/**
 * Reads the line of a digest as main stores and sends it (`StoredDigest`); main has proven its checksum.
 * @returns `null` for anything else
 */
export async function readDigest(line: string): Promise<Digest | null> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('gzip' in value) || typeof value.gzip !== 'string')
      return null;
    return digestIn(await unpacked(bytesOf(value.gzip)));
  } catch (error) {
    // No JSON, no base64, no gzip: whoever called says that it cannot be read.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}
