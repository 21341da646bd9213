import Papa from 'papaparse';
import { toCivil } from '#core/time/zone.ts';
import type { Cell, Table } from './table.ts';

/** What begins a formula, also in the wide letters that some systems take for the same. */
const SIGN = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';
/** A cell that a spreadsheet takes for a formula; blanks before it are dropped by some programs. */
export const FORMULA = new RegExp(`^[\\s"]*${SIGN}|^[\\t\\r\\n]`);
/**
 * The same within a cell, where a cell would begin for a program that expects another separator: opened in a language
 * whose lists have commas, "a,=b" is two cells and the second a formula, quotation marks or not.
 */
const WITHIN = new RegExp(`(?<=[\\n,;\\t]"*)(?=${SIGN})`, 'g');

/** A text that no spreadsheet calculates with: an apostrophe stands before what would begin a formula. */
export function neutral(text: string): string {
  const within = text.replace(WITHIN, "'");
  return FORMULA.test(within) ? `'${within}` : within;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** "0:12:18", which a spreadsheet reads as a length of time. */
export function clockLength(ms: number): string {
  const total = Math.round(ms / 1000);
  return `${Math.floor(total / 3600)}:${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`;
}

function cellText(cell: Cell, { locale, zone }: Table): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return neutral(cell);
  // Without dots between thousands, which a program of another language would take for a decimal point.
  if (typeof cell === 'number') return locale === 'id' ? String(cell).replace('.', ',') : String(cell);
  if ('date' in cell) return cell.date;
  if ('length' in cell) return clockLength(cell.length);
  const { year, month, day, hour, minute, second } = toCivil(cell.moment, zone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** Excel takes the separator of lists of its language: in Indonesian, where the comma is the decimal's, a semicolon. */
export const separatorOf = (locale: Table['locale']): string => (locale === 'id' ? ';' : ',');

/**
 * A table as CSV: UTF-8 with a mark at its beginning, without which Excel takes it for another encoding; lines end as on
 * Windows. Dates are written year first, which every language reads alike. See docs/decisions/0016-exports.md-exports.md.
 */
export function csvBytes(table: Table): Uint8Array {
  const rows = [table.columns.map(({ name }) => name), ...table.rows].map((row) =>
    row.map((cell) => cellText(cell, table)),
  );
  const text = Papa.unparse(rows, { delimiter: separatorOf(table.locale), newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
