import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readTable } from '#core/import/table.ts';

const cells = (text: string): (readonly string[])[] => readTable(text).rows.map(({ cells: row }) => row);

describe('a pasted table', () => {
  it.each<[string, string, string | null]>([
    ['a tab, whatever else stands in it', 'a;b\tc,d\ne\tf', '\t'],
    ['a semicolon', 'a;b\nc;d', ';'],
    ['a semicolon in some rows', 'a\nb;c\nd', ';'],
    ['a bar', 'a|b\nc|d', '|'],
    ['a comma in every row', 'a,b\nc,d', ','],
    ['no comma that only some rows have', 'a,b\nc', null],
    ['no comma beside an even semicolon', 'a,x;b\nc,y;d', ';'],
    ['what the line sep= says', 'sep=|\na;b|c\nd;e|f', '|'],
    ['what a quoted line sep= says', '"sep=,"\r\na;b,c', ','],
    ['the tabs inside quotes are no separators', '"a\tb";c', ';'],
    ['what stands behind the tabs of Word’s numbering', '1.\ta; b\n2.\tc; d', ';'],
  ])('is separated by %s', (_what, text, separator) => expect(readTable(text).separator).toBe(separator));

  it.each<[string, string, (readonly string[])[]]>([
    [
      'line breaks in quotes',
      '"a\nb";c\nd;e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['doubled quotes', '"a ""b"" c";d', [['a "b" c', 'd']]],
    [
      'a quote that nothing closes',
      '"a;b\nc;d',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a quote with text behind it',
      '"a" b;c\nd;e',
      [
        ['"a" b', 'c'],
        ['d', 'e'],
      ],
    ],
    ['a quote within a cell', 'a "b";c', [['a "b"', 'c']]],
    ['a byte order mark', '\uFEFF"a";b', [['a', 'b']]],
    [
      'empty cells at the end',
      'a;;\nb;;',
      [
        ['a', '', ''],
        ['b', '', ''],
      ],
    ],
    ['every kind of line end', 'a\r\nb\rc\nd\ve\u2028f', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
    ['nothing', '', []],
  ])('is read with %s', (_what, text, rows) => expect(cells(text)).toEqual(rows));

  it('says in which line of the text a row begins', () => {
    expect(readTable('sep=;\r\n"a\nb";c\r\nd;e').rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  /** Word's own line breaks end a row, and a mark at the very beginning is one of the file. */
  const anyCell = fc
    .string({
      unit: fc.oneof(fc.constantFrom(...'";,|\t\r\n =a1.'), fc.string({ minLength: 1, maxLength: 1 })),
      maxLength: 12,
    })
    .map((text) => text.replace(/[\v\f\u0085\u2028\u2029\uFEFF]/g, ''));
  const tableOf = (cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
    fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
  const dialect = { delimiter: fc.constantFrom('\t', ';', ',', '|'), newline: fc.constantFrom('\r\n', '\n', '\r') };

  it('written by papaparse with every cell in quotes is read back as it was', () => {
    fc.assert(
      fc.property(tableOf(anyCell), fc.record(dialect), (rows, options) => {
        expect(cells(Papa.unparse(rows, { ...options, quotes: true }))).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  it('written by papaparse under a line sep= is read back as it was', () => {
    fc.assert(
      fc.property(tableOf(anyCell), fc.record(dialect), fc.boolean(), (rows, options, mark) => {
        const text = `${mark ? '\uFEFF' : ''}sep=${options.delimiter}${options.newline}${Papa.unparse(rows, options)}`;
        expect(cells(text)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  it('written by papaparse with as few quotes as it can is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.record(dialect),
        fc.infiniteStream(anyCell),
        fc.integer({ min: 2, max: 4 }),
        (options, stream, width) => {
          // Nothing but the separator itself may look like one outside quotes: else no reader could tell.
          const foreign = new RegExp(`[${'\t;,|'.replace(options.delimiter, '')}]`, 'g');
          const rows = Array.from({ length: 4 }, () =>
            Array.from({ length: width }, () => (stream.next().value ?? '').replace(foreign, '')),
          );
          const filled = rows.map(([first, ...rest]) => [`x${first}`, ...rest]);
          expect(cells(Papa.unparse(filled, options))).toEqual(filled);
        },
      ),
      { numRuns: 100 },
    );
  });
});
