import { z } from 'zod';
import { AGENCIES_MAX, AGENCY_NAME_MAX, AGENCY_SHORT_MAX } from './lengths.ts';
import { ShortText } from './roles.ts';

export type AgencyId = string;

/** An SKPD (perangkat daerah). */
export const Agency = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(AGENCY_NAME_MAX),
  short: z.string().trim().max(AGENCY_SHORT_MAX),
  /** The title of its head: "Kepala Dinas", "Camat", "Direktur". */
  head: ShortText,
});
export type Agency = z.infer<typeof Agency>;

/** An agency of the user's own list; those not `inAgenda` are kept for choosing, but not put into a new rakor. */
export const ListedAgency = Agency.extend({ inAgenda: z.boolean() });
export type ListedAgency = z.infer<typeof ListedAgency>;

/** An agency as a list of the user's gives it; what is empty was not given. */
export const AgencyRow = Agency.omit({ id: true }).extend({
  /** Who presents for it, by name. */
  person: ShortText.default(''),
});
export type AgencyRow = z.output<typeof AgencyRow>;
export const AgencyRows = z.array(AgencyRow).max(AGENCIES_MAX);

/**
 * What two spellings of one agency's name have in common: its letters and digits, with abbreviations of rank written out. A name
 * without any is its own key.
 */
export function agencyKey(name: string): string {
  const text = name.normalize('NFKC').toLowerCase().trim();
  const key = text
    .replaceAll('&', ' dan ')
    .replace(/^kec\.\s*/, 'kecamatan ')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? text : key;
}

/** A known agency with what a list gives of it: given short names and titles win, empty ones leave what is known. */
export const withGiven = <A extends Pick<Agency, 'short' | 'head'>>(
  known: A,
  given: Pick<Agency, 'short' | 'head'>,
): A => ({
  ...known,
  short: given.short || known.short,
  head: given.head || known.head,
});

/** What an agency is called where there is little room. */
export const shortName = (agency: Pick<Agency, 'name' | 'short'>): string => agency.short || agency.name;
