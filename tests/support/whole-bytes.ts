import type { ExportBytes } from '#main/storage/export-file.ts';

/** Everything that an export writes. @param before called before each piece */
export async function wholeBytes(bytes: ExportBytes, before = (): void => undefined): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    before();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
