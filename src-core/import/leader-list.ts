import type { Leader, Role } from '../model/roles.ts';
import { PASTE_MAX, PASTE_ROWS_MAX } from './agency-list.ts';
import { cleanCell, isErrorCell, saysNothing } from './cell.ts';
import { type Columns, type FieldPatterns, findHeader, NUMBER_COLUMN, shareOf, widthOf } from './columns.ts';
import { roleIn } from './leader-words.ts';
import { readTable, rowKeys, type TableRow } from './table.ts';

/** What a row says about a leader, as it is written; empty fields were not given. */
export interface LeaderRow extends Pick<Leader, 'name' | 'office' | 'rank' | 'nip'> {
  /** `null`: none of the leaders. */
  readonly role: Role | null;
  readonly acting: string;
}

export interface LeaderLine {
  /** Stays the same for a row when the surrounding text changes. */
  readonly key: string;
  /** The row's line in the text, 1 for the first. */
  readonly line: number;
  /** The row as written, on one line. */
  readonly text: string;
  readonly row: LeaderRow;
  /** Why it is not used; `null`: it is. */
  readonly left: 'header' | 'caption' | 'noRole' | null;
}

export interface LeaderReading {
  readonly lines: readonly LeaderLine[];
  /** The text is longer than any list; nothing of it was read. */
  readonly isTooLarge: boolean;
}

type LeaderField = 'number' | 'role' | 'name' | 'acting' | 'office' | 'rank' | 'nip';

const PATTERNS: FieldPatterns<LeaderField> = {
  number: NUMBER_COLUMN,
  role: /^(?:pimpinan|peran|role|leader)$/,
  acting: /^(?:status|status jabatan|plt|plh|pj|acting|pelaksana)$/,
  office: /^(?:jabatan|sebutan|sebutan jabatan|nama jabatan|office|position|title)$/,
  rank: /^(?:pangkat|golongan|gol|pangkat gol|pangkat golongan|pangkat gol ruang|rank|grade)$/,
  nip: /^(?:nip|nomor induk pegawai|nip baru|employee number)$/,
  name: /^(?:nama|nama lengkap|nama pejabat|nama pimpinan|name|full name|official)$/,
};

const MOST = 0.8;
const HALF = 0.5;
const RANK = /^(?:pembina|penata|pengatur|juru)\b|^\(?i?[iv][/.][a-e]\)?$/i;
/** As many digits as no other column has, also where a spreadsheet has rounded them. */
const isNip = (cell: string): boolean => /\d{15}/.test(cell.replace(/[\s.'’-]/g, '')) || /\de\+?1\d$/i.test(cell);

function guessed(rows: readonly TableRow[]): Columns<LeaderField> {
  const columns: Columns<LeaderField> = {};
  for (let column = 0; column < widthOf(rows); column += 1) {
    const most = (test: (cell: string) => boolean, share = HALF): boolean => shareOf(rows, column, test) >= share;
    if (columns.number === undefined && most((cell) => /^\d{1,3}[.)]?$/.test(cell), MOST)) columns.number = column;
    else if (columns.nip === undefined && most(isNip)) columns.nip = column;
    else if (columns.rank === undefined && most((cell) => RANK.test(cell))) columns.rank = column;
    else if (columns.office === undefined && most((cell) => roleIn(cell) !== null)) columns.office = column;
    else if (most((cell) => cell !== '', 1)) columns.name ??= column;
  }
  return columns;
}

const findLeaderHeader = (rows: readonly TableRow[]) =>
  findHeader(rows, PATTERNS, ['name', 'role']) ?? findHeader(rows, PATTERNS, ['name', 'office']);

/** Whether a row of this table names the columns of a list of leaders. */
export const hasLeaderHeader = (rows: readonly TableRow[]): boolean => findLeaderHeader(rows) !== null;

/**
 * Reads a list of leaders: from Excel, a CSV file or typed, with or without column names. Without a column of roles the
 * office tells whose row it is. What a cell says is judged by `settleLeaders`.
 */
export function readLeaders(text: string): LeaderReading {
  const table = text.length > PASTE_MAX ? null : readTable(text);
  if (table === null || table.rows.length > PASTE_ROWS_MAX) return { lines: [], isTooLarge: true };
  const rows = table.rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cleanCell(cell).replaceAll('\n', ' ')) }))
    .filter(({ cells }) => !cells.every(saysNothing));
  const header = findLeaderHeader(rows);
  const columns = header?.columns ?? guessed(rows);
  const keyOf = rowKeys();
  const lines = rows.map(({ line, cells }, index): LeaderLine => {
    const written = cells.filter((cell) => cell !== '').join(' · ');
    const cell = (field: LeaderField): string => {
      const said = columns[field] === undefined ? '' : (cells[columns[field]] ?? '');
      return isErrorCell(said) || /^[-–—]+$/.test(said) ? '' : said;
    };
    const office = cell('office');
    const role = roleIn(columns.role === undefined ? office : cell('role'));
    // Only a number: "H." before a name looks like the letter of a list.
    const name = cell('name').replace(/^\d{1,3}[.)]\s*/, '');
    return {
      key: keyOf(written),
      line,
      text: written,
      row: { role, name, acting: cell('acting'), office, rank: cell('rank'), nip: cell('nip') },
      left:
        index === header?.index
          ? 'header'
          : index < (header?.index ?? -1)
            ? 'caption'
            : role === null
              ? 'noRole'
              : null,
    };
  });
  return { lines, isTooLarge: false };
}
