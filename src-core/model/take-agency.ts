import { type Agency, type AgencyId, agencyKey } from './agency.ts';

type Named = Pick<Agency, 'id' | 'name'>;

/** Two names of one agency, as far as somebody knows: it was renamed, or joined with another. */
export type SameAgency = (known: Named, given: Named) => boolean;
const NOBODY_KNOWS: SameAgency = () => false;

/** The agencies of a document, and which of them one of another document is. */
interface Known {
  find(agency: Named): Named | undefined;
  has(id: AgencyId): boolean;
  add(agency: Named): void;
}

function knownOf(agencies: Readonly<Record<AgencyId, Agency>>, isSame: SameAgency): Known {
  const byId = new Map<AgencyId, Named>(Object.entries(agencies));
  const byName = new Map<string, Named>();
  for (const agency of byId.values())
    if (!byName.has(agencyKey(agency.name))) byName.set(agencyKey(agency.name), agency);
  return {
    find(agency) {
      const key = agencyKey(agency.name);
      // Two documents may have different agencies under one id, if the list was changed between them.
      const ofId = byId.get(agency.id);
      if (ofId !== undefined && agencyKey(ofId.name) === key) return ofId;
      const named = byName.get(key);
      if (named !== undefined) return named;
      if (ofId !== undefined && isSame(ofId, agency)) return ofId;
      return [...byId.values()].find((one) => isSame(one, agency));
    },
    has: (id) => byId.has(id),
    add(agency) {
      byId.set(agency.id, agency);
      byName.set(agencyKey(agency.name), agency);
    },
  };
}

/**
 * Which agency of this document one of another document is: the known one of that name, or of that identifier if it is
 * known to be the same; `null` if it is none of them.
 * @param agencies those that are known
 */
export function agencyFinder(
  agencies: Readonly<Record<AgencyId, Agency>>,
  isSame: SameAgency = NOBODY_KNOWS,
): (agency: Named) => AgencyId | null {
  const known = knownOf(agencies, isSame);
  return (agency) => known.find(agency)?.id ?? null;
}

/**
 * How an agency of another document becomes one of this document: the one that `agencyFinder` finds, or else a further one.
 * @param agencies those that are known; `add` is called for each further one
 */
export function agencyTaker(
  agencies: Readonly<Record<AgencyId, Agency>>,
  add: (agency: Agency) => void,
  newId: () => string,
  isSame: SameAgency = NOBODY_KNOWS,
): (agency: Agency) => AgencyId {
  const known = knownOf(agencies, isSame);
  return (agency) => {
    const same = known.find(agency);
    if (same !== undefined) return same.id;
    const taken = { ...agency, id: known.has(agency.id) ? newId() : agency.id };
    known.add(taken);
    add(taken);
    return taken.id;
  };
}
