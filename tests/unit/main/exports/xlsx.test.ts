import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { printable } from '#core/minutes/printable.ts';
import { duration, instant } from '#core/time/units.ts';
import type { Cell, Table } from '#main/exports/table.ts';
import { xlsxBytes } from '#main/exports/xlsx.ts';
import { depth } from '../../../support/depth.ts';
import { anyText, HOSTILE_TEXTS } from '../../../support/hostile-text.ts';
import { textIn, unzip } from '../../../support/unzip.ts';
import { xmlFault } from '../../../support/well-formed.ts';

const tableOf = (rows: readonly (readonly Cell[])[], locale: Table['locale'] = 'id'): Table => ({
  name: 'Uji',
  mark: '',
  locale,
  zone: 'WITA',
  columns: (rows[0] ?? []).map((_cell, index) => ({ name: `k${index}`, width: 20, align: 'left' })),
  rows,
});

/** The rows below the header, as a program reads them. */
async function read(bytes: Uint8Array): Promise<unknown[][]> {
  const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false });
  return (sheet?.data ?? []).slice(1);
}

describe('a table as an Excel file', () => {
  it('holds dates, times, lengths and numbers as what they are', async () => {
    const cells: Cell[] = [
      { date: '2021-05-17' },
      { moment: instant(Date.parse('2021-05-17T01:30:05Z')) },
      { length: duration(738_000) },
      1234.5,
      'teks',
      null,
    ];
    const bytes = await xlsxBytes(tableOf([cells]));
    const [row = []] = await read(bytes);
    expect(row.slice(0, 2)).toEqual([new Date('2021-05-17T00:00:00Z'), new Date('2021-05-17T09:30:05Z')]);
    expect(row.slice(3)).toEqual([1234.5, 'teks', null]);
    const sheet = textIn(bytes, 'xl/worksheets/sheet1.xml');
    // 12 minutes and 18 seconds, in days.
    expect(sheet).toContain(`<v>${738 / 86_400}</v>`);
    const styles = textIn(bytes, 'xl/styles.xml');
    for (const format of ['[$-421]d mmmm yyyy', '[$-421]d mmm yyyy hh\\.mm', '[h]:mm:ss'])
      expect(styles).toContain(format);
  });

  it('shows a whole number without a separator behind it, and a fraction as it is', async () => {
    const bytes = await xlsxBytes(tableOf([[1, 12.5, -3]]));
    const styleOf = (cell: string): string =>
      new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(textIn(bytes, 'xl/worksheets/sheet1.xml'))?.[1] ?? 'none';
    const [, styles = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(textIn(bytes, 'xl/styles.xml')) ?? [];
    const formatOf = (cell: string): string =>
      /numFmtId="(\d+)"/.exec(styles.match(/<xf[ >][^>]*>/g)?.[Number(styleOf(cell))] ?? '')?.[1] ?? '0';
    // 0 is Excel's own "General"; a format with optional decimals ("0.##") ends every whole number with the separator.
    expect(['A2', 'B2', 'C2'].map((cell) => [styleOf(cell) !== 'none', formatOf(cell)])).toEqual([
      [true, '0'],
      [true, '0'],
      [true, '0'],
    ]);
    expect(textIn(bytes, 'xl/styles.xml')).not.toMatch(/formatCode="[^"]*[.,][#]+"/);
  });

  it('keeps its header visible, on the screen and on every printed page, and can be filtered', async () => {
    const bytes = await xlsxBytes(tableOf([['a', 'b']]));
    const sheet = textIn(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane ySplit="1"[^>]* state="frozen"\/>/);
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToHeight="0"/);
    expect(textIn(bytes, 'xl/workbook.xml').match(/definedNames/g)).toHaveLength(2);
    expect(textIn(bytes, 'xl/workbook.xml')).toContain(`_xlnm.Print_Titles" localSheetId="0">'Uji'!$1:$1<`);
  });

  it('has no formula in it, whatever a text begins with', async () => {
    const bytes = await xlsxBytes(tableOf(HOSTILE_TEXTS.map((text) => [printable(text)])));
    const sheet = textIn(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/ t="s"/g)?.length).toBeGreaterThan(HOSTILE_TEXTS.length);
    // Still a text when somebody opens the cell and leaves it again.
    expect(textIn(bytes, 'xl/styles.xml')).toContain('formatCode="@"');
  });

  it('is read back cell for cell, and its parts are sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 6 }), async (texts) => {
        const rows = texts.map((row) => row.map(printable));
        const bytes = await xlsxBytes(tableOf(rows));
        for (const [name, file] of unzip(bytes)) expect([name, xmlFault(file.toString('utf8'))]).toEqual([name, null]);
        const back = await read(bytes);
        const expected = rows.map((row) => row.map((text) => (text === '' ? null : text)));
        // What is empty at the end is no row and no column to a reader.
        for (const [index, row] of expected.entries()) {
          expect((back[index] ?? []).concat(null, null).slice(0, 2)).toEqual(row);
        }
      }),
      { numRuns: depth(40, 600) },
    );
  });

  it('cuts a text that Excel would call damage, and says that it did', async () => {
    const [row = []] = await read(await xlsxBytes(tableOf([['a'.repeat(40_000)]])));
    expect(row[0]).toBe(`${'a'.repeat(32_766)}…`);
  });
});
