import { type Digest, digestIn } from '#core/archive/digest.ts';

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  // There are millions of them: a function for each would take longer than everything else.
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = letters.charCodeAt(n);
  return bytes;
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [text] = await Promise.all([new Response(readable).text(), written]);
  return text;
}

/**
 * Reads the line of a digest as main stores and sends it (`StoredDigest`); main has proven its checksum.
 * @returns `null` for anything else
 */
export async function readDigest(line: string): Promise<Digest | null> {
  const gzip = gzipIn(line);
  if (gzip === null) return null;
  // Whatever is wrong with it, it cannot be read, which the caller says; systems call it by different names.
  const json = await unpacked(gzip).catch(() => null);
  return json === null ? null : digestIn(json);
}

function gzipIn(line: string): Uint8Array<ArrayBuffer> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('gzip' in value) || typeof value.gzip !== 'string')
      return null;
    return bytesOf(value.gzip);
  } catch (error) {
    // No JSON, no base64.
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}
