import { describe, expect, it } from 'vitest';
import { type SettledAgencies, settleAgencies } from '#core/import/agency-corrections.ts';
import { readAgencies } from '#core/import/agency-list.ts';
import { type KnownAgency, knownAgencies } from '#core/import/known-agencies.ts';

const KNOWN: readonly KnownAgency[] = [
  { name: 'Dinas Kesehatan', short: 'Dinkes', head: 'Kepala Dinas' },
  { name: 'Sekretariat DPRD', short: 'Setwan', head: 'Sekretaris DPRD' },
];

const read = (text: string, known: readonly KnownAgency[] = []): SettledAgencies => {
  const index = knownAgencies(known);
  return settleAgencies(readAgencies(text, index), new Map(), index);
};
/** A taken row in one line: what was given, and `?` with why it is doubtful. */
const shown = (text: string, known?: readonly KnownAgency[]): string[] =>
  read(text, known).taken.map(({ row: { name, short, head, person }, doubts }) => {
    const cells = [name, short, head, person].join('|').replace(/\|+$/, '');
    return doubts.length === 0 ? cells : `${cells} ?${doubts.join(',')}`;
  });
const left = (text: string, known?: readonly KnownAgency[]): string[] =>
  read(text, known).left.map(({ why, text: row }) => `${why}: ${row}`);

const FULL = ['Dinas Sosial|Dinsos|Kepala Dinas', 'Kecamatan Satui|Kec. Satui|Camat'];

