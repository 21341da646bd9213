import { PASTE_ROWS_MAX } from '#core/import/agency-list.ts';
import type { TableRow } from '#core/import/table.ts';
import { FileRefused } from '../file-refused.ts';
import { xmlParts } from './xml.ts';

/** A wider table is not one of ours. */
export const COLUMNS_MAX = 256;

/** The rows with anything in them; `line` is the number that Excel shows. */
export interface Sheet {
  readonly rows: readonly TableRow[];
  /** Those that Excel hides: by hand, by a filter, or folded away. */
  readonly hidden: readonly TableRow[];
}

/** How the format writes a character that XML cannot contain (ECMA-376 part 1, 22.9.2.19). */
const ESCAPED = /_x([\da-f]{4})_/gi;
const unescaped = (text: string): string =>
  text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const isYes = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The texts that cells name by number. What is said about their pronunciation is left out. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = '';
  let isInside = false;
  let pronounced = false;
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') text += isInside && !pronounced ? part.text : '';
    else if (part.name === 'rPh') pronounced = part.kind === 'open';
    else if (part.name === 't') isInside = part.kind === 'open';
    else if (part.name === 'si' && part.kind === 'open') text = '';
    else if (part.name === 'si') texts.push(unescaped(text));
  }
  return texts;
}

/** The column of a cell named as "BC12" (54; the first is 0), -1 if it has no such name. */
function columnOf(name: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(name)?.[1] ?? '';
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A number as it is written in a list: without the noise of its binary form. */
const numberText = (value: string): string => {
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
};

function cellText(type: string, value: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'n') return value === '' ? '' : numberText(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return unescaped(value);
}

/**
 * Reads the cells of a sheet: texts, numbers as text, and the values that the program stored for formulas.
 * @param shared as `sharedTexts` gives them
 * @throws FileRefused with the row that is too far down or too wide, or has a formula without a value
 */
export function readSheet(xml: string, shared: readonly string[]): Sheet {
  const rows: TableRow[] = [];
  const hidden: TableRow[] = [];
  let cells: string[] = [];
  let row = 0;
  let isHidden = false;
  let column = -1;
  let type = 'n';
  let value = '';
  let inside = '';
  let hasValue = false;
  let isFormula = false;
  const endCell = (): void => {
    if (isFormula && !hasValue) throw new FileRefused('notCalculated', row);
    const text = cellText(type, value, shared);
    if (text.trim() === '') return;
    if (column >= COLUMNS_MAX) throw new FileRefused('tooManyColumns', row);
    if (row > PASTE_ROWS_MAX) throw new FileRefused('tooManyRows', row);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') {
      if (inside === 'v' || inside === 't') value += part.text;
    } else if (part.kind === 'close') {
      if (part.name === 'c') endCell();
      else if (part.name === 'row' && cells.length > 0) (isHidden ? hidden : rows).push({ line: row, cells });
      else if (part.name === 'sheetData') break;
      if (part.name === 'rPh' || part.name === inside) inside = '';
    } else if (part.name === 'row') {
      row = Number(part.attributes.get('r') ?? row + 1);
      isHidden = isYes(part.attributes.get('hidden'));
      cells = [];
      column = -1;
    } else if (part.name === 'c') {
      const named = columnOf(part.attributes.get('r') ?? '');
      column = named === -1 ? column + 1 : named;
      type = part.attributes.get('t') ?? 'n';
      value = '';
      hasValue = false;
      isFormula = false;
    } else if (part.name === 'f') isFormula = true;
    else if (part.name === 'v' || part.name === 't' || part.name === 'rPh') {
      // A reading aid in an inline text has a `t` of its own.
      if (inside !== 'rPh') inside = part.name;
      hasValue ||= part.name !== 'rPh';
    }
  }
  return { rows, hidden };
}
