/** Heads whose agency's name begins with a word that their title already says: "Camat" of "Kecamatan Satui". */
const IMPLIED: Readonly<Record<string, string>> = { camat: 'kecamatan', lurah: 'kelurahan' };
/** As many letters as "Sekretaris" and "Sekretariat", "Inspektur" and "Inspektorat" have in common. */
const STEM = 6;

/**
 * A title and the agency it is of, without saying a word twice: "Kepala Dinas Kesehatan", "Camat Satui", "Inspektur".
 * @param office the title: "Kepala Dinas"; may be empty
 * @param agency the agency's full name: "Dinas Kesehatan"
 */
export function officeAt(office: string, agency: string): string {
  const title = office.trim();
  const name = agency.trim();
  if (title === '' || name === '') return title || name;
  const last = (title.split(/\s+/).at(-1) ?? '').toLocaleLowerCase('id');
  const [first = '', ...rest] = name.split(/\s+/);
  const opening = first.toLocaleLowerCase('id');
  if (opening === last || opening === IMPLIED[last]) return [title, ...rest].join(' ');
  const stem = title.toLocaleLowerCase('id').slice(0, STEM);
  return stem.length === STEM && opening.startsWith(stem) ? title : `${title} ${name}`;
}
