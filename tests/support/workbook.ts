import { zip } from './zip.ts';

/** A row of a sheet, in the XML of the format. */
export interface SheetRow {
  readonly r: number;
  readonly hidden?: boolean;
  /** The cells' XML, or texts. */
  readonly cells: readonly (string | { readonly xml: string })[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const sheetXml = (rows: readonly SheetRow[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="main"><sheetData>${rows
    .map(({ r, hidden, cells }) => {
      const inner = cells.map((cell, n) =>
        typeof cell === 'string'
          ? `<c r="${String.fromCharCode(65 + n)}${r}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
          : cell.xml,
      );
      return `<row r="${r}"${hidden === true ? ' hidden="1"' : ''}>${inner.join('')}</row>`;
    })
    .join('')}</sheetData></worksheet>`;

/** The files of a workbook with these sheets by name; a name that begins with "." is hidden. */
export function workbookFiles(sheets: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"${name.startsWith('.') ? ' state="hidden"' : ''}/>`,
  );
  const relations = names.map((_, n) => `<Relationship Id="rId${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`);
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(Object.values(sheets).map((xml, n) => [`xl/worksheets/sheet${n + 1}.xml`, xml])),
  };
}

/** A workbook with one sheet. */
export const workbook = (rows: readonly SheetRow[], more: Readonly<Record<string, string>> = {}): Buffer<ArrayBuffer> =>
  zip({ ...workbookFiles({ Data: sheetXml(rows) }), ...more });
