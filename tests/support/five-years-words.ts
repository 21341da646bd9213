import { emptySheet, type Sheet } from '#core/model/sheet.ts';
import type { Dice } from '../doubles/disk/legal-states.ts';

/** Of a list, one. */
const one = (list: readonly string[], roll: Dice): string => list[roll(list.length)] ?? '';

const ACTIONS = [
  'Selesaikan', 'Percepat', 'Perbaiki', 'Laporkan', 'Tindak lanjuti', 'Koordinasikan', 'Tertibkan', 'Siapkan', 'Evaluasi',
  'Tingkatkan', 'Petakan', 'Pastikan', 'Usulkan', 'Bahas kembali', 'Tinjau', 'Lengkapi', 'Sosialisasikan', 'Anggarkan',
  'Awasi', 'Data ulang', 'Benahi', 'Tuntaskan', 'Dampingi', 'Cek di lapangan', 'Umumkan', 'Serahkan', 'Jadwalkan',
]; // biome-ignore format: a list of words
const OBJECTS = [
  'ruas jalan kabupaten', 'jembatan gantung', 'drainase perkotaan', 'gedung sekolah dasar', 'puskesmas pembantu',
  'penyaluran bantuan sosial', 'pendataan stunting', 'imunisasi bayi', 'izin usaha mikro', 'retribusi parkir', 'pajak daerah',
  'aset tanah desa', 'perpustakaan keliling', 'jaringan irigasi', 'bibit padi unggul', 'pupuk bersubsidi', 'pasar tradisional',
  'sampah rumah tangga', 'ruang terbuka hijau', 'air bersih pedesaan', 'rumah tidak layak huni', 'sertifikat tanah',
  'kartu identitas anak', 'akta kelahiran', 'laporan keuangan', 'temuan pemeriksaan', 'gaji guru honorer', 'formasi pegawai',
  'mutasi jabatan', 'peringatan dini banjir', 'pos pemadam kebakaran', 'terminal angkutan', 'pelabuhan rakyat', 'kapal nelayan',
  'festival budaya', 'destinasi wisata pantai', 'situs cagar budaya', 'pelatihan kerja', 'penempatan transmigran', 'data terpadu',
  'aplikasi layanan', 'jaringan serat optik', 'dokumen rencana pembangunan', 'musyawarah desa', 'dana desa', 'badan usaha desa',
  'posyandu lansia', 'rumah sakit', 'obat dan alat kesehatan', 'tenaga dokter', 'keamanan lingkungan', 'pilkades serentak',
]; // biome-ignore format: a list of words
const PLACES = [
  'Batulicin', 'Simpang Empat', 'Karang Bintang', 'Mantewe', 'Kuranji', 'Kusan Hilir', 'Kusan Hulu', 'Kusan Tengah', 'Satui',
  'Teluk Kepayang', 'Sungai Loban', 'Angsana', 'Pagatan', 'Sarigadung', 'Bersujud', 'Tungkaran Pangeran', 'Sebamban', 'Sungai Cuka',
  'Sungai Danau', 'Makmur Mulia', 'Sumber Baru', 'Setarap', 'Jombang', 'Sekapuk', 'Muara Pagatan', 'Gunung Besar', 'Segumbang',
]; // biome-ignore format: a list of words
const REASONS = [
  'sebelum musim hujan', 'karena warga mengeluh', 'agar serapan anggaran tercapai', 'sebab kontraktor terlambat',
  'menjelang akhir triwulan', 'supaya tidak menjadi temuan', 'sesuai arahan Bupati', 'bersama camat dan kepala desa',
  'dengan dana tugas pembantuan', 'tanpa menunggu perubahan anggaran', 'paling lambat akhir bulan', 'sambil menunggu izin lingkungan',
  'dan laporkan kemajuannya kepada Sekda setiap pekan', 'lalu undang pihak ketiga', 'karena lahannya masih bersengketa',
  'supaya pelayanan tidak terganggu', 'dengan melibatkan perguruan tinggi', 'setelah hasil pendataan diverifikasi',
]; // biome-ignore format: a list of words

export const PEOPLE = [
  'H. Ahmad Rifani', 'Hj. Siti Aminah', 'Drs. Muhammad Yusuf', 'Ir. Bambang Sutrisno', 'dr. Ratna Dewi', 'Eka Prasetya',
  'Rahmatullah', 'Nurul Hidayah', 'Gusti Hendra', 'Andi Baso', 'Wahyu Setiawan', 'Dewi Lestari', 'Suryadi', 'Haris Fadillah',
  'Yulia Kartika', 'Mulyadi', 'Fitriani', 'Abdul Gani', 'Lukman Hakim', 'Kurniawati', 'Slamet Riyadi', 'Zainal Arifin',
  'Herlina', 'Junaidi', 'Maya Sari', 'Tri Wibowo', 'Norhayati', 'Agus Salim', 'Rusdiana', 'Taufik Hidayat',
]; // biome-ignore format: a list of words
export const TITLES = ['Rakor Ekspose SKPD', 'Rakor Evaluasi Program', 'Rakor Pembangunan Daerah'] as const;

/** A sentence as leaders say it, with numbers and places; about twenty words. */
export function noteOf(roll: Dice): string {
  const what = `${one(ACTIONS, roll)} ${one(OBJECTS, roll)} di ${one(PLACES, roll)}`;
  const count = roll(3) === 0 ? ` sebanyak ${2 + roll(400)} unit` : '';
  const second = roll(2) === 0 ? ` ${one(ACTIONS, roll)} juga ${one(OBJECTS, roll)} ${one(REASONS, roll)}.` : '';
  return `${what}${count} ${one(REASONS, roll)}.${second}`;
}

export const problemOf = (roll: Dice): string =>
  `${one(OBJECTS, roll)} di ${one(PLACES, roll)} belum tertangani ${one(REASONS, roll)}`;

/** A sheet with two targets, a budget and its problems. */
export function sheetOf(roll: Dice, meeting: number, newId: () => string): Sheet {
  const share = Math.min(100, 20 + meeting / 2 + roll(20));
  const ceiling = (5 + roll(60)) * 1_000_000_000;
  return {
    ...emptySheet(),
    vision: `Terwujudnya ${one(OBJECTS, roll)} yang maju dan merata`,
    programs: `${one(OBJECTS, roll)}; ${one(OBJECTS, roll)}; ${one(OBJECTS, roll)}`,
    targets: [0, 1].map((n) => ({
      id: newId(),
      indicator: n === 0 ? 'Cakupan layanan' : `Jumlah ${one(OBJECTS, roll)}`,
      unit: n === 0 ? '%' : 'unit',
      target: n === 0 ? '100' : String(20 + roll(80)),
      achieved: n === 0 ? share.toFixed(0) : String(roll(60)),
      change: one(REASONS, roll),
    })),
    budget: { ceiling, realised: Math.round((ceiling * share) / 100), need: null, remark: '' },
    problems: problemOf(roll),
    solutions: noteOf(roll),
  };
}
