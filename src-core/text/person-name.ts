/** Academic and professional titles before a name; "H." and "Hj." are none, nor is what a name begins with ("Gusti"). */
const BEFORE = /^(?:prof|dr|drs|dra|drg|drh|ir|apt|ns|bd)\.\s*/iu;

/** A name without its degrees: "H. Zairullah Azhar" of "Dr. H. Zairullah Azhar, M.Sc.". */
export function withoutDegrees(name: string): string {
  let bare = name.split(',', 1)[0]?.trim() ?? '';
  while (BEFORE.test(bare)) bare = bare.replace(BEFORE, '');
  return bare === '' ? name : bare;
}
