import type { TableRow } from '#core/import/table.ts';
import { FileRefused } from './file-refused.ts';
import type { WorkbookText } from './xlsx/workbook.ts';

/** A list of agencies has a few kilobytes; a larger text is something else. */
const TEXT_MAX = 2_000_000;
/** The largest file that is opened at all, bytes. */
const FILE_MAX = 10_000_000;

/** What was read from a file: of a workbook also its sheet and the rows that it hides. */
export type ListFile = Pick<WorkbookText, 'text' | 'hidden'> & { readonly sheet: string | null };

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
/** The XLS format, and XLSX with a password. */
const isCompound = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** UTF-16 without a mark: every other byte of plain letters is 0. `null` if it is something else. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) * 4 < bytes.length) return null;
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : null;
}

/**
 * The text of a CSV or TXT file, in the encodings that Excel and Notepad write: UTF-8, UTF-16, Windows-1252.
 * @throws FileRefused if it is not text (an image, a document) or too large
 */
export function listText(bytes: Uint8Array): string {
  if (bytes.length > TEXT_MAX) throw new FileRefused('tooLarge');
  if (beginsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (beginsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  // Text contains no NUL; every image and document contains many.
  if (bytes.includes(0)) {
    const encoding = utf16Of(bytes);
    if (encoding === null) throw new FileRefused('unreadable');
    return new TextDecoder(encoding).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: how Excel saves a CSV on an Indonesian Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads a file that was chosen or dropped: CSV, TXT or XLSX.
 * @param hasHeader whether there is a row of column names among these; without it workbooks are not read
 * @throws FileRefused
 */
export async function readListFile(
  file: Blob,
  hasHeader: ((rows: readonly TableRow[]) => boolean) | null,
): Promise<ListFile> {
  if (file.size > FILE_MAX) throw new FileRefused('tooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isCompound(bytes)) throw new FileRefused('oldWorkbook');
  if (!isZip(bytes)) return { text: listText(bytes), sheet: null, hidden: [] };
  if (hasHeader === null) throw new FileRefused('unreadable');
  const { readWorkbook } = await import('./xlsx/workbook.ts');
  return readWorkbook(bytes, hasHeader);
}
