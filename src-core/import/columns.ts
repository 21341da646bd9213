import type { TableRow } from './table.ts';

/** A table's column names: for each field a pattern for the whole text of a cell. */
export type FieldPatterns<F extends string> = Readonly<Record<F, RegExp>>;
/** Which column contains which field; a field without a column is absent. */
export type Columns<F extends string> = Partial<Record<F, number>>;

/** How many rows may precede the column names: a title, a date, an empty line. */
const ABOVE = 8;

/** No column name is longer. */
const LONGEST_NAME = 60;

/** The patterns of a number column, the same for every table. */
export const NUMBER_COLUMN = /^(?:no|nomor|num|number|nr|#|no urut|nomor urut|urut|urutan)$/;

const plain = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[.:*\s]+/g, ' ')
    .trim();

/** The columns named by a row, or `null` if it does not name columns. */
function columnsIn<F extends string>(
  cells: readonly string[],
  patterns: FieldPatterns<F>,
  isOnlyColumn: boolean,
): Columns<F> | null {
  const fields = Object.keys(patterns) as F[];
  const columns: Columns<F> = {};
  let named = 0;
  for (const [index, cell] of cells.slice(0, WIDEST).entries()) {
    if (cell.length > LONGEST_NAME) continue;
    const text = plain(cell);
    if (text === '') continue;
    const parts = [text, ...text.split(/\s*[/,]\s*/)];
    const field = fields.find((name) => parts.some((part) => patterns[name].test(part)));
    if (field === undefined) continue;
    named += 1;
    columns[field] ??= index;
  }
  // A single word is a row of column names only in a table of one column.
  return named > (isOnlyColumn ? 0 : 1) ? columns : null;
}

/** Which of a row's columns are filled. */
const filledOf = (cells: readonly string[]): number[] =>
  cells.slice(0, WIDEST).flatMap((cell, column) => (cell === '' ? [] : [column]));

/**
 * Finds the row that names the columns among the first rows.
 * @param needed the field without which a row does not name the columns
 */
export function findHeader<F extends string>(
  rows: readonly TableRow[],
  patterns: FieldPatterns<F>,
  needed: readonly NoInfer<F>[],
): { readonly index: number; readonly columns: Columns<F> } | null {
  // Empty columns beside the only one, as spreadsheets leave them, change nothing.
  const isOnlyColumn = new Set(rows.flatMap(({ cells }) => filledOf(cells))).size === 1;
  for (const [index, { cells }] of rows.slice(0, ABOVE).entries()) {
    const columns = columnsIn(cells, patterns, isOnlyColumn);
    if (columns !== null && needed.every((field) => columns[field] !== undefined)) return { index, columns };
  }
  return null;
}

/** The share of a column's filled cells that pass a test; 0 for an empty column. */
export function shareOf(rows: readonly TableRow[], column: number, test: (cell: string) => boolean): number {
  const cells = rows.flatMap(({ cells: row }) => row[column] || []);
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** How many columns are examined; a wider table is not one of ours. */
const WIDEST = 64;

export const widthOf = (rows: readonly TableRow[]): number =>
  Math.min(
    WIDEST,
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  );
