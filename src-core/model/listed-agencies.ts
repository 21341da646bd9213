import { type AgencyRow, agencyKey, type ListedAgency, withGiven } from './agency.ts';

/**
 * The user's list rebuilt from rows: an agency that was on it keeps its id and whatever the row does not say.
 * @param newId an identifier for an agency that was not on the list
 */
export function listedFrom(
  rows: readonly AgencyRow[],
  before: readonly ListedAgency[],
  newId: () => string,
): ListedAgency[] {
  const known = new Map(before.toReversed().map((agency) => [agencyKey(agency.name), agency]));
  const listed = new Map<string, ListedAgency>();
  for (const { name, short, head } of rows) {
    const key = agencyKey(name);
    if (listed.has(key)) continue;
    const agency = known.get(key);
    listed.set(
      key,
      agency === undefined
        ? { id: newId(), name, short, head, inAgenda: true }
        : withGiven({ ...agency, inAgenda: true }, { short, head }),
    );
  }
  return [...listed.values()];
}
