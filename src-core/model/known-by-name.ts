import { type Agency, type AgencyId, agencyKey } from './agency.ts';
import type { CarriedMatters, Found } from './carry.ts';
import type { Entry } from './entry.ts';
import { getOwn } from './own-properties.ts';

type Agencies = Readonly<Record<AgencyId, Agency>>;

/** Which of what another document says names no agency that this one may know under an earlier or a later name. */
export interface KnownByName {
  /** Of all that was carried. */
  of(carried: CarriedMatters): CarriedMatters;
  entry(found: Found<Entry>): boolean;
}

/**
 * For while the register cannot be read: nobody knows then which names are of one agency, and taken in by the wrong one
 * it would be there twice.
 * @param agencies of the document
 */
export function knownByName(agencies: Agencies): KnownByName {
  const names = new Set(Object.values(agencies).map(({ name }) => agencyKey(name)));
  const isKnown = (id: AgencyId, theirs: Agencies): boolean => {
    const agency = getOwn(theirs, id);
    return agency === undefined || names.has(agencyKey(agency.name));
  };
  const entry: KnownByName['entry'] = ({ value, agencies: theirs }) =>
    (value.fields.pics ?? []).every((id) => isKnown(id, theirs));
  return {
    entry,
    of({ followUps, problems, entries }) {
      const waiting = new Set(entries.flatMap((found) => (entry(found) ? [] : [found.value.subjectId])));
      const ofKnown = {
        followUps: followUps.filter(({ value, agencies: theirs }) => {
          const author = value.author?.kind === 'agency' ? [value.author.agencyId] : [];
          return [...value.pics, ...author].every((id) => isKnown(id, theirs)) && !waiting.has(value.id);
        }),
        problems: problems.filter(
          ({ value, agencies: theirs }) => isKnown(value.agencyId, theirs) && !waiting.has(value.id),
        ),
      };
      const ids = new Set([...ofKnown.followUps, ...ofKnown.problems].map(({ value }) => value.id));
      return { ...ofKnown, entries: entries.filter(({ value }) => ids.has(value.subjectId)) };
    },
  };
}
