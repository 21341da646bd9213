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

  it('marks an agency that is new, and times out of order', () => {
    expect(rows('08.20–08.10;Paparan Dinas Sosial')).toEqual([
      'agency | 08:20 | - | Dinas Sosial |  | newAgency,noLength,order',
    ]);
  });
});
