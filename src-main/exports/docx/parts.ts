import {
  BorderStyle,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { typedLines } from '../../documents/typed-lines.ts';
import { DASH_INDENT, DASHES, GRID_STYLE, NUMBERS, STYLE } from './styles.ts';

/** Longest cell, in characters, that is kept on one page; a longer one would leave half of the page before it empty. */
const SHORT = 700;

/** Whether a row with these texts is moved to the next page instead of being split. */
export const isShort = (...texts: readonly string[]): boolean => texts.every((text) => text.length <= SHORT);

/** The user's text as runs: its line breaks are breaks, its tabs tabs. */
export function runs(text: string, format: IRunPropertiesOptions = {}): TextRun[] {
  return text.split('\n').map((line, index) => {
    const parts = line.split('\t').flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
    return new TextRun({ ...format, children: parts, ...(index === 0 ? {} : { break: 1 }) });
  });
}

export const paragraph = (text: string, options: Omit<IParagraphOptions, 'children' | 'text'> = {}): Paragraph =>
  new Paragraph({ ...options, children: runs(text) });

/** The user's text in a cell: a dashed list if it has several lines. */
export function textOf(text: string, options: Omit<IParagraphOptions, 'children' | 'text'> = {}): Paragraph[] {
  const lines = typedLines(text);
  if (lines.length <= 1) return [paragraph(text.trim(), options)];
  return lines.map((line) =>
    paragraph(line.text, {
      ...options,
      ...(line.isNumbered ? { indent: { left: DASH_INDENT } } : { numbering: { reference: DASHES, level: 0 } }),
    }),
  );
}

/** Consecutive lines, or a numbered list that starts at 1. */
export type Lines = { readonly lines: readonly string[]; readonly numbered: boolean };

/** Turns lines into paragraphs; every numbered list of a document gets its numbers here. */
export interface ListMaker {
  lines(lines: Lines): Paragraph[];
  /** Options for the paragraphs of one numbered list. */
  numbered(): Pick<IParagraphOptions, 'numbering'>;
}

export function listMaker(): ListMaker {
  let instance = 0;
  const numbered = () => {
    instance += 1;
    return { numbering: { reference: NUMBERS, level: 0, instance } };
  };
  return {
    numbered,
    lines({ lines, numbered: isNumbered }) {
      const options = isNumbered ? numbered() : {};
      return lines.map((line) => paragraph(line, options));
    },
  };
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

const twips = (mm: readonly number[]): number[] => mm.map((width) => Math.round(convertMillimetersToTwip(width)));

interface CellsOptions {
  /** Widths of the columns, in millimetres. */
  readonly widths: readonly number[];
  /** A short row is not split between pages. */
  readonly whole: boolean;
  readonly header?: boolean;
  readonly height?: number;
}

function row(
  cells: readonly (readonly (Paragraph | Table)[])[],
  { widths, whole, header, height }: CellsOptions,
): TableRow {
  const columns = twips(widths);
  return new TableRow({
    cantSplit: whole,
    ...(header === true ? { tableHeader: true } : {}),
    ...(height === undefined ? {} : { height: { value: convertMillimetersToTwip(height), rule: 'atLeast' as const } }),
    children: cells.map(
      (children, index) =>
        new TableCell({
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          ...(height === undefined ? {} : { verticalAlign: VerticalAlignTable.CENTER }),
          children,
        }),
    ),
  });
}

const tableOf = (widths: readonly number[], rows: readonly TableRow[], options: object): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: twips(widths),
    rows,
    ...options,
  });

export interface PlainRow {
  readonly cells: readonly (readonly (Paragraph | Table)[])[];
  /** Not split between pages. */
  readonly whole: boolean;
}

/** A table without lines, for adjacent parts. */
export function plainTable(widths: readonly number[], rows: readonly PlainRow[]): Table {
  const made = rows.map(({ cells, whole }) => row(cells, { widths, whole }));
  return tableOf(widths, made, { borders: NO_LINES, margins: { left: 0, right: 80, top: 20, bottom: 20 } });
}

export interface GridColumn {
  readonly name: string;
  /** In millimetres; the column without a width takes the rest. */
  readonly width: number | null;
}

/** The content of a grid's cell: a text of the user's, a centred text, or paragraphs. */
export type GridCell = string | { readonly centre: string } | readonly Paragraph[];

function cellParagraphs(cell: GridCell): readonly Paragraph[] {
  if (typeof cell === 'string') return [paragraph(cell, { style: STYLE.cell })];
  return 'centre' in cell ? [paragraph(cell.centre, { style: STYLE.cell, alignment: 'center' })] : cell;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Not split between pages. */
  readonly whole: boolean;
}

export interface GridOptions {
  readonly columns: readonly GridColumn[];
  /** Width of the whole table, in millimetres. */
  readonly width: number;
  /** Minimum height of a row, in millimetres. */
  readonly rowHeight?: number;
}

/** A ruled table whose header is repeated on every page. */
export function grid(rows: readonly GridRow[], { columns, width, rowHeight }: GridOptions): Table {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const widths = columns.map((column) => column.width ?? width - fixed);
  const header = columns.map(({ name }) => [paragraph(name, { style: STYLE.cellHead })]);
  return tableOf(
    widths,
    [
      row(header, { widths, whole: true, header: true }),
      ...rows.map(({ cells, whole }) =>
        row(cells.map(cellParagraphs), {
          widths,
          whole,
          ...(rowHeight === undefined ? {} : { height: rowHeight }),
        }),
      ),
    ],
    { style: GRID_STYLE, tableLook: { firstRow: true, noHBand: true, noVBand: true } },
  );
}
