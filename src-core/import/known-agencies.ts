import { type Agency, agencyKey } from '../model/agency.ts';

export interface KnownAgency extends Pick<Agency, 'name' | 'short' | 'head'> {
  readonly id?: string;
  /** Earlier names and short names, by which it is found too. */
  readonly former?: readonly string[];
  readonly formerShorts?: readonly string[];
}

/** Finds known agencies regardless of spelling. */
export interface KnownAgencies {
  /** By its name, else by a former one that only one agency had. */
  byName(name: string): KnownAgency | null;
  /** If several share a short name, none is found: it is ambiguous. */
  byShort(short: string): KnownAgency | null;
}

/** An agency as earlier meetings and the register know it. */
export interface RememberedAgency extends Pick<Agency, 'name' | 'short' | 'head'> {
  readonly ids: readonly string[];
  readonly former: readonly string[];
  readonly shorts: readonly string[];
}

/** What several agencies would be found by finds none of them. */
function unambiguous() {
  const found = new Map<string, KnownAgency | null>();
  return {
    get: (key: string): KnownAgency | null | undefined => found.get(key),
    add(text: string, agency: KnownAgency): void {
      const key = agencyKey(text);
      if (key === '') return;
      const other = found.get(key);
      const isOther = other !== undefined && (other === null || agencyKey(other.name) !== agencyKey(agency.name));
      found.set(key, isOther ? null : (other ?? agency));
    },
  };
}

/** An index of the agencies of the user's list or of the meeting; lookups take constant time. */
export function knownAgencies(agencies: Iterable<KnownAgency>): KnownAgencies {
  const names = new Map<string, KnownAgency>();
  const shorts = unambiguous();
  const former = unambiguous();
  const formerShorts = unambiguous();
  for (const agency of agencies) {
    const key = agencyKey(agency.name);
    if (!names.has(key)) names.set(key, agency);
    shorts.add(agency.short, agency);
    for (const name of agency.former ?? []) former.add(name, agency);
    for (const short of agency.formerShorts ?? []) formerShorts.add(short, agency);
  }
  return {
    byName: (name) => names.get(agencyKey(name)) ?? former.get(agencyKey(name)) ?? null,
    byShort(short) {
      const key = agencyKey(short);
      const now = shorts.get(key);
      // One that is ambiguous today is not made clear by what it meant once.
      return now === undefined ? (formerShorts.get(key) ?? null) : now;
    },
  };
}

/**
 * The agencies of a list with the names that they once had, and behind them those that only earlier meetings know. One
 * that was renamed on the list is recognised by its id.
 */
export function withHistory(
  agencies: readonly KnownAgency[],
  remembered: readonly RememberedAgency[],
): readonly KnownAgency[] {
  const byId = new Map(remembered.flatMap((agency) => agency.ids.map((id) => [id, agency])));
  const byName = knownAgencies(remembered);
  const met = new Set<KnownAgency>();
  const own = agencies.map((agency): KnownAgency => {
    const known = byId.get(agency.id ?? '') ?? byName.byName(agency.name);
    const past = remembered.find(({ name }) => known !== null && name === known.name);
    if (past === undefined) return agency;
    met.add(past);
    return { ...agency, former: [past.name, ...past.former], formerShorts: past.shorts };
  });
  const others = remembered
    .filter((agency) => !met.has(agency))
    .map(({ shorts, ...agency }): KnownAgency => ({ ...agency, formerShorts: shorts }));
  return [...own, ...others];
}
