import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { hasAgencyHeader } from '#core/import/agency-columns.ts';
import { readAgencies } from '#core/import/agency-list.ts';
import { knownAgencies } from '#core/import/known-agencies.ts';
import { readTable } from '#core/import/table.ts';
import { withoutGuard } from '#core/text/formula.ts';
import { type ListFile, readListFile } from '#renderer/desk/meeting/lists/read-list-file.ts';
import { agencyRows } from '../../../../../../support/agency-rows.ts';
import { type SheetRow, sheetXml, workbook, workbookFiles } from '../../../../../../support/workbook.ts';
import { zip } from '../../../../../../support/zip.ts';

const read = (bytes: Uint8Array): Promise<ListFile> =>
  readListFile(new Blob([Uint8Array.from(bytes)]), hasAgencyHeader);
const shown = async (bytes: Uint8Array): Promise<string[]> =>
  agencyRows((await read(bytes)).text).map(({ name, short, head }) => `${name}|${short}|${head}`);

const HEADER: SheetRow = { r: 5, cells: ['No', 'Nama SKPD', 'Singkatan', 'Jabatan'] };
const number = (value: string, r: number): { readonly xml: string } => ({ xml: `<c r="A${r}"><v>${value}</v></c>` });
const ROWS: readonly SheetRow[] = [
  { r: 1, cells: ['DAFTAR PERANGKAT DAERAH'] },
  { r: 2, cells: ['Keadaan 1 Januari 2026'] },
  HEADER,
  { r: 6, cells: [number('1', 6), 'Dinas Perumahan, Permukiman; dan "Tanah"', 'Disperkim', 'Kepala Dinas'] },
  { r: 8, cells: [number('2', 8), 'Kecamatan\nSatui', 'Kec. Satui', 'Camat'] },
];
const EXPECTED = [
  'Dinas Perumahan, Permukiman; dan "Tanah"|Disperkim|Kepala Dinas',
  'Kecamatan Satui|Kec. Satui|Camat',
];

