import { isWholeAgency } from '#core/import/agency-words.ts';
import { cleanCell } from '#core/import/cell.ts';
import type { TableRow } from '#core/import/table.ts';
import { FileRefused } from '../file-refused.ts';
import { readSheet, type Sheet, sharedTexts } from './sheet.ts';
import { xmlParts } from './xml.ts';
import { type ZipFile, zipFiles } from './zip.ts';

/** What a workbook says, as text with tabs: a row stands in the line with the number that Excel shows. */
export interface WorkbookText {
  readonly text: string;
  /** The sheet that was read. */
  readonly sheet: string;
  readonly hidden: readonly { readonly line: number; readonly text: string }[];
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

type Files = ReadonlyMap<string, ZipFile>;
interface Named {
  readonly name: string;
  readonly file: ZipFile;
}

/** Refuses what takes its content from elsewhere, or brings programs. */
function checkNames(files: Files): void {
  for (const name of files.keys()) {
    if (/^xl\/(?:externalLinks|queryTables)\/|^xl\/connections\.xml$/i.test(name)) throw new FileRefused('otherFiles');
    if (/vbaProject[^/]*\.bin$|^xl\/macrosheets\//i.test(name)) throw new FileRefused('macros');
  }
}

async function textOf(files: Files, name: string): Promise<string> {
  const file = files.get(name);
  if (file === undefined) throw new FileRefused('damaged');
  return file.text();
}

/** The visible sheets in their order. */
async function sheetsOf(files: Files): Promise<Named[]> {
  const targets = new Map<string, string>();
  for (const part of xmlParts(await textOf(files, RELATIONS))) {
    if (part.kind !== 'open' || part.name !== 'Relationship') continue;
    if (part.attributes.get('TargetMode') === 'External') throw new FileRefused('otherFiles');
    const target = part.attributes.get('Target') ?? '';
    targets.set(part.attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheets: Named[] = [];
  for (const part of xmlParts(await textOf(files, WORKBOOK))) {
    if (part.kind !== 'open' || part.name !== 'sheet') continue;
    if ((part.attributes.get('state') ?? 'visible') !== 'visible') continue;
    const file = files.get(targets.get(part.attributes.get('id') ?? '') ?? '');
    if (file !== undefined) sheets.push({ name: part.attributes.get('name') ?? '', file });
  }
  return sheets;
}

/** A cell on one line. Two agencies in one cell stay apart, a broken name becomes whole. */
function onOneLine(cell: string): string {
  const lines = cleanCell(cell.replaceAll('\t', ' ')).split('\n');
  return lines.join(lines.every(isWholeAgency) ? '; ' : ' ');
}

/** A cell may begin with a quote; nothing else in it can be taken for a separator. */
const quoted = (cell: string): string => (cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Every row ends with a tab, so that even one column of names with commas is seen to be separated by tabs. */
function asText({ rows }: Sheet): string {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lines: string[] = [];
  for (const { line, cells } of rows) {
    while (lines.length < line - 1) lines.push('');
    const filled = Array.from({ length: width }, (_, column) => quoted(onOneLine(cells[column] ?? '')));
    lines.push(`${filled.join('\t')}\t`);
  }
  return lines.join('\n');
}

/**
 * Reads a list from an XLSX file: the first visible sheet with a row of column names, else the first with anything.
 * @param hasHeader whether there is such a row among these
 * @throws FileRefused
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  hasHeader: (rows: readonly TableRow[]) => boolean,
): Promise<WorkbookText> {
  const files = zipFiles(bytes);
  checkNames(files);
  const sheets = await sheetsOf(files);
  const shared = files.has('xl/sharedStrings.xml') ? sharedTexts(await textOf(files, 'xl/sharedStrings.xml')) : [];
  let found: { readonly name: string; readonly sheet: Sheet } | null = null;
  let refused: unknown = null;
  for (const { name, file } of sheets) {
    let sheet: Sheet;
    try {
      sheet = readSheet(await file.text(), shared);
    } catch (error) {
      // Another sheet may be the list.
      refused ??= error;
      continue;
    }
    if (sheet.rows.length === 0) continue;
    const isList = hasHeader(sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map(onOneLine) })));
    if (isList || found === null) found = { name, sheet };
    if (isList) break;
  }
  if (found === null) throw refused ?? new FileRefused('empty');
  const hidden = found.sheet.hidden.map(({ line, cells }) => ({
    line,
    text: cells.map(onOneLine).filter(Boolean).join(' · '),
  }));
  return { text: asText(found.sheet), sheet: found.name, hidden };
}
