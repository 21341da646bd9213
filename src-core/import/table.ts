import { LINE_END, NUMBER_TAB } from './cell.ts';

/** In order of trust: a tab is never part of a name, a comma often is. */
const SEPARATORS = ['\t', ';', ',', '|'] as const;

export interface TableRow {
  /** Where the row begins in the text, 1 for the first line. */
  readonly line: number;
  /** As written: without the quotes around a cell, otherwise untouched. */
  readonly cells: readonly string[];
}

export interface Table {
  /** `null`: one column. */
  readonly separator: string | null;
  readonly rows: readonly TableRow[];
}

/** Excel's own first line, which names the separator. */
const TOLD = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i;

/**
 * Where the quote that opens at `at` closes, or -1. Inner quotes are doubled. A quote followed by more text does not
 * close: the first one was then an ordinary character, as in Excel's clipboard.
 */
function closingQuote(text: string, at: number, isEnd: (char: string | undefined) => boolean): number {
  let found = text.indexOf('"', at + 1);
  while (found !== -1 && text[found + 1] === '"') found = text.indexOf('"', found + 2);
  return found !== -1 && isEnd(text[found + 1]) ? found : -1;
}

interface Reading extends Table {
  /** Cells that begin with an unclosed quote: a sign of the wrong separator. */
  readonly openQuotes: number;
}

/** Rows and cells as in CSV (RFC 4180), in one pass. */
function split(text: string, separator: string | null, firstLine: number): Reading {
  const rows: TableRow[] = [];
  const stop = new RegExp(`[\\r\\n\\v\\f\\u0085\\u2028\\u2029${separator === null ? '' : `\\${separator}`}]`, 'g');
  const isEnd = (char: string | undefined): boolean => char === undefined || char.search(stop) === 0;
  let cells: string[] = [];
  let line = firstLine;
  let began = firstLine;
  let at = 0;
  let openQuotes = 0;
  while (at < text.length || cells.length > 0) {
    const closing = text[at] === '"' ? closingQuote(text, at, isEnd) : -1;
    let end = closing + 1;
    if (closing === -1) {
      if (text[at] === '"') openQuotes += 1;
      stop.lastIndex = at;
      end = stop.exec(text)?.index ?? text.length;
      cells.push(text.slice(at, end));
    } else {
      const inside = text.slice(at + 1, closing);
      line += inside.split(LINE_END).length - 1;
      cells.push(inside.replaceAll('""', '"'));
    }
    if (separator !== null && text[end] === separator) {
      at = end + 1;
      continue;
    }
    rows.push({ line: began, cells });
    cells = [];
    line += 1;
    began = line;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return { separator, rows, openQuotes };
}

/**
 * Gives rows their keys, one after the other: what a row says, and how many said the same before it. So a row keeps its
 * key, and what was corrected in it, while the surrounding text is changed.
 */
export function rowKeys(): (written: string) => string {
  const seen = new Map<string, number>();
  return (written) => {
    const count = seen.get(written) ?? 0;
    seen.set(written, count + 1);
    return `${written}\n${count}`;
  };
}

const isBlank = (cell: string): boolean => cell.trim() === '';
/** The rows that are not empty; all of them if all are. */
function filled(rows: readonly TableRow[]): readonly TableRow[] {
  const said = rows.filter(({ cells }) => !cells.every(isBlank));
  return said.length > 0 ? said : rows;
}

/** Whether every row that is not empty has the same number of cells, and more than one. */
function isEven(rows: readonly TableRow[]): boolean {
  const [first, ...rest] = filled(rows);
  return (
    first !== undefined && first.cells.length > 1 && rest.every(({ cells }) => cells.length === first.cells.length)
  );
}

const dividedRows = (rows: readonly TableRow[]): number => filled(rows).filter(({ cells }) => cells.length > 1).length;

/**
 * Of the readings that divide the text evenly, the one with the fewest unclosed quotes; an uneven comma belongs to the
 * names.
 */
function choose(text: string, separators: readonly string[]): Reading {
  const readings = separators
    .filter((separator) => text.includes(separator))
    .map((separator) => split(text, separator, 1))
    .filter(({ rows }) => dividedRows(rows) > 0);
  // No program writes a space after each comma: such commas belong to the names if another separator divides.
  const isProse = readings.length > 1 && !/,(?! )/.test(text);
  const even = readings
    .filter(({ separator, rows }) => separator === '\t' || (isEven(rows) && !(separator === ',' && isProse)))
    .toSorted((a, b) => a.openQuotes - b.openQuotes);
  const uneven = readings
    .filter(({ separator }) => separator !== ',')
    .toSorted((a, b) => dividedRows(b.rows) - dividedRows(a.rows));
  return even[0] ?? uneven[0] ?? split(text, null, 1);
}

/** The text as one column, a cell per line, whatever separators it contains. */
export const readColumn = (raw: string): Table => split(raw.replace(/^\uFEFF/, ''), null, 1);

/**
 * Reads a pasted or exported table with one separator for the whole text (a first line `sep=;`, else a tab, else `;`,
 * `,` or `|`, whichever divides most evenly), quoted cells with doubled quotes and line breaks, any line ends, with or
 * without a byte-order mark. Takes linear time.
 */
export function readTable(raw: string): Table {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const told = TOLD.exec(text);
  if (told !== null) {
    const separator = told[1] ?? null;
    return split(text.slice(told[0].length), separator, 2);
  }
  const chosen = choose(text, SEPARATORS);
  if (chosen.separator !== '\t') return chosen;
  // A list numbered by Word has a tab after each number, besides the user's own separator.
  const bare = text.replace(NUMBER_TAB, '');
  const typed = bare.includes('\t') ? chosen : choose(bare, [';', '|']);
  return typed.separator === null ? chosen : typed;
}
