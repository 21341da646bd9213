import { z } from 'zod';
import { ShortText } from './roles.ts';

export type AgencyId = string;

/** Longest agency name that is taken; the longest real one (DP3AP2KB) has 86 characters. */
export const AGENCY_NAME_MAX = 200;

/** Longest short name that is taken. */
export const AGENCY_SHORT_MAX = 60;

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

/** What an agency is called where there is little room. */
export const shortName = (agency: Pick<Agency, 'name' | 'short'>): string => agency.short || agency.name;
