import { describe, expect, it } from 'vitest';
import { knownAgencies } from '#core/import/known-agencies.ts';
import { hasRundownHeader, readRundown } from '#core/import/rundown.ts';

const known = knownAgencies([{ name: 'Dinas Kesehatan', short: 'Dinkes', head: 'Kepala Dinas' }]);
const rows = (text: string): string[] =>
  readRundown(text, known).rows.map(({ kind, start, planned, title, agency, inCharge, doubts }) =>
    [kind, start ?? '-', planned === null ? '-' : planned / 60_000, agency?.name ?? title, inCharge, doubts.join(',')]
      .join(' | ')
      .replace(/[ |]+$/, ''),
  );

const DAY = [
  'opening | 08:00 | 10 | Pembukaan | MC',
  'prayer | 08:10 | 5 | Doa | Kemenag',
  'agency | 08:15 | 15 | Dinas Kesehatan | Kepala Dinas',
];

describe('a rundown', () => {
  it.each<[string, string]>([
    [
      'from Excel',
      'No\tWaktu\tDurasi\tAcara\tPenanggung Jawab\n1\t08.00\t10 mnt\tPembukaan\tMC\n2\t08.10\t5 mnt\tDoa\tKemenag\n3\t08.15\t15 menit\tDinas Kesehatan\tKepala Dinas',
    ],
    [
      'from a workbook, which stores times as parts of a day',
      'Waktu\tDurasi\tAcara\tPetugas\t\n0.333333333333333\t0.00694444444444444\tPembukaan\tMC\t\n0.340277777777778\t0.00347222222222222\tDoa\tKemenag\t\n0.34375\t0.0104166666666667\tDinas Kesehatan\tKepala Dinas\t',
    ],
    [
      'with spans of time',
      'Waktu;Kegiatan;PIC\n08.00–08.10;Pembukaan;MC\n08.10 - 08.15 WITA;Doa;Kemenag\n08:15 s.d. 08:30;Paparan Dinkes;Kepala Dinas',
    ],
    [
      'without a header',
      '08.00–08.10\tPembukaan\tMC\n08.10–08.15\tDoa\tKemenag\n08.15 s/d 08.30\tPaparan Dinas Kesehatan\tKepala Dinas',
    ],
    [
      'in English',
      'Time,Duration,Item,In charge\n08:00,10,Pembukaan,MC\n08:10,5,Doa,Kemenag\n08:15,15,Dinkes,Kepala Dinas',
    ],
  ])('%s', (_what, text) => expect(rows(text)).toEqual(DAY));

  it('of a workbook is the sheet with its column names', () => {
    const of = (...cells: string[]) => [{ line: 1, cells }];
    expect(hasRundownHeader(of('No', 'Waktu', 'Acara'))).toBe(true);
    expect(hasRundownHeader(of('Nama SKPD', 'Kepala'))).toBe(false);
  });
  it('on plain lines, its lengths from the times that follow', () => {
    expect(rows('1. 08.00 Pembukaan\n2. 08.10 Arahan penutup Bupati (20 menit)\n3. 08.30 - selesai: Penutup')).toEqual([
      'opening | 08:00 | 10 | Pembukaan',
      'closingRemarks | 08:10 | 20 | Arahan penutup Bupati',
      'closing | 08:30 | - | Penutup |  | noLength',
    ]);
  });

  it.each<[string, string]>([
    ['Menyanyikan lagu Indonesia Raya', 'anthem'],
    ['Laporan Sekretaris Daerah', 'report'],
    ['Arahan Bupati sekaligus membuka acara', 'remarks'],
    ['Sambutan Kepala Dinas Kesehatan', 'remarks'],
    ['Tanya jawab', 'qa'],
    ['Ishoma', 'break'],
    ['Istirahat dan makan siang', 'break'],
    ['Doa penutup', 'prayer'],
    ['Penutup dan doa', 'closing'],
    ['Registrasi peserta', 'other'],
    ['Ekspose Dinas Kesehatan', 'agency'],
  ])('%s is of the kind %s', (title, kind) => {
    expect(readRundown(`08.00–08.10;${title}`, known).rows.map((row) => row.kind)).toEqual([kind]);
  });

  const lengths = (...lines: string[]): string[] =>
    readRundown(
      ['No\tWaktu\tDurasi\tAcara', ...lines.map((line, n) => `${n + 1}\t${line}`)].join('\n'),
      known,
    ).rows.map(({ planned, doubts }) => [planned === null ? '-' : planned / 60_000, ...doubts].join(' '));

  it.each<[string, string[], string[]]>([
    ['that fit their times', ['08.00 - 08.10\t00:10\tPembukaan', '08.10 - 09.40\t01:30\tArahan'], ['10', '90']],
    [
      'that fit the next beginning',
      ['08.00\t00.10\tPembukaan', '08.10\t01.30\tArahan', '09.40\t\tDoa'],
      ['10', '90', '- noLength'],
    ],
    ['that would be seconds', ['\t00:10\tPembukaan', '\t01:30\tArahan'], ['10', '90']],
    ['in seconds too', ['08.00 - 08.10\t00:10:00\tPembukaan', '08.10 - 09.40\t01:30:00\tArahan'], ['10', '90']],
  ])('reads hours and minutes, as Excel copies them, in lengths %s', (_what, lines, read) => {
    expect(lengths(...lines)).toEqual(read);
  });

  it('reads minutes and seconds where those fit, or nothing says otherwise', () => {
    expect(lengths('08.00 - 08.10\t10:00\tPembukaan', '08.10 - 08.22\t12:00\tArahan')).toEqual(['10', '12']);
    expect(lengths('\t10:00\tPembukaan', '\t12:30\tArahan')).toEqual(['10', '12.5']);
  });

  it('takes no hours where an item would last half the day, and marks what may be either', () => {
    expect(lengths('\t10:00\tPembukaan', '\t10:00\tArahan', '\t01:30\tDoa')).toEqual(['10', '10', '1.5 lengthUnit']);
    expect(lengths('\t30:00\tPembukaan', '\t01:30\tDoa')).toEqual(['30', '1.5 lengthUnit']);
    expect(lengths('\t02:00\tPembukaan', '\t03:30\tArahan')).toEqual(['2 lengthUnit', '3.5 lengthUnit']);
    // One reading is clear for the whole column.
    expect(lengths('\t00:10\tPembukaan', '\t02:00\tArahan')).toEqual(['10', '120']);
    expect(lengths('\t10:00\tPembukaan', '\t02:00\tDoa')).toEqual(['10', '2']);
    expect(lengths('\t00:10\tPembukaan', '\t00:15\tDoa', '\t06:00\tArahan')).toEqual(['10', '15', '360 lengthUnit']);
    // A time says which.
    expect(lengths('08.00 - 08.02\t02:00\tDoa', '\t03:30\tArahan')).toEqual(['2', '3.5']);
    expect(lengths('08.00\t02:00\tDoa', '08.05\t\tArahan')).toEqual(['2', '- noLength']);
  });

  it('marks a length that contradicts its times, and not one that leaves a gap before the next', () => {
    expect(lengths('08.00 - 08.10\t15 menit\tPembukaan', '08.10 - 08.15\t5\tDoa')).toEqual(['15 length', '5']);
    expect(lengths('08.00\t10\tPembukaan', '08.12\t15\tDoa', '08.20\t5\tPenutup')).toEqual(['10', '15 length', '5']);
    expect(lengths('08.00 - 08.10\t00:45\tPembukaan')).toEqual(['45 length']);
  });

  it('keeps the keys of its rows, equal ones too, while lines are added above them', () => {
    const text = '08.00;Pembukaan\n10.00;Ishoma\n10.00;Ishoma';
    const keys = (read: string): string[] => readRundown(read, known).rows.map(({ key }) => key);
    const before = keys(text);
    expect(new Set(before).size).toBe(3);
    expect(keys(`07.30;Registrasi peserta\n${text}`).slice(1)).toEqual(before);
    expect(keys(`Susunan acara\n\nWaktu;Acara\n${text}`)).toEqual(before);
  });

  it('marks an agency that is new, and times out of order', () => {
    expect(rows('08.20–08.10;Paparan Dinas Sosial')).toEqual([
      'agency | 08:20 | - | Dinas Sosial |  | newAgency,noLength,order',
    ]);
  });
});
