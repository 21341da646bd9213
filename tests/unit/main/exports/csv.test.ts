import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { printable } from '#core/minutes/printable.ts';
import { neutral } from '#core/text/formula.ts';
import { duration, instant } from '#core/time/units.ts';
import { csvBytes, separatorOf } from '#main/exports/csv.ts';
import type { Cell, Table } from '#main/exports/table.ts';
import { anyText, HOSTILE_TEXTS } from '../../../support/hostile-text.ts';

const tableOf = (rows: readonly (readonly Cell[])[], locale: Table['locale'] = 'id'): Table => ({
  name: 'Uji',
  mark: '',
  locale,
  zone: 'WITA',
  columns: (rows[0] ?? []).map((_cell, index) => ({ name: `k${index}`, width: 20, align: 'left' })),
  rows,
});
const textOf = (table: Table): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(csvBytes(table));

/** The rows as a program reads them that expects this separator. */
function read(text: string, delimiter: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').replace(/\r\n$/, ''), {
    delimiter,
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}

/** A dash with nothing after it that a spreadsheet could calculate, as in "Rp5.000,-"; where the comma is decimal, "-,5" is a number. */
const isIdle = (cell: string): boolean => /^-\s*(?:$|[;)\]])/.test(cell);
/** What makes a spreadsheet calculate. */
const isFormula = (cell: string): boolean => /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) && !isIdle(cell);

/** What stands around the dashes of amounts. */
const amounts = fc
  .array(fc.constantFrom('-', '-', ',', ',', '5', ';', ')', '"', ' ', '\n', 'a', '+'), { maxLength: 10 })
  .map((parts) => parts.join(''));

describe('a table as CSV', () => {
  it('has a mark for Excel, its own separator and line ends as on Windows', () => {
    const text = textOf(tableOf([['satu', 'dua']]));
    expect(text).toBe('\uFEFFk0;k1\r\nsatu;dua\r\n');
    expect(textOf(tableOf([['satu', 'dua']], 'en'))).toBe('\uFEFFk0,k1\r\nsatu,dua\r\n');
  });

  it('writes dates and times year first, lengths as lengths, and numbers as the language has them', () => {
    const cells: Cell[] = [
      { date: '2021-05-17' },
      { moment: instant(Date.parse('2021-05-17T01:30:05Z')) },
      { length: duration(738_400) },
      { length: duration(30 * 3_600_000) },
      -2.5,
      1234,
      null,
    ];
    const [, row] = read(textOf(tableOf([cells])), ';');
    expect(row).toEqual(['2021-05-17', '2021-05-17 09:30:05', '0:12:18', '30:00:00', '-2,5', '1234', '']);
    expect(read(textOf(tableOf([[-2.5, 0]], 'en')), ',')[1]).toEqual(['-2.5', '0']);
  });

  it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 30), text]))('leaves %j a text', (_name, text) => {
    const [, row] = read(textOf(tableOf([[printable(text)]])), ';');
    const [cell = ''] = row ?? [];
    expect(isFormula(cell)).toBe(false);
    // The apostrophes are all that was added.
    expect(cell.replaceAll("'", '')).toBe(printable(text).replaceAll("'", ''));
  });

  it('puts one apostrophe before a formula, and none where there is no need', () => {
    expect(neutral('=1+1')).toBe("'=1+1");
    expect(neutral('  @SUM')).toBe("'  @SUM");
    expect(neutral('a - b = c, d; e @ f')).toBe('a - b = c, d; e @ f');
    expect(neutral('satu\n- dua')).toBe("satu\n'- dua");
  });

  it('leaves the dash of an amount as it was written, and guards every dash that could begin a formula', () => {
    for (const text of [
      'Rp750.000.000,-',
      'Rp750.000.000,-; sisanya nanti',
      'Rp5.000,- dan Rp1.000,-\nlalu',
      '(Rp5.000,-)',
      'Rp5.000,- (lima ribu rupiah)',
      'Rp5.000,-, lalu Rp1.000,-',
      'Rp5.000,-,5',
      'pagu - 2, dst. - dan lain-lain',
      '-',
    ])
      expect(neutral(text)).toBe(text);
    expect(neutral('-1+1')).toBe("'-1+1");
    expect(neutral('- dua')).toBe("'- dua");
    expect(neutral('-\n1+1')).toBe("'-\n1+1");
    expect(neutral('a,-b')).toBe("a,'-b");
    expect(neutral('a,- dan')).toBe("a,'- dan");
    expect(neutral('5,-2')).toBe("5,'-2");
    expect(neutral("5,- cmd|' /C calc'!A0")).toBe("5,'- cmd|' /C calc'!A0");
    expect(neutral('5,- SUM(A1)')).toBe("5,'- SUM(A1)");
    expect(neutral('5,- 2+3')).toBe("5,'- 2+3");
    // Where the comma is decimal, a dash with a comma begins a number.
    expect(neutral('-,5+2')).toBe("'-,5+2");
    expect(neutral('- ,5*3')).toBe("'- ,5*3");
    expect(neutral("-,5+cmd|'/C calc'!A0")).toBe("'-,5+cmd|'/C calc'!A0");
    expect(neutral('a;-,5+2')).toBe("a;'-,5+2");
    expect(neutral('a\n-,5+2')).toBe("a\n'-,5+2");
    // A space at the end puts the cell into quotation marks.
    expect(neutral('- ')).toBe("'- ");
  });

  it('is read back cell for cell, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 6 }), (texts) => {
        const rows = texts.map((row) => row.map(printable));
        for (const locale of ['id', 'en'] as const) {
          const back = read(textOf(tableOf(rows, locale)), separatorOf(locale)).slice(1);
          expect(back).toEqual(rows.map((row) => row.map(neutral)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('holds no formula for a program that expects another separator either', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, amounts), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(',', ';', '\t'),
        (texts, other) => {
          const text = textOf(tableOf([texts.map(printable)]));
          // Quotation marks that stand in the wrong place are letters to such a program, or fall away.
          for (const line of text.split(/\r?\n/)) {
            for (const [n, cell] of line.split(other).entries()) {
              // After an amount only words may follow its dash: "5,- dan".
              const ofAmount = /\d$/.test(line.split(other)[n - 1] ?? '') && /^-[\s\p{L}\p{N}.()"]*(?:;|$)/u.test(cell);
              const start = cell.replace(/^"+/, '');
              if (!ofAmount && !isIdle(start)) expect(start).not.toMatch(/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
