import { type AgencyId, agencyKey } from '../model/agency.ts';
import type { KnownAgency } from './agencies.ts';
import { groupedBy } from './documents.ts';

/** What of an agency is looked at to find others that may be the same. */
export type NamedAgency = Pick<KnownAgency, 'id' | 'name' | 'former' | 'shorts'>;

/** How an agency is called by a text: `rest` is its name without the kind of office, "PUPR" of "Dinas PUPR". */
type Call = 'name' | 'short' | 'rest';

const REGENCY = /\s+kab(?:upaten|\.)?\s.+$/i;
const OFFICE = /^(?:dinas|badan|kantor|bagian)\s+/i;

function callsOf({ name, former, shorts }: NamedAgency): [string, Call][] {
  const names = [name, ...former].map((one) => one.replace(REGENCY, ''));
  const calls: [string, Call][] = [
    ...names.map((one): [string, Call] => [agencyKey(one), 'name']),
    ...shorts.map((one): [string, Call] => [agencyKey(one), 'short']),
    ...names
      .filter((one) => OFFICE.test(one))
      .map((one): [string, Call] => [agencyKey(one.replace(OFFICE, '')), 'rest']),
  ];
  return calls.filter(([key]) => key !== '');
}

/**
 * The agencies that may be the same one: one is called as the other is, was, or is abbreviated, the regency's name and
 * the kind of office left aside. "Dinas Sosial" and "Badan Sosial" are not: both have only the rest in common.
 * @returns by agency the others, in the order given; an agency without any is left out
 */
export function lookAlikes(agencies: readonly NamedAgency[]): ReadonlyMap<AgencyId, readonly AgencyId[]> {
  const calls = agencies.flatMap((agency) => callsOf(agency).map(([key, call]) => ({ key, call, id: agency.id })));
  const pairs = [...groupedBy(calls, ({ key }) => key).values()].flatMap((same) =>
    same.flatMap((one) =>
      same
        .filter((other) => other.id !== one.id && !(one.call === 'rest' && other.call === 'rest'))
        .map((other) => ({ id: one.id, other: other.id })),
    ),
  );
  const place = new Map(agencies.map(({ id }, index) => [id, index]));
  return new Map(
    [...groupedBy(pairs, ({ id }) => id)].map(([id, found]) => [
      id,
      [...new Set(found.map(({ other }) => other))].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    ]),
  );
}
