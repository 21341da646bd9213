import type { AgencyRow } from '../model/agency.ts';
import { type AgencyColumns, agencyColumns } from './agency-columns.ts';
import { type Doubt, isTooLong, readAgency } from './agency-line.ts';
import {
  abbreviates,
  beginsLikeAgency,
  isCaption,
  isCategory,
  isTitle,
  isWholeAgency,
  partAgencies,
} from './agency-words.ts';
import { cleanCell, isErrorCell, isNumberCell, type NumberKind, saysNothing, withoutNumber } from './cell.ts';
import type { KnownAgencies, KnownAgency } from './known-agencies.ts';
import { readColumn, readTable, rowKeys, type Table, type TableRow } from './table.ts';

/** The longest text that is read, in characters: 500 rows of 600. A longer text is not a list of agencies. */
export const PASTE_MAX = 300_000;
/** The most rows that are read. */
export const PASTE_ROWS_MAX = 2_000;

/** How many unused rows are kept to be shown. */
const LEFT_MAX = 300;

/** Why a row is not used. */
export const LEFT_OUT = ['header', 'heading', 'caption', 'noName', 'tooLong', 'formulaError'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** One agency named by a row, or a row that names none. */
export interface AgencyLine {
  /** Stays the same for a row when the surrounding text changes. */
  readonly key: string;
  /** The row's line in the text, 1 for the first. */
  readonly line: number;
  /** The row as written, on one line. */
  readonly text: string;
  /** What the row says, or would say if it were used. */
  readonly row: AgencyRow;
  readonly doubts: readonly Doubt[];
  readonly known: KnownAgency | null;
  /** As `ReadAgency` has it. */
  readonly calledHere: string | null;
  /** `null`: used. */
  readonly left: LeftOut | null;
}

export interface AgencyReading {
  readonly lines: readonly AgencyLine[];
  /** The text is longer than any list; nothing of it was read. */
  readonly isTooLarge: boolean;
}

const cleaned = ({ rows }: Table): TableRow[] =>
  rows
    .map(({ line, cells }) => ({ line, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => !cells.every(saysNothing));

interface AgencyTable {
  readonly rows: readonly TableRow[];
  /** The index of the row with the column names; -1 if there is none. */
  readonly header: number;
  readonly columns: AgencyColumns;
}

/**
 * Rows by columns, `null` if there are too many; commas separate only where what follows can be a column and not the
 * rest of a name.
 */
function rowsOf(text: string, known: KnownAgencies): AgencyTable | null {
  const table = readTable(text);
  if (table.rows.length > PASTE_ROWS_MAX) return null;
  const rows = cleaned(table);
  const found = { rows, ...agencyColumns(rows) };
  if (table.separator !== ',' || found.header !== -1 || /^"?sep=/i.test(text)) return found;
  const { name, short, head } = found.columns;
  const fits = ({ cells }: TableRow): boolean =>
    (head !== undefined && isTitle(cells[head] ?? '')) ||
    (short !== undefined &&
      (abbreviates(cells[short] ?? '', cells[name ?? 0] ?? '') || known.byShort(cells[short] ?? '') !== null));
  if (rows.length > 0 && rows.filter(fits).length * 2 >= rows.length) return found;
  const column = cleaned(readColumn(text));
  return { rows: column, ...agencyColumns(column) };
}

/** Common properties of the rows, by which an exceptional one is recognised. */
interface Style {
  /** The kind of numbering of most numbered rows. */
  readonly number: NumberKind | null;
  readonly share: number;
}

function numberOf(cells: readonly string[], { number, name }: AgencyColumns): NumberKind | null {
  const cell = number === undefined ? '' : (cells[number] ?? '');
  if (cell !== '') return isNumberCell(cell) ? withoutNumber(`${cell.replace(/[.)]+$/, '')}. x`).number : null;
  return withoutNumber(cells[name ?? 0] ?? '').number;
}

function styleOf(rows: readonly TableRow[], columns: AgencyColumns): Style {
  const counts = new Map<NumberKind, number>();
  for (const { cells } of rows) {
    const kind = numberOf(cells, columns);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? { number: null, share: 0 } : { number: most[0], share: most[1] / rows.length };
}

/** Why a row with this name is not used as an agency; `null` if it is. */
function leftOut(name: string, alone: boolean, isOddNumber: boolean, known: KnownAgencies): LeftOut | null {
  if (isErrorCell(name)) return 'formulaError';
  if (!/\p{L}|\p{Emoji_Presentation}/u.test(name)) return 'noName';
  if (known.byName(name) !== null) return null;
  if (isTooLong(name)) return 'tooLong';
  const bare = name.replace(/\s*:$/, '');
  if (alone && (bare !== name || isCategory(bare) || (isOddNumber && !isWholeAgency(bare)))) return 'heading';
  const isDated = alone && /\b(?:19|20)\d\d\b/.test(name) && !beginsLikeAgency(name);
  return isCaption(name) || isDated ? 'caption' : null;
}

/** The names in a row: one, or several in one cell, or spread over all cells. */
function namesIn(cells: readonly string[], name: string, { number }: AgencyColumns): string[] {
  const pieces = name.split('\n').map((piece) => withoutNumber(piece).text);
  if (pieces.length > 1 && pieces.every(isWholeAgency)) return pieces;
  const others = cells.filter((cell, index) => index !== number && cell !== '').map((cell) => withoutNumber(cell).text);
  if (
    others.length > 1 &&
    others.every(isWholeAgency) &&
    !others.slice(1).some((other) => abbreviates(other, others[0] ?? ''))
  ) {
    return others;
  }
  return partAgencies(name.replaceAll('\n', ' '));
}

/**
 * Reads a list of agencies as people have it: from Excel, Word, a CSV file or typed, with or without header, numbering,
 * headings and short names in brackets. Nothing is guessed silently: doubts are marked, and unused rows stay with their
 * reason.
 * @param known the agencies of the user's list or of the meeting
 */
export function readAgencies(text: string, known: KnownAgencies): AgencyReading {
  if (text.length > PASTE_MAX) return { lines: [], isTooLarge: true };
  const found = rowsOf(text, known);
  if (found === null) return { lines: [], isTooLarge: true };
  const { rows, header, columns } = found;
  const style = styleOf(rows.slice(header + 1), columns);
  const headerText = rows[header]?.cells.join('\t');
  const keyOf = rowKeys();
  const lines = rows.flatMap((tableRow, index): AgencyLine[] => {
    const { line, cells } = tableRow;
    const written = cells
      .filter((cell) => cell !== '')
      .join(' · ')
      .replaceAll('\n', ' ');
    const key = keyOf(written);
    const given = [columns.short, columns.head, columns.person].map((column) =>
      column === undefined ? '' : (cells[column] ?? '').replaceAll('\n', ' '),
    );
    const hasError = given.some(isErrorCell);
    const [short = '', head = '', person = ''] = given.map((cell) => (isErrorCell(cell) ? '' : cell));
    const { text: name } = withoutNumber(cells[columns.name ?? 0] ?? '');
    const alone = cells.every((other, at) => other === '' || at === columns.name || at === columns.number);
    const number = numberOf(cells, columns);
    const isOddNumber = number !== null && number !== 'digit' && number !== style.number;
    const isHeader = cells.join('\t') === headerText;
    const left = isHeader
      ? 'header'
      : index < header
        ? 'caption'
        : leftOut(name.replaceAll('\n', ' '), alone, isOddNumber, known);
    const names = left === null ? namesIn(cells, name, columns) : [name.replaceAll('\n', ' ').slice(0, LEFT_MAX)];
    return names.map((one, part): AgencyLine => {
      const single = names.length === 1;
      const read = readAgency(
        {
          name: one,
          short: single ? short : '',
          head: single ? head : '',
          person: single ? person : '',
          headed: header !== -1,
        },
        known,
      );
      const isBareNumber = /^\d+\s/.test(cells[columns.name ?? 0] ?? '') && style.share < 0.5;
      const more: Doubt[] = [
        ...(single ? [] : (['several'] as const)),
        ...(isOddNumber && alone ? (['heading'] as const) : []),
        ...(isBareNumber ? (['numbered'] as const) : []),
        ...(hasError ? (['formulaError'] as const) : []),
      ];
      return {
        key: `${key}\n${part}`,
        line,
        text: written,
        ...read,
        doubts: [...new Set([...read.doubts, ...more])],
        left,
      };
    });
  });
  return { lines, isTooLarge: false };
}