describe('a list of agencies is right whatever its shape', () => {
  it.each<[string, string, string[]]>([
    ['tabs', 'Dinas Sosial\tDinsos\tKepala Dinas\nKecamatan Satui\tKec. Satui\tCamat', FULL],
    ['semicolons', 'Dinas Sosial; Dinsos; Kepala Dinas\nKecamatan Satui; Kec. Satui ;Camat', FULL],
    ['commas', 'Dinas Sosial,Dinsos,Kepala Dinas\nKecamatan Satui,Kec. Satui,Camat', FULL],
    ['bars', 'Dinas Sosial | Dinsos | Kepala Dinas\nKecamatan Satui | Kec. Satui | Camat', FULL],
    [
      'a table of a chat',
      '| Nama SKPD | Singkatan | Jabatan |\n|---|:--|---|\n| Dinas Sosial | Dinsos | Kepala Dinas |\n| Kecamatan Satui | Kec. Satui | Camat |',
      FULL,
    ],
    [
      'a mark, sep= and a header',
      '\uFEFFsep=;\r\nNo;Nama SKPD;Singkatan;Jabatan Pimpinan\r\n1;Dinas Sosial;Dinsos;Kepala Dinas\r\n2;Kecamatan Satui;Kec. Satui;Camat\r\n',
      FULL,
    ],
    [
      'an English header, columns in another order',
      'Short name,Agency,Title\nDinsos,Dinas Sosial,Kepala Dinas\nKec. Satui,Kecamatan Satui,Camat',
      FULL,
    ],
    [
      'a header of other words',
      'No.\tPerangkat Daerah (SKPD)\tAkronim\tSebutan Kepala\n1.\tDinas Sosial\tDinsos\tKepala Dinas\n2.\tKecamatan Satui\tKec. Satui\tCamat',
      FULL,
    ],
    [
      'a title above the header',
      'DAFTAR SKPD\n\nNo;Instansi;Singkatan;Jabatan\n1;Dinas Sosial;Dinsos;Kepala Dinas\n2;Kecamatan Satui;Kec. Satui;Camat',
      FULL,
    ],
    [
      'the header again on each page',
      'SKPD;Singkatan;Jabatan\nDinas Sosial;Dinsos;Kepala Dinas\nSKPD;Singkatan;Jabatan\nKecamatan Satui;Kec. Satui;Camat',
      FULL,
    ],
    ['titles before short names', 'Dinas Sosial;Kepala Dinas;Dinsos\nKecamatan Satui;Camat;Kec. Satui', FULL],
    ['short names first, without a header', 'Dinsos;Dinas Sosial;Kepala Dinas\nKec. Satui;Kecamatan Satui;Camat', FULL],
    [
      'empty columns at the end and in between',
      ';Dinas Sosial;;Dinsos;Kepala Dinas;;;\n;Kecamatan Satui;;Kec. Satui;Camat;;;',
      FULL,
    ],
    [
      'hidden columns with codes and sums',
      '1.06.01\tDinas Sosial\t12.500.000\tDinsos\tKepala Dinas\n7.01.02\tKecamatan Satui\t9.000.000\tKec. Satui\tCamat',
      FULL,
    ],
    [
      'numbers in the first column',
      '1\tDinas Sosial\tDinsos\tKepala Dinas\n2\tKecamatan Satui\tKec. Satui\tCamat',
      FULL,
    ],
    [
      'numbers by Word, semicolons by hand',
      '1.\tDinas Sosial; Dinsos; Kepala Dinas\n2.\tKecamatan Satui; Kec. Satui; Camat',
      FULL,
    ],
    [
      'quotes around everything',
      '"Dinas Sosial";"Dinsos";"Kepala Dinas"\n"Kecamatan Satui";"Kec. Satui";"Camat"',
      FULL,
    ],
    [
      'a cell broken by Alt+Enter',
      '"Dinas\nSosial"\tDinsos\tKepala Dinas\nKecamatan Satui\t"Kec.\nSatui"\tCamat',
      FULL,
    ],
    [
      'unbreakable and invisible spaces',
      'Dinas\u00a0Sosial\u200b;\u00a0Dinsos;Kepala\u202fDinas\nKecamatan\u2007Satui;Kec.\u00a0Satui;\uFEFFCamat',
      FULL,
    ],
    ['blank rows', '\n\nDinas Sosial;Dinsos;Kepala Dinas\n;;\n \t \nKecamatan Satui;Kec. Satui;Camat\n\n', FULL],
    ['titles in brackets', 'Dinas Sosial (Kepala Dinas);Dinsos\nKecamatan Satui (Camat);Kec. Satui', FULL],
    ['the short name twice', 'Dinas Sosial (Dinsos);Dinsos;Kepala Dinas\nKecamatan Satui;Kec. Satui;Camat', FULL],
  ])('%s', (_what, text, rows) => expect(shown(text)).toEqual(rows));

  it.each(['Nama SKPD;;\nDinas Sosial;;', ';Nama SKPD\n;Dinas Sosial'])('one column among empty ones: %j', (text) =>
    expect(shown(text)).toEqual(['Dinas Sosial']),
  );

  it.each(
    [
      '1. ',
      '1) ',
      '(1) ',
      '01. ',
      '1.1 ',
      '1.1. ',
      'a. ',
      'a) ',
      '(a) ',
      'IV. ',
      'iv) ',
      'IV ',
      '• ',
      '- ',
      '– ',
      '-',
      '* ',
      '\t',
      '7.\t',
      '✓ ',
    ].map((number) => [number]),
  )('numbering %j', (number) => {
    expect(shown(`${number}Dinas Sosial\n${number}Badan Pendapatan Daerah`)).toEqual([
      'Dinas Sosial',
      'Badan Pendapatan Daerah',
    ]);
  });

  it('a bare number before every name', () => {
    expect(shown('4 Dinas Sosial\n5 Dinas Perikanan')).toEqual(['Dinas Sosial', 'Dinas Perikanan']);
  });

  it.each<[string, string[]]>([
    [
      'Dinas Pendidikan, Kepemudaan dan Olahraga (Disdikpora)',
      ['Dinas Pendidikan, Kepemudaan dan Olahraga|Disdikpora'],
    ],
    ['Dinas Pekerjaan Umum dan Penataan Ruang [PUPR]', ['Dinas Pekerjaan Umum dan Penataan Ruang|PUPR']],
    ['Dinas Perumahan, Kawasan Permukiman dan Pertanahan', ['Dinas Perumahan, Kawasan Permukiman dan Pertanahan']],
    [
      'Dinas Perumahan, Kawasan Permukiman\nDinas Koperasi, Usaha Mikro',
      ['Dinas Perumahan, Kawasan Permukiman', 'Dinas Koperasi, Usaha Mikro'],
    ],
    ['Dinas "Sosial"', ['Dinas "Sosial"']],
    ['"Dinas ""Sosial"""', ['Dinas "Sosial"']],
  ])('%j', (text, rows) => expect(shown(text)).toEqual(rows));

  it('a head’s name under "Nama", the agency under "SKPD"', () => {
    expect(shown('No;Nama;Jabatan;SKPD\n1;dr. Siti Aminah, M.Kes.;Kepala Dinas;Dinas Sosial')).toEqual([
      'Dinas Sosial||Kepala Dinas|dr. Siti Aminah, M.Kes.',
    ]);
  });

  it('200 rows from Excel with hidden columns', () => {
    const rows = Array.from(
      { length: 200 },
      (_, n) => `${n + 1}\t1.0${n}\tDinas Nomor ${n + 1}\t\tDN${n + 1}\t${n}.000\tKepala Dinas\t`,
    );
    const list = shown(`No\tKode\tNama OPD\t\tSingkatan\tPagu\tJabatan\t\r\n${rows.join('\r\n')}\r\n`);
    expect(list).toHaveLength(200);
    expect(list[199]).toBe('Dinas Nomor 200|DN200|Kepala Dinas');
  });
});

