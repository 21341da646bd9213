import { type Agency, agencyKey } from '../model/agency.ts';

export type KnownAgency = Pick<Agency, 'name' | 'short' | 'head'>;

/** Finds agencies that are known already, by whatever spelling. */
export interface KnownAgencies {
  byName(name: string): KnownAgency | null;
  /** Of several with one short name, none: which is meant cannot be told. */
  byShort(short: string): KnownAgency | null;
}

/** An index of the agencies of the user's list or of the meeting; looking one up takes no longer in a long list. */
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