describe('a workbook is read', () => {
  it('below merged titles, each row in the line that Excel shows', async () => {
    const { text } = await read(workbook(ROWS));
    expect(agencyRows(text).map(({ name, short, head }) => `${name}|${short}|${head}`)).toEqual(EXPECTED);
    const { lines } = readAgencies(text, knownAgencies([]));
    expect(lines.map(({ line, left }) => [line, left])).toEqual([
      [1, 'caption'],
      [2, 'caption'],
      [5, 'header'],
      [6, null],
      [8, null],
    ]);
  });

  it('as a program writes it', async () => {
    const rows = [
      ['Nama SKPD', 'Singkatan', 'Tanggal'].map((value) => ({ value })),
      [{ value: 'Dinas <Sosial> & Tanah' }, { value: 'Dinsos' }, { value: new Date(0), format: 'dd/mm/yyyy' }],
    ];
    expect(await shown(await writeExcelFile(rows).toBuffer())).toEqual(['Dinas <Sosial> & Tanah|Dinsos|']);
  });

  it('a column of names alone, whatever separators they hold', async () => {
    const names = ['Nama SKPD', '"Dinas" A; B, C', 'Dinas D; E, F'];
    expect(await shown(workbook(names.map((name, n) => ({ r: n + 1, cells: [name] }))))).toEqual([
      '"Dinas" A; B, C||',
      'Dinas D; E, F||',
    ]);
  });

  it('two agencies in one cell stay two', async () => {
    expect(await shown(workbook([{ r: 1, cells: ['Dinas Sosial\nDinas Perikanan'] }]))).toEqual([
      'Dinas Sosial||',
      'Dinas Perikanan||',
    ]);
  });

  it.each<[string, string, string]>([
    [
      'the stored value of a formula',
      '<c r="A1" t="str"><f>B1&amp;C1</f><v>Dinas &#65;_x0009_&amp;B</v></c>',
      'Dinas A &B',
    ],
    ['a formula whose value is empty', '<c r="A1" t="str"><f>B1</f><v></v></c><c r="B1"><v>7</v></c>', '7'],
    ['a shared text in pieces, without its pronunciation', '<c r="A1" t="s"><v>0</v></c>', 'Dinas Sosial'],
    ['a date as a number', '<c r="A1" s="3"><v>44197</v></c>', '44197'],
    ['a number without the noise of its binary form', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><f>X</f><v>#REF!</v></c>', '#REF!'],
    ['a prefix', '<x:c r="A1" t="inlineStr"><x:is><x:t>Dinas</x:t></x:is></x:c>', 'Dinas'],
    ['cells without a place', '<c t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', '<b>'],
  ])('%s', async (_what, xml, text) => {
    const shared = '<sst><si><r><t>Dinas </t></r><r><t>Sosial</t></r><rPh><t>dinas</t></rPh></si></sst>';
    const file = workbook([{ r: 1, cells: [{ xml }] }], { 'xl/sharedStrings.xml': shared });
    expect((await read(file)).text.trim()).toBe(text);
  });

  it('without the rows that are hidden, which are named', async () => {
    const rows = ROWS.map((row) => (row.r === 6 ? { ...row, hidden: true } : row));
    const { text, hidden } = await read(workbook(rows));
    expect(agencyRows(text).map(({ name }) => name)).toEqual(['Kecamatan Satui']);
    expect(hidden).toEqual([
      { line: 6, text: '1 · Dinas Perumahan, Permukiman; dan "Tanah" · Disperkim · Kepala Dinas' },
    ]);
  });

  it('the first visible sheet with column names, else the first with anything', async () => {
    const other = sheetXml([{ r: 1, cells: ['Petunjuk pengisian'] }]);
    const sheets = { '.Rahasia': sheetXml(ROWS), Kosong: sheetXml([]), Petunjuk: other, SKPD: sheetXml(ROWS) };
    expect((await read(zip(workbookFiles(sheets)))).sheet).toBe('SKPD');
    const { SKPD: _, ...without } = sheets;
    expect((await read(zip(workbookFiles(without)))).sheet).toBe('Petunjuk');
  });

  it('cell by cell as it was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab;,"|&<\'é 1='), maxLength: 8 }).map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        fc.pre(cells.some((row) => row.some((one) => one !== '')));
        const { text } = await read(workbook(cells.map((row, n) => ({ r: n + 1, cells: row }))));
        const said = readTable(text)
          .rows.map(({ line, cells: row }) => [line, row.join('\t').replace(/\t+$/, '')])
          .filter(([, row]) => row !== '');
        // What an export puts before a formula is taken off again.
        const squeezed = (row: readonly string[]): string =>
          row.map((one) => withoutGuard(one).replace(/ +/g, ' ').trim()).join('\t');
        expect(said).toEqual(
          cells.map((row, n) => [n + 1, squeezed(row).replace(/\t+$/, '')]).filter(([, row]) => row !== ''),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook is refused', () => {
  const files = workbookFiles({ Data: sheetXml(ROWS) });
  const big = Buffer.alloc(21_000_000, ' ');
  it.each<[string, object, Uint8Array]>([
    ['that declares a bomb', { why: 'unpackedTooLarge' }, zip({ ...files, 'xl/media/x': big })],
    [
      'whose bomb lies about its size',
      { why: 'unpackedTooLarge' },
      zip({ ...files, 'xl/sharedStrings.xml': big }, { declared: { 'xl/sharedStrings.xml': 5_000 } }),
    ],
    [
      'with links to other workbooks',
      { why: 'otherFiles' },
      zip({ ...files, 'xl/externalLinks/externalLink1.xml': '' }),
    ],
    [
      'with a link among its relations',
      { why: 'otherFiles' },
      zip({ ...files, 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="a" TargetMode="External"/></R>' }),
    ],
    ['with macros', { why: 'macros' }, zip({ ...files, 'xl/vbaProject.bin': 'x' })],
    [
      'with a document type',
      { why: 'unsafe' },
      zip({ ...files, 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst/>' }),
    ],
    [
      'with a document type of elsewhere',
      { why: 'unsafe' },
      zip({ ...files, 'xl/sharedStrings.xml': '<!DOCTYPE sst SYSTEM "http://localhost/x"><sst/>' }),
    ],
    ['that was cut off', { why: 'damaged' }, zip(files).subarray(0, 400)],
    ['whose XML is none', { why: 'damaged' }, zip({ ...files, 'xl/worksheets/sheet1.xml': '<row <' })],
    ['that is another archive', { why: 'damaged' }, zip({ 'word/document.xml': '<a/>' })],
    ['with nothing in it', { why: 'empty' }, workbook([])],
    [
      'with a formula that was never calculated, naming the row',
      { why: 'notCalculated', row: 7 },
      workbook([HEADER, { r: 7, cells: [{ xml: '<c r="B7"><f>A1</f></c>' }] }]),
    ],
    ['with a row too far down, naming it', { why: 'tooManyRows', row: 2_001 }, workbook([{ r: 2_001, cells: ['x'] }])],
    [
      'that is too wide, naming the row',
      { why: 'tooManyColumns', row: 3 },
      workbook([{ r: 3, cells: [{ xml: '<c r="ZZ3"><v>1</v></c>' }] }]),
    ],
  ])('%s', async (_what, refusal, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'FileRefused', ...refusal });
  });

  it('or read, whatever bytes of it are wrong, and never fails in another way', async () => {
    const whole = zip(files);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const broken = Uint8Array.from(whole);
        broken[at] = byte;
        // The first bytes say what kind of file it is.
        fc.pre(at > 3);
        await read(broken).catch((error: unknown) => expect(error).toMatchObject({ name: 'FileRefused' }));
      }),
      { numRuns: 150 },
    );
  });
});
