import { expect, it } from 'vitest';
import { sameStem, stems } from '#core/archive/stem.ts';

/** Words that somebody who searches for one of them means all of. */
const FAMILIES = [
  'menindaklanjuti ditindaklanjuti tindaklanjuti penindaklanjutan tindaklanjut',
  'perbaikan memperbaiki diperbaiki perbaiki perbaikannya',
  'jembatan jembatannya',
  'laporan melaporkan dilaporkan laporkan lapor pelaporan',
  'selesai menyelesaikan diselesaikan selesaikan penyelesaian',
  'anggaran menganggarkan dianggarkan anggarkan penganggaran anggarannya',
  'bangun membangun pembangunan dibangun bangunan terbangun',
  'layanan pelayanan melayani dilayani',
  'bekerja pekerjaan dikerjakan mengerjakan pekerja kerja',
  'rusak kerusakan merusak dirusak',
  'tambah menambah tambahan penambahan ditambah',
  'tambang pertambangan menambang penambang',
  'pengairan mengairi',
  'pasar pemasaran memasarkan',
  'kesehatan sehat',
  'pertanian petani tani',
  'jalan berjalan dijalankan menjalankan perjalanan',
  'siapkan menyiapkan disiapkan persiapan penyiapan kesiapan',
  'tingkat meningkatkan peningkatan ditingkatkan',
  'koordinasi berkoordinasi mengoordinasikan koordinasikan dikoordinasikan',
  'pendataan mendata',
  'usul usulan mengusulkan diusulkan pengusulan',
  'bantu bantuan membantu dibantu',
  'rumah perumahan',
  'tangan menangani ditangani penanganan',
  'kehutanan hutan',
  'perikanan ikan',
  'terkendala kendala',
  'pantau memantau pemantauan dipantau',
  'tetap menetapkan penetapan ditetapkan',
  'keputusan memutuskan diputuskan',
  'evaluasi mengevaluasi dievaluasi',
  'percepatan mempercepat dipercepat cepat',
  'penyerapan menyerap terserap serapan serap',
  'capaian mencapai pencapaian tercapai dicapai',
  'realisasi merealisasikan terealisasi',
  'penertiban menertibkan ketertiban',
  'masalah permasalahan bermasalah',
  'menggunakan digunakan penggunaan gunakan',
  'keberhasilan berhasil hasil',
  'tindakan tindak',
  'masuk masukan',
].map((words) => words.split(' '));

it.each(FAMILIES)('%s and its kin are found by one another', (...family) => {
  const parted = family.flatMap((a) =>
    family.filter((b) => !sameStem(a, b)).map((b) => `${a} ↛ ${b}: ${stems(a)} | ${stems(b)}`),
  );
  expect(parted).toEqual([]);
});

/** Words that a stem must not bring together. */
const STRANGERS = [
  ['perbaikan', 'baik'],
  ['memperbaiki', 'kebaikan'],
  ['jembatan', 'jembat'],
  ['pemerintah', 'rintah'],
  ['pantai', 'santai'],
  ['sapi', 'api'],
  ['kepala', 'pala'],
  ['dinas', 'nas'],
  ['sekolah', 'kolah'],
  ['kendaraan', 'daraan'],
  ['selesai', 'sele'],
  ['jalan', 'jala'],
] as const;

it.each(STRANGERS)('%s is not %s', (a, b) => expect(sameStem(a, b)).toBe(false));

it('short words, numbers and other scripts have none', () => {
  for (const word of ['air', 'apbd', '2026', 'рынок', 'covid19', '']) expect(stems(word)).toEqual([]);
});
