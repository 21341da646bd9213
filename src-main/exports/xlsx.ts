import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/node';
import { FORMULA } from '#core/text/formula.ts';
import { toCivil } from '#core/time/zone.ts';
import type { Cell, Column, Table } from './table.ts';

const DAY = 86_400_000;
/** Excel reports a file with longer cells as damaged. */
const LONGEST_CELL = 32_767;

/** How Excel names a format's language: Indonesian month names on a computer of any language. */
const LANGUAGE: Record<Table['locale'], string> = { id: '[$-421]', en: '[$-809]' };
/** A length that does not start again after 24 hours. */
const LENGTH_FORMAT = '[h]:mm:ss';
/** The cell is a text and stays one when somebody edits it. */
const TEXT_FORMAT = '@';

const escaped = (characters: string): string =>
  Array.from({ length: characters.length }, (_, at) => characters.charCodeAt(at))
    .map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');

/** What the library would drop silently: the replacement character, and code points that are not characters. */
const DROPPED = /[\uFFFD\p{Noncharacter_Code_Point}]/gu;

/**
 * A text as the file format requires it (ECMA-376 part 1, 22.9.2.19): what looks like one of its escapes is escaped
 * itself. So are the names of properties that every JavaScript object inherits, which the library would treat as cells
 * it has seen.
 */
function escapedText(text: string): string {
  const cut = text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;
  const safe = cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, escaped).replace(DROPPED, escaped);
  return safe in {} ? escaped(safe.slice(0, 1)) + safe.slice(1) : safe;
}

function cellOf(cell: Cell, { locale, zone }: Table, { align }: Column): CellObject {
  const style = { align, alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#bbbbbb' } as const;
  if (cell === null || cell === '') return style;
  if (typeof cell === 'string') {
    const format = FORMULA.test(cell) ? { format: TEXT_FORMAT } : {};
    return { ...style, ...format, type: String, value: escapedText(cell) };
  }
  if (typeof cell === 'number') return { ...style, type: Number, value: cell };
  if ('length' in cell) return { ...style, type: Number, value: cell.length / DAY, format: LENGTH_FORMAT };
  if ('date' in cell) {
    const value = new Date(`${cell.date}T00:00:00Z`);
    return { ...style, type: Date, value, format: `${LANGUAGE[locale]}d mmmm yyyy` };
  }
  const { year, month, day, hour, minute, second } = toCivil(cell.moment, zone);
  // A spreadsheet has no time zones: the wall-clock time is stored.
  const value = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return { ...style, type: Date, value, format: `${LANGUAGE[locale]}d mmm yyyy hh${locale === 'id' ? '\\.' : ':'}mm` };
}

/** Points per line, and the maximum row height in Excel. */
const LINE = 13;
const HIGHEST_ROW = 409;

/** Approximate number of lines that a text takes in a column: letters have different widths. */
const linesOf = (text: string, { width }: Column): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, width - 1))), 0);

/** Row heights are set explicitly: only some programs compute them. */
function heightOf(cells: readonly Cell[], { columns }: Table): number {
  const lines = cells.map((cell, index) => {
    const column = columns[index];
    return typeof cell === 'string' && column !== undefined ? linesOf(cell, column) : 1;
  });
  return Math.min(HIGHEST_ROW, Math.max(1, ...lines) * LINE + 4);
}

const headerOf = ({ name, align }: Column): CellObject => ({
  value: name,
  type: String,
  align: align === 'center' ? 'center' : 'left',
  alignVertical: 'center',
  wrap: true,
  fontWeight: 'bold',
  backgroundColor: '#dfeae3',
  borderStyle: 'thin',
  borderColor: '#777777',
});

const lastColumn = ({ columns }: Table): string => String.fromCharCode(64 + columns.length);

/** What every printed page says in the middle of its head; "&" begins a code there. */
const pageHead = ({ mark }: Table): string =>
  mark === '' ? '' : `<headerFooter><oddHeader>&amp;C${mark.replaceAll('&', '&amp;&amp;')}</oddHeader></headerFooter>`;

/** Printed one page wide and as long as needed, the header on each page; with a filter in the header. */
function printing(table: Table): Feature<Stream | Buffer | Blob> {
  const filter = `<autoFilter ref="A1:${lastColumn(table)}${table.rows.length + 1}"/>`;
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${table.name}'!$1:$1</definedName></definedNames>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('</sheetData>', `</sheetData>${filter}`)
              .replace(/<pageSetup[^>]*\/>/, (setup) => setup + pageHead(table)),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', titles) },
      },
    },
  };
}

/**
 * A table as an Excel file: dates are dates, lengths are lengths, and texts are texts whatever they begin with. The
 * header and the first column stay visible while scrolling.
 */
export async function xlsxBytes(table: Table): Promise<Uint8Array> {
  const headerHeight = heightOf(
    table.columns.map(({ name }) => name),
    table,
  );
  const data = [
    table.columns.map((column) => ({ ...headerOf(column), height: headerHeight })),
    ...table.rows.map((row) => {
      const height = heightOf(row, table);
      return table.columns.map((column, index) => ({ ...cellOf(row[index] ?? null, table, column), height }));
    }),
  ];
  const file = writeExcelFile(
    data,
    {
      sheet: table.name,
      columns: table.columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    { fontFamily: 'Arial', fontSize: 10, features: [printing(table)] },
  );
  return file.toBuffer();
}
