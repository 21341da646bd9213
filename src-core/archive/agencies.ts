import { type Agency, agencyKey } from '../model/agency.ts';
import { type ArchiveDocument, byText, groupedBy } from './documents.ts';

/** One agency over the years, under whatever names and identifiers meetings know it. */
export interface KnownAgency extends Agency {
  /** Every identifier, `id` among them. */
  readonly ids: readonly string[];
  /** Earlier names, the latest first. */
  readonly former: readonly string[];
  /** Every short name and title of the head that it ever had. */
  readonly shorts: readonly string[];
  readonly heads: readonly string[];
}

/** What somebody said of an agency's identity: these identifiers and names are the same agency, which is called so now. */
export interface SameAgency {
  readonly current: Agency;
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** The agencies of an archive. */
export interface KnownAgencies {
  /** By name. */
  readonly all: readonly KnownAgency[];
  /** @param id any under which a meeting or the register knows it */
  of(id: string): KnownAgency | undefined;
}

/** Joins whatever is the same; each set is named by one of its members. */
function joining() {
  const above = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    return at;
  };
  return {
    top,
    join(a: string, b: string): void {
      const [one, other] = [top(a), top(b)];
      if (one !== other) above.set(one, other);
    },
  };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

/**
 * Which agencies of different meetings are the same one: those with the same identifier, those that somebody joined, and
 * those of the same name. An agency is called as in the latest document, or as `said` says.
 */
export function knownAgencies(documents: readonly ArchiveDocument[], said: readonly SameAgency[] = []): KnownAgencies {
  const sets = joining();
  const ofId = (id: string): string => `id ${id}`;
  const ofName = (name: string): string => `name ${agencyKey(name)}`;
  const latestFirst = documents.toSorted((a, b) => byText(b.date, a.date) || byText(b.id, a.id));
  const met = new Map<string, Agency[]>();
  for (const { agencies } of latestFirst)
    for (const agency of agencies) {
      sets.join(ofId(agency.id), ofName(agency.name));
      const same = met.get(agency.id) ?? [];
      if (!same.some((one) => one.name === agency.name && one.short === agency.short && one.head === agency.head))
        met.set(agency.id, [...same, agency]);
    }
  for (const { current, ids, names } of said) {
    for (const id of ids) sets.join(ofId(id), ofId(current.id));
    for (const name of [current.name, ...names]) sets.join(ofName(name), ofId(current.id));
    met.set(current.id, [current, ...(met.get(current.id) ?? [])]);
  }
  const bySet = groupedBy(met, ([id]) => sets.top(ofId(id)));
  const isSaid = new Set(said.map(({ current }) => current.id));
  const all = [...bySet.values()].flatMap((members): KnownAgency[] => {
    // `met` is in the order of the documents; what somebody said comes before all of them.
    const ordered = [...members.filter(([id]) => isSaid.has(id)), ...members.filter(([id]) => !isSaid.has(id))];
    const agencies = ordered.flatMap(([, ofId]) => ofId);
    const [current] = agencies;
    if (current === undefined) return [];
    const key = agencyKey(current.name);
    const former = new Map(agencies.map(({ name }) => [agencyKey(name), name]));
    former.delete(key);
    const saidNames = said.filter(({ current: { id } }) => members.some(([one]) => one === id));
    for (const name of saidNames.flatMap(({ names }) => names))
      if (agencyKey(name) !== key && !former.has(agencyKey(name))) former.set(agencyKey(name), name);
    return [
      {
        ...current,
        ids: unique([...ordered.map(([id]) => id), ...saidNames.flatMap(({ ids }) => ids)]),
        former: [...former.values()],
        shorts: unique(agencies.map(({ short }) => short)),
        heads: unique(agencies.map(({ head }) => head)),
      },
    ];
  });
  all.sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
  const byId = new Map(all.flatMap((agency) => agency.ids.map((id) => [id, agency])));
  return { all, of: (id) => byId.get(id) };
}