describe('what is doubtful is used with a mark', () => {
  it.each<[string, string, string[]]>([
    [
      'a comma that parts two agencies',
      'Dinas Sosial, Dinas Perikanan',
      ['Dinas Sosial ?several', 'Dinas Perikanan ?several'],
    ],
    [
      'several on a line, one with a comma of its own',
      'Dinas Sosial; Dinas Perumahan, Kawasan Permukiman; Inspektorat',
      ['Dinas Sosial ?several', 'Dinas Perumahan, Kawasan Permukiman ?several', 'Inspektorat ?several'],
    ],
    ['several in one cell', '"Dinas Sosial\nDinas Perikanan";x', ['Dinas Sosial ?several', 'Dinas Perikanan ?several']],
    ['two joined by a word', 'Dinas Sosial dan Dinas Perikanan', ['Dinas Sosial dan Dinas Perikanan ?several']],
    [
      'another separator within',
      'Dinas Sosial\tDinsos\nKecamatan Satui; Kec. Satui; Camat',
      ['Dinas Sosial|Dinsos', 'Kecamatan Satui; Kec. Satui; Camat ?separator'],
    ],
    [
      'a name that goes on',
      'Dinas Pemberdayaan Perempuan,\nPerlindungan Anak',
      ['Dinas Pemberdayaan Perempuan, ?continues', 'Perlindungan Anak ?unfamiliar'],
    ],
    ['words that name no agency', 'Mohon hadir tepat waktu', ['Mohon hadir tepat waktu ?unfamiliar']],
    ['brackets that hold no short name', 'Dinas Sosial (dua orang)', ['Dinas Sosial (dua orang) ?brackets']],
    ['a short name that is of another', 'Dinas Sosial; XYZ', ['Dinas Sosial|XYZ ?short']],
    ['a title that is none', 'Dinas Sosial;Dinsos;Batulicin', ['Dinas Sosial|Dinsos|Batulicin ?title']],
    ['a short name behind a dash', 'Dinas Sosial - Dinsos', ['Dinas Sosial|Dinsos ?short']],
    [
      'a short name behind a comma',
      'Dinas Sosial, Dinsos\nDinas Perikanan',
      ['Dinas Sosial|Dinsos ?short', 'Dinas Perikanan'],
    ],
    [
      'a number that only one has',
      '3 Dinas Sosial\nDinas Perikanan\nInspektorat',
      ['Dinas Sosial ?numbered', 'Dinas Perikanan', 'Inspektorat'],
    ],
    [
      'an agency numbered like a heading',
      'I. Sekretariat Daerah\n1. Dinas Sosial\n2. Dinas Perikanan',
      ['Sekretariat Daerah ?heading', 'Dinas Sosial', 'Dinas Perikanan'],
    ],
    [
      'a formula that failed beside a name',
      'Nama SKPD;Singkatan;Jabatan\nDinas Sosial;#N/A;Kepala Dinas',
      ['Dinas Sosial||Kepala Dinas ?formulaError'],
    ],
    [
      'a short name that was cut',
      `Nama;Singkatan\nDinas Sosial;${'D'.repeat(61)}`,
      [`Dinas Sosial|${'D'.repeat(60)} ?cut`],
    ],
  ])('%s', (_what, text, rows) => expect(shown(text)).toEqual(rows));
});

