/** Plt., Plh., Pj.: acting for the head. */
export const ACTING = ['none', 'plt', 'plh', 'pj'] as const;
type Acting = (typeof ACTING)[number];

/** Titles that already contain the first word of their agency's name: "Camat" of "Kecamatan Satui". */
const IMPLIED: Readonly<Record<string, string>> = { camat: 'kecamatan', lurah: 'kelurahan' };
/** As many letters as "Sekretaris" and "Sekretariat", "Inspektur" and "Inspektorat" have in common. */
const STEM = 6;
/** A title that already says who is acting: "Plt. Kepala Dinas", "Pj Sekda". */
const STATUS = /^(plt|plh|pjs|pj)(?:\.|\s)/iu;

/**
 * A title and its agency, without repeating a word: "Kepala Dinas Kesehatan", "Camat Satui", "Inspektur".
 * @param office the title: "Kepala Dinas"; may be empty
 * @param agency the agency's full name: "Dinas Kesehatan"
 */
export function officeAt(office: string, agency: string): string {
  const title = office.trim();
  const name = agency.trim();
  if (title === '' || name === '') return title || name;
  if (title.toLocaleLowerCase('id').includes(name.toLocaleLowerCase('id'))) return title;
  const last = (title.split(/\s+/).at(-1) ?? '').toLocaleLowerCase('id');
  const [first = '', ...rest] = name.split(/\s+/);
  const opening = first.toLocaleLowerCase('id');
  const place = rest.join(' ').toLocaleLowerCase('id');
  const placed = place !== '' && title.toLocaleLowerCase('id').endsWith(` ${place}`);
  if (placed && Object.values(IMPLIED).includes(opening)) return title;
  if (opening === last || opening === IMPLIED[last]) return [title, ...rest].join(' ');
  const stem = title.toLocaleLowerCase('id').replace(STATUS, '').trim().slice(0, STEM);
  return stem.length === STEM && opening.startsWith(stem) ? title : `${title} ${name}`;
}

/** Plt., Plh., Pj. or Pjs. as a title says it; `null` if the office is not an acting one. */
export function statusIn(office: string): 'plt' | 'plh' | 'pj' | 'pjs' | null {
  const said = STATUS.exec(office.trim())?.[1]?.toLowerCase();
  return said === 'plt' || said === 'plh' || said === 'pj' || said === 'pjs' ? said : null;
}

/** Somebody who presents, as far as is known. Every field may be empty. */
export interface Person {
  readonly name: string;
  /** Their own office; empty means that of the agency's head. */
  readonly office: string;
  readonly acting: Acting;
  /** Speaks on behalf of the head. */
  readonly representing: boolean;
  /** The title of the agency's head: "Kepala Dinas". */
  readonly head: string;
  /** The agency's full name; empty if a heading above already says it, or there is none. */
  readonly agency: string;
}

/** The texts needed to describe a person, from `locales/<lang>/domain.json`. */
type PersonTexts = (
  key: `domain:acting.${Acting}` | 'domain:representing' | 'domain:representingWhom',
  values: { readonly whom: string },
) => string;

export interface PersonWords {
  readonly name: string;
  /** "Plt. Kepala Dinas Kesehatan", "Sekretaris Dinas Kesehatan". */
  readonly office: string;
  /** "mewakili Kepala Dinas Kesehatan". */
  readonly represents: string;
}

/** Whether anything is known about the person, besides that every agency has a head. */
export const isKnown = ({ name, office, acting, representing }: Omit<Person, 'head' | 'agency'>): boolean =>
  name !== '' || office !== '' || acting !== 'none' || representing;

/**
 * A person in words, the same on the desk, on the projector and on paper. Unknown parts are empty. The acting status of
 * a representative without an office of their own is the head's: "mewakili Plt. Kepala Dinas …".
 */
export function personWords({ name, office, acting, representing, head, agency }: Person, t: PersonTexts): PersonWords {
  const acts = t(`domain:acting.${acting}`, { whom: '' });
  const withStatus = (title: string, status: string): string => {
    const said = title === '' ? '' : officeAt(title, agency);
    return [statusIn(said) === null ? status : '', said].filter((part) => part !== '').join(' ');
  };
  const own = office.trim();
  if (!representing) return { name, office: withStatus(own || head.trim(), acts), represents: '' };
  const whom = head.trim() === '' ? agency : withStatus(head.trim(), own === '' ? acts : '');
  return {
    name,
    office: own === '' ? '' : withStatus(own, acts),
    represents: t(whom === '' ? 'domain:representing' : 'domain:representingWhom', { whom }),
  };
}

/** The same as one line; empty if nothing is known. */
export function personLine(person: Person, t: PersonTexts, separator = ', '): string {
  const { name, office, represents } = personWords(person, t);
  return [name, office, represents].filter((part) => part !== '').join(separator);
}

/** Academic and professional titles before a name; "H.", "Hj." and names like "Gusti" are not among them. */
const BEFORE = /^(?:prof|dr|drs|dra|drg|drh|ir|apt|ns|bd)\.\s*/iu;

/** A name without its degrees: "H. Zairullah Azhar" of "Dr. H. Zairullah Azhar, M.Sc.". */
export function withoutDegrees(name: string): string {
  let bare = name.split(',', 1)[0]?.trim() ?? '';
  while (BEFORE.test(bare)) bare = bare.replace(BEFORE, '');
  return bare === '' ? name : bare;
}
