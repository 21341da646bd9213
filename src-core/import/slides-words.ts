/** What people put around an agency's name in the name of a file; says nothing about whose it is. */
const NOISE = new Set(
  [
    'paparan presentasi presentation ekspose expose ekspos bahan materi slide slides ppt pptx pdf power point file dokumen',
    'final finale fix fiks revisi rev perbaikan draft draf baru terbaru new copy copi salinan of edit update upd versi ver ok',
    'siap cetak lengkap singkat converted compressed dikirim kirim wa whatsapp scan untuk dari oleh kepada dan serta the and',
    'rakor rapat koordinasi rapim evaluasi skpd opd perangkat laporan lap kinerja program kegiatan progres progress capaian',
    'realisasi visi misi renja tahun thn ta triwulan tw semester bulan tgl tanggal hari senin selasa rabu kamis jumat',
    'januari jan februari feb maret mar april apr mei juni jun juli jul agustus agt september sep oktober okt november nov',
    'desember des bupati wabup sekda kab kabupaten pemkab pemda pemerintah kota kantor bpk bapak ibu yth ttd ii iii iv',
  ].flatMap((line) => line.split(' ')),
);

/** Other words for the kind of an agency. */
const SAME: Readonly<Record<string, string>> = {
  kec: 'kecamatan',
  camat: 'kecamatan',
  kel: 'kelurahan',
  lurah: 'kelurahan',
  bag: 'bagian',
  kabag: 'bagian',
  pkm: 'puskesmas',
  upt: 'uptd',
  kadis: 'dinas',
  kaban: 'badan',
  pdam: 'perumda',
  sekwan: 'setwan',
};

/** How the name of an agency begins. Of another kind than the one that a file names, an agency is not meant. */
const KINDS = new Set(
  'dinas badan kecamatan kelurahan desa puskesmas uptd bagian bidang sekretariat satuan perumda perusahaan balai polres polsek kodim koramil'.split(
    ' ',
  ),
);

export const isNoise = (word: string): boolean => NOISE.has(word) || /^(?:\d+|.|v\d+|rev\d+|h\d+)$/u.test(word);
export const isKind = (word: string): boolean => KINDS.has(word);

const ENDING = /\.(?:pdf|pptx?|ppsx?|odp|key)$/i;

/** The words of a file's name, or of an agency's, in lower case, without its ending: "SatpolPP_rev2" has three. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(ENDING, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'dan')
    .map((word) => (Object.hasOwn(SAME, word) ? (SAME[word] ?? word) : word));
}