describe('what is no agency is left, with its reason', () => {
  it.each<[string, string, string[]]>([
    ['a heading with a colon', 'KECAMATAN:\n1. Kecamatan Satui', ['heading: KECAMATAN:']],
    [
      'a numbered heading',
      'I  SEKRETARIAT\n1. Sekretariat Daerah\nII  DINAS\n2. Dinas Sosial',
      ['heading: I SEKRETARIAT', 'heading: II DINAS'],
    ],
    [
      'a heading in the number column',
      'I\tSEKRETARIAT\n1\tSekretariat Daerah\n2\tSekretariat DPRD',
      ['heading: I · SEKRETARIAT'],
    ],
    ['a doubled word', 'Dinas-Dinas Daerah\nDinas Sosial', ['heading: Dinas-Dinas Daerah']],
    ['a heading with a letter', 'A. UNSUR STAF\n1. Dinas Sosial\n2. Dinas Perikanan', ['heading: A. UNSUR STAF']],
    [
      'a caption and a sum',
      'DAFTAR SKPD TAHUN 2026\nDinas Sosial\nJumlah: 1',
      ['caption: DAFTAR SKPD TAHUN 2026', 'caption: Jumlah: 1'],
    ],
    ['a place and a date', 'Dinas Sosial\nBatulicin, 17 Mei 2021', ['caption: Batulicin, 17 Mei 2021']],
    ['a row without a name', 'Dinas Sosial;Dinsos\n;DP;Kepala\n12;', ['noName: DP · Kepala', 'noName: 12']],
    [
      'a repeated name, however spelt',
      'Dinas Sosial\nDINAS  SOSIAL\nDinas So\u00ADsial;x',
      ['duplicate: DINAS SOSIAL', 'duplicate: Dinas Sosial · x'],
    ],
    ['a name that is too long', `Dinas ${'x'.repeat(200)}`, [`tooLong: Dinas ${'x'.repeat(200)}`]],
    [
      'a formula that failed',
      'Nama SKPD;Singkatan\n#REF!;DS',
      ['header: Nama SKPD · Singkatan', 'formulaError: #REF! · DS'],
    ],
    ['a header', 'Nama SKPD\nDinas Sosial', ['header: Nama SKPD']],
  ])('%s', (_what, text, rows) => expect(left(text)).toEqual(rows));
});

describe('an agency that is known', () => {
  it.each<[string, string[]]>([
    ['Dinas Kesehatan; DK; Plt. Kepala Dinas', ['Dinas Kesehatan|DK|Plt. Kepala Dinas']],
    ['DINAS KESEHATAN', ['Dinas Kesehatan|Dinkes|Kepala Dinas']],
    ['Dinkes', ['Dinas Kesehatan|Dinkes|Kepala Dinas']],
    ['setwan;;Plh. Sekretaris DPRD', ['Sekretariat DPRD|Setwan|Plh. Sekretaris DPRD']],
    ['Dinas Kesehatan; DK', ['Dinas Kesehatan|DK|Kepala Dinas']],
  ])('%s', (text, rows) => expect(shown(text, KNOWN)).toEqual(rows));

  it('is named once, by its name or its short name', () => {
    expect(left('Dinkes\nDinas Kesehatan', KNOWN)).toEqual(['duplicate: Dinas Kesehatan']);
  });
});
