import { type Agency, agencyKey } from '../model/agency.ts';

export type KnownAgency = Pick<Agency, 'name' | 'short' | 'head'>;

/** Finds known agencies regardless of spelling. */
export interface KnownAgencies {
  byName(name: string): KnownAgency | null;
  /** If several share a short name, none is found: it is ambiguous. */
  byShort(short: string): KnownAgency | null;
}

/** An index of the agencies of the user's list or of the meeting; lookups take constant time. */
export function knownAgencies(agencies: Iterable<KnownAgency>): KnownAgencies {
  const names = new Map<string, KnownAgency>();
  const shorts = new Map<string, KnownAgency | null>();
  for (const agency of agencies) {
    const key = agencyKey(agency.name);
    if (!names.has(key)) names.set(key, agency);
    if (agency.short === '') continue;
    const short = agencyKey(agency.short);
    shorts.set(short, shorts.has(short) ? null : agency);
  }
  return {
    byName: (name) => names.get(agencyKey(name)) ?? null,
    byShort: (short) => shorts.get(agencyKey(short)) ?? null,
  };
}
