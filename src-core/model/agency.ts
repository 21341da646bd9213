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

/** An agency of the user's own list; one that is not `inAgenda` can be chosen, but is not added to a new meeting. */
export const ListedAgency = Agency.extend({ inAgenda: z.boolean() });
export type ListedAgency = z.infer<typeof ListedAgency>;

/** An agency as a pasted list describes it; empty fields were not given. */
export const AgencyRow = Agency.omit({ id: true }).extend({
  /** The presenter's name. */
  person: ShortText.default(''),
});
export type AgencyRow = z.output<typeof AgencyRow>;
export const AgencyRows = z.array(AgencyRow).max(AGENCIES_MAX);

/**
 * The same for all spellings of one agency's name: its letters and digits, with abbreviations of rank expanded. A name
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

/** A known agency updated from a list: non-empty short names and titles replace the known ones. */
export const withGiven = <A extends Pick<Agency, 'short' | 'head'>>(
  known: A,
  given: Pick<Agency, 'short' | 'head'>,
): A => ({
  ...known,
  short: given.short || known.short,
  head: given.head || known.head,
});

/** What an agency is called where there is little space. */
export const shortName = (agency: Pick<Agency, 'name' | 'short'>): string => agency.short || agency.name;
