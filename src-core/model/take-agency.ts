import { type Agency, type AgencyId, agencyKey } from './agency.ts';

/** Two names of one agency, as far as somebody knows: it was renamed, or joined with another. */
export type SameAgency = (known: Agency, given: Agency) => boolean;

/**
 * How an agency of another document becomes one of this document: the known one of that name, or of that identifier if
 * it is known to be the same, or else a further one.
 * @param agencies those that are known; `add` is called for each further one
 */
export function agencyTaker(
  agencies: Readonly<Record<AgencyId, Agency>>,
  add: (agency: Agency) => void,
  newId: () => string,
  isSame: SameAgency = () => false,
): (agency: Agency) => AgencyId {
  const byId = new Map(Object.entries(agencies));
  const byName = new Map<string, AgencyId>();
  for (const { id, name } of byId.values()) if (!byName.has(agencyKey(name))) byName.set(agencyKey(name), id);
  return (agency) => {
    const key = agencyKey(agency.name);
    const ofId = byId.get(agency.id);
    if (ofId !== undefined && agencyKey(ofId.name) === key) return ofId.id;
    const named = byName.get(key);
    if (named !== undefined) return named;
    const same =
      ofId !== undefined && isSame(ofId, agency) ? ofId : [...byId.values()].find((one) => isSame(one, agency));
    if (same !== undefined) return same.id;
    // Two documents may have different agencies under one id, if the list was changed between them.
    const taken = { ...agency, id: ofId === undefined ? agency.id : newId() };
    byId.set(taken.id, taken);
    byName.set(key, taken.id);
    add(taken);
    return taken.id;
  };
}
