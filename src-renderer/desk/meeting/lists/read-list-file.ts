/** A list of agencies has a few kilobytes; a larger file is something else. */
const LARGEST = 2_000_000;

/**
 * The text of a CSV or TXT file, in the encodings that Excel and Notepad write: UTF-8, UTF-16 with its mark,
 * Windows-1252.
 * @returns `null` if it is not text (a workbook, an image) or too large
 */
export function listText(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST) return null;
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Text contains no NUL; every workbook and image contains many.
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: how Excel saves a CSV on an Indonesian Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The same for a file that was chosen or dropped. */
export const readListFile = async (file: File): Promise<string | null> =>
  file.size > LARGEST ? null : listText(new Uint8Array(await file.arrayBuffer()));
