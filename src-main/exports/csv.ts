import Papa from 'papaparse';
import { neutral } from '#core/text/formula.ts';
import { toCivil } from '#core/time/zone.ts';
import type { Cell, Table } from './table.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** "0:12:18", which a spreadsheet reads as a length of time. */
export function clockLength(ms: number): string {
  const total = Math.round(ms / 1000);
  return `${Math.floor(total / 3600)}:${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`;
}

function cellText(cell: Cell, { locale, zone }: Table): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return neutral(cell);
  // Without thousands separators, which a program in another language would read as decimal points.
  if (typeof cell === 'number') return locale === 'id' ? String(cell).replace('.', ',') : String(cell);
  if ('date' in cell) return cell.date;
  if ('length' in cell) return clockLength(cell.length);
  const { year, month, day, hour, minute, second } = toCivil(cell.moment, zone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** Excel uses the list separator of its language: a semicolon in Indonesian, where the comma is decimal. */
export const separatorOf = (locale: Table['locale']): string => (locale === 'id' ? ';' : ',');

/**
 * A table as CSV: UTF-8 with a byte-order mark, without which Excel assumes another encoding; Windows line ends; dates
 * year first, which every language reads alike. See docs/decisions/0016-exports.md.
 */
export function csvBytes(table: Table): Uint8Array {
  const rows = [table.columns.map(({ name }) => name), ...table.rows].map((row) =>
    row.map((cell) => cellText(cell, table)),
  );
  const text = Papa.unparse(rows, { delimiter: separatorOf(table.locale), newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
