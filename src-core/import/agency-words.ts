/** How the name of an agency begins, in either language. */
const AGENCY =
  /^(?:dinas|badan|sekretariat|inspektorat|kecamatan|kec\.|kelurahan|satuan|satpol|kantor|bagian|bidang|rumah sakit|rsud?\b|uptd?\b|puskesmas|perumda|perseroda|perusahaan|pdam|bank|kementerian|polres|polsek|kodim|koramil|kejaksaan|pengadilan|lembaga|balai|unit|komisi|dewan|pemerintah|department|agency|office|district|secretariat|inspectorate|hospital|bureau|board|regional)(?![\p{L}\p{N}])/iu;
/** The same, followed by the agency's subject; "Inspektorat" is complete by itself. */
const WHOLE_AGENCY = new RegExp(`(?:${AGENCY.source}\\s+\\p{L}.*|^inspektorat$)`, 'iu');
/** Where a second agency begins within a line. */
const NEXT_AGENCY =
  /[,;/]\s*(?=(?:dan\s+)?(?:dinas|badan|sekretariat|inspektorat|kecamatan|satuan|kantor|bagian|rumah sakit|rsud)(?![\p{L}\p{N}]))/giu;
const JOINED_AGENCY =
  /\s(?:dan|serta|&|and)\s+(?:dinas|badan|sekretariat|inspektorat|kecamatan|satuan|kantor|rumah sakit|rsud)(?![\p{L}\p{N}])/iu;

const TITLE =
  /^(?:(?:plt|plh|pjs?)\.?\s+)?(?:kepala|camat|lurah|sekretaris|direktur|inspektur|ketua|kasat|kabag|kadis|kaban|asisten|staf ahli|pimpinan|komandan|manajer|head|director|secretary|chief|inspector|chair)(?![\p{L}\p{N}])/iu;

/** A heading over agencies: the kind alone, singular or doubled, perhaps with a count. */
const CATEGORY =
  /^(?:dinas|badan|kecamatan|(?:para )?camat|sekretariat|kelurahan|bagian|kantor|lembaga|satuan|uptd?|bumd|asisten|staf ahli|skpd|opd|perangkat daerah|undangan|peserta|forkopimda|lain-lain|lainnya|lembaga teknis(?: daerah)?|instansi vertikal|(?:dinas|badan|satuan|lembaga|kantor) daerah|departments?|agencies|districts?|offices?|others?|secretariat)(?: se-.*)?(?:\s*\(\d+\))?$/i;
const DOUBLED = /^(dinas|badan|kecamatan|kelurahan|bagian|kantor|lembaga)\s*-\s*\1(?![\p{L}\p{N}])/iu;
/** Text above or below a list that is not part of it. */
const CAPTION =
  /^(?:daftar|lampiran|rekap(?:itulasi)?|data|jumlah|total|catatan|keterangan|mengetahui|sumber|nomor|tanggal|hal|tembusan|yth|list of|annex|note|source)(?![\p{L}\p{N}-])/iu;

export const beginsLikeAgency = (name: string): boolean => AGENCY.test(name);
export const isWholeAgency = (name: string): boolean => WHOLE_AGENCY.test(name) && !isCategory(name);
export const isTitle = (text: string): boolean => TITLE.test(text);
export const isCategory = (text: string): boolean => CATEGORY.test(text) || DOUBLED.test(text);
export const isCaption = (text: string): boolean => CAPTION.test(text);
/** Whether two agencies are joined by a word, which no rule can split reliably. */
export const joinsAgencies = (name: string): boolean => JOINED_AGENCY.test(name);

/** "Dinas A, Dinas B dan C; Dinas D" split into agencies, but not at a comma within a name. One part if it names one. */
export function partAgencies(name: string): string[] {
  const parts = name
    .split(NEXT_AGENCY)
    .map((part) =>
      part
        .replace(/^dan\s+/i, '')
        .replace(/[,;]\s*$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every(isWholeAgency) ? parts : [name];
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a short name can be derived from a name: the same first letter, and its letters in the name's order. */
export function abbreviates(short: string, name: string): boolean {
  const brief = letters(short);
  const long = letters(name);
  if (brief === '' || brief.length >= long.length || brief[0] !== long[0]) {
    // "PUPR" of "Dinas Pekerjaan Umum dan Penataan Ruang": without the word for the kind.
    const rest = letters(name.replace(/^\S+\s+/, ''));
    return rest !== long && rest[0] === brief[0] && brief !== '' && inOrder(brief, rest);
  }
  return inOrder(brief, long) || inOrder(brief, letters(name.replace(/^\S+\s+/, '')));
}

function inOrder(brief: string, long: string): boolean {
  let at = 0;
  for (const letter of brief) {
    const found = long.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return true;
}
