import type { Role } from '../model/roles.ts';

const NUMBERS: Readonly<Record<string, 1 | 2 | 3>> = { i: 1, ii: 2, iii: 3, '1': 1, '2': 2, '3': 3 };
const NUMBERED = {
  asisten: { 1: 'asisten1', 2: 'asisten2', 3: 'asisten3' },
  stafAhli: { 1: 'stafAhli1', 2: 'stafAhli2', 3: 'stafAhli3' },
} as const;

/** What an assistant is responsible for, in either language, where the office has no number. */
const FIELDS: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/pemerintahan|kesejahteraan|kesra|government|welfare/, 1],
  [/ekonomi|pembangunan|ekbang|econom|development/, 2],
  [/administrasi|umum|administration|general/, 3],
];

const ACTING_WORD = /^(plt|plh|pjs|pj)\b\.?\s*/;
const SINGLE: readonly (readonly [RegExp, Role])[] = [
  [/^(?:wakil bupati|wabup|deputy regent)\b|^(?:wakil|deputy)$/, 'wakil'],
  [/^(?:bupati|regent)\b/, 'bupati'],
  [/^(?:sekda|sekretaris daerah|regional secretary)\b|^secretary$/, 'sekda'],
];
const ASSISTANT = /^(?:asisten|assistant)\b/;
const EXPERT = /^(?:staf ahli|sahli|expert(?: staff)?)\b/;

const wordsOf = (office: string): string =>
  office
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(ACTING_WORD, '');

/** Whether it is an office of the expert staff. */
export const isExpert = (office: string): boolean => EXPERT.test(wordsOf(office));

/**
 * The role that an office names, in either language: "Plt. Sekretaris Daerah Kab. Tanah Bumbu", "Asisten II", "Wabup".
 * @returns `null` for an office of nobody else's, and for expert staff without a number: their fields differ everywhere
 */
export function roleIn(office: string): Role | null {
  const text = wordsOf(office);
  const single = SINGLE.find(([pattern]) => pattern.test(text));
  if (single !== undefined) return single[1];
  const kind = ASSISTANT.test(text) ? 'asisten' : EXPERT.test(text) ? 'stafAhli' : null;
  if (kind === null) return null;
  const number = text.split(' ').flatMap((word) => (Object.hasOwn(NUMBERS, word) ? (NUMBERS[word] ?? []) : []))[0];
  if (number !== undefined) return NUMBERED[kind][number];
  const field = kind === 'asisten' ? FIELDS.find(([pattern]) => pattern.test(text)) : undefined;
  return field === undefined ? null : NUMBERED.asisten[field[1]];
}

/** How an acting holder of an office is named before it. */
export const ACTING_TITLES = ['Plt.', 'Plh.', 'Pj.', 'Pjs.'] as const;
export type ActingTitle = (typeof ACTING_TITLES)[number];

const ACTING_NAMES: readonly (readonly [RegExp, ActingTitle | ''])[] = [
  [/^(?:|tidak|bukan|none|no|definitif|tetap|permanent)$/, ''],
  [/^(?:plt|pelaksana tugas)$/, 'Plt.'],
  [/^(?:plh|pelaksana harian)$/, 'Plh.'],
  [/^(?:pjs|penjabat sementara)$/, 'Pjs.'],
  [/^(?:pj|penjabat)$/, 'Pj.'],
];

/**
 * "plt", "Plt.", "Pelaksana Tugas" as it is printed; an empty text for nobody acting.
 * @returns `null` for anything else
 */
export function actingIn(text: string): ActingTitle | '' | null {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return ACTING_NAMES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** An office without the word for its acting holder: "Sekretaris Daerah" of "Plt. Sekretaris Daerah". */
export const withoutActing = (office: string): string =>
  office.trim().replace(/^(?:plt|plh|pjs|pj)(?:\.\s*|\s+)/iu, '');

/** A NIP: date of birth, month of appointment, sex, and a number that counts from 1. */
const NIP = /^(\d{8})(\d{6})(\d)(\d{3})$/;
/** A spreadsheet has made a number of it, of which the last digits are lost. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;

export type NipProblem = 'nip' | 'nipRounded';

/** A NIP as it is written, "19700101 199503 1 001"; or what is wrong with it. An empty text stays empty. */
export function nipIn(text: string): { readonly nip: string } | { readonly problem: NipProblem } {
  const bare = text.replace(/^nip\b[.:\s]*/i, '').replace(/[\s.'’-]/g, '');
  if (bare === '') return { nip: '' };
  if (ROUNDED.test(text.trim()) || /^\d{15}000$/.test(bare)) return { problem: 'nipRounded' };
  const parts = NIP.exec(bare);
  return parts === null ? { problem: 'nip' } : { nip: parts.slice(1).join(' ') };
}
