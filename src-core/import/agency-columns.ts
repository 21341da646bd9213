import { beginsLikeAgency, isTitle } from './agency-words.ts';
import { isNumberCell, withoutNumber } from './cell.ts';
import { type Columns, type FieldPatterns, findHeader, NUMBER_COLUMN, shareOf, widthOf } from './columns.ts';
import type { TableRow } from './table.ts';

type AgencyField = 'number' | 'name' | 'short' | 'head' | 'person' | 'plainName';
export type AgencyColumns = Columns<Exclude<AgencyField, 'plainName'>>;

const UNIT =
  '(?:skpd|opd|perangkat daerah|organisasi perangkat daerah|instansi|unit kerja|unit organisasi|unit|satuan kerja|dinas|badan|lembaga|agency|agencies|institution|office|department)';

const PATTERNS: FieldPatterns<AgencyField> = {
  number: NUMBER_COLUMN,
  short:
    /^(?:singkatan|akronim|(?:nama )?(?:singkat|pendek|ringkas)|nama singkatan|alias|short|short name|abbreviation|abbr|acronym)$/,
  name: new RegExp(`^(?:(?:nama |name of )?(?:lengkap )?${UNIT}(?: name)?|full name|nama lengkap)$`),
  head: /^(?:jabatan(?: (?:kepala|pimpinan|pejabat|penyaji))?|sebutan(?: (?:kepala|pimpinan|jabatan))?|title|position|(?:head|title) of (?:the )?head|head(?:'?s)? title|title of head)$/,
  person:
    /^(?:nama (?:kepala|pimpinan|pejabat|penyaji|pemapar|kepala skpd|kepala opd|kepala dinas)|kepala|kepala (?:skpd|opd|dinas)|pimpinan|penyaji|pemapar|pejabat|presenter|head|head(?:'?s)? name|name of (?:the )?head|official)$/,
  plainName: /^(?:nama|name|uraian)$/,
};

const CODE = /^[\d\s.,/%:()-]+$|^rp\s?[\d.,]+$/i;
const PERSON = /(?:^|\s)(?:dr|drs|dra|ir|hj?|prof|kh)\.|,\s*(?:s|m|ph|a|sp)\.?\s?[a-z]/i;
const isBrief = (cell: string): boolean => cell.length <= 25 && cell.split(/\s+/).length <= 3;

const MOST = 0.8;
const HALF = 0.5;

/** The columns by the words of the header; a lone "Nama" is the agency's unless another column is. */
function named(rows: readonly TableRow[]): { readonly index: number; readonly columns: AgencyColumns } | null {
  const header = findHeader(rows, PATTERNS, ['name']) ?? findHeader(rows, PATTERNS, ['plainName']) ?? null;
  if (header === null) return null;
  const { plainName, ...columns } = header.columns;
  const below = rows.slice(header.index + 1);
  if (columns.name === undefined && plainName !== undefined) columns.name = plainName;
  else if (columns.person === undefined && plainName !== undefined) columns.person = plainName;
  // "Kepala" is the header of a column of titles as often as of names.
  if (columns.person !== undefined && columns.head === undefined && shareOf(below, columns.person, isTitle) >= HALF) {
    columns.head = columns.person;
    delete columns.person;
  }
  return { index: header.index, columns };
}

/** The columns by their content. */
function guessed(rows: readonly TableRow[]): AgencyColumns {
  const columns: AgencyColumns = {};
  const all = Array.from({ length: widthOf(rows) }, (_, column) => column);
  const isNumber = (column: number): boolean => all.length > 1 && shareOf(rows, column, isNumberCell) >= MOST;
  const number = all.find(isNumber);
  if (number !== undefined) columns.number = number;
  const texts = all.filter(
    (column) =>
      column !== number &&
      shareOf(rows, column, () => true) > 0 &&
      (all.length === 1 || shareOf(rows, column, (cell) => CODE.test(cell)) < MOST),
  );
  const likeness = new Map(
    texts.map((column) => [
      column,
      rows.filter(({ cells }) => beginsLikeAgency(withoutNumber(cells[column] ?? '').text)).length,
    ]),
  );
  const name = texts.toSorted((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0))[0];
  if (name === undefined) return columns;
  columns.name = name;
  for (const column of texts) {
    if (column === name) continue;
    if (columns.head === undefined && shareOf(rows, column, isTitle) >= HALF) columns.head = column;
    else if (columns.short === undefined && shareOf(rows, column, isBrief) >= HALF) columns.short = column;
    else if (columns.person === undefined && shareOf(rows, column, (cell) => PERSON.test(cell)) >= HALF)
      columns.person = column;
    else columns.head ??= column;
  }
  return columns;
}

/**
 * Determines which column of a list of agencies contains what.
 * @param rows cleaned cells
 * @returns `header` is the index of the row with the column names, -1 if there is none
 */
export function agencyColumns(rows: readonly TableRow[]): { readonly header: number; readonly columns: AgencyColumns } {
  const header = named(rows);
  return header === null ? { header: -1, columns: guessed(rows) } : { header: header.index, columns: header.columns };
}

/** Whether a row of this table names the columns of a list of agencies. */
export const hasAgencyHeader = (rows: readonly TableRow[]): boolean => agencyColumns(rows).header !== -1;
