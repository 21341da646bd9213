import { type Agency, type AgencyId, agencyKey } from './agency.ts';
import type { CarriedMatters, Found } from './carry.ts';
import type { Entry } from './entry.ts';
import type { Marks, News } from './news.ts';
import { getOwn } from './own-properties.ts';

type Agencies = Readonly<Record<AgencyId, Agency>>;

/** Which of what another document says names no agency that this one may know under an earlier or a later name. */
export interface KnownByName {
  /** Of all that was carried. */
  of(carried: CarriedMatters): CarriedMatters;
  /** Of the news; who may read a follow-up is taken in whoever it is of. */
  ofNews(news: News): News;
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
  const entry = ({ value, agencies: theirs }: Found<Entry>): boolean =>
    (value.fields.pics ?? []).every((id) => isKnown(id, theirs));
  function ofKnown({ cited, ...readers }: Marks): Marks {
    const by = cited?.by ?? null;
    const isKnownBy = by === null || 'role' in by || names.has(agencyKey(by.agency.name));
    return cited === undefined || !isKnownBy ? readers : { ...readers, cited };
  }
  return {
    ofNews: (news) => ({
      ...news,
      entries: news.entries.filter(entry),
      marks: Object.fromEntries(Object.entries(news.marks).map(([id, marks]) => [id, ofKnown(marks)])),
    }),
    of({ followUps, problems, entries }) {
      const waiting = new Set(entries.flatMap((found) => (entry(found) ? [] : [found.value.subjectId])));
      const known = {
        followUps: followUps.filter(({ value, agencies: theirs }) => {
          const author = value.author?.kind === 'agency' ? [value.author.agencyId] : [];
          return [...value.pics, ...author].every((id) => isKnown(id, theirs)) && !waiting.has(value.id);
        }),
        problems: problems.filter(
          ({ value, agencies: theirs }) => isKnown(value.agencyId, theirs) && !waiting.has(value.id),
        ),
      };
      const ids = new Set([...known.followUps, ...known.problems].map(({ value }) => value.id));
      return { ...known, entries: entries.filter(({ value }) => ids.has(value.subjectId)) };
    },
  };
}
