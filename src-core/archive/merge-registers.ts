import { agencyKey } from '../model/agency.ts';
import { REGISTER_ID } from '../model/entry.ts';
import { givenBack, type Register, type RegisterAgency, withdrawnByDeleting } from '../model/register.ts';
import { byText, groupedBy } from './documents.ts';

/** The larger of two by their text, so that the order in which they are given does not matter. */
const oneOf = <T>(a: T, b: T): T => (byText(JSON.stringify(a), JSON.stringify(b)) >= 0 ? a : b);

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(byText);

function bothRecords<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): Record<string, T> {
  const ids = sorted([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    ids.flatMap((id): [string, T][] => {
      const [one, other] = [a[id], b[id]];
      const kept = one === undefined ? other : other === undefined ? one : oneOf(one, other);
      return kept === undefined ? [] : [[id, kept]];
    }),
  );
}

/** An agency with the fields that it has in one register, and all names and identifiers of both. */
function bothAgencies(a: RegisterAgency, b: RegisterAgency): RegisterAgency {
  const bare = ({ formerNames: _, otherIds: __, mergedInto: ___, ...fields }: RegisterAgency) => fields;
  // Whatever else the other computer says of it: that it was merged is kept.
  const into = [a.mergedInto, b.mergedInto].flatMap((id) => id ?? []);
  // What somebody said counts before what a meeting called it.
  const fields = a.said === b.said ? oneOf(bare(a), bare(b)) : bare(a.said ? a : b);
  const names = groupedBy([a.name, b.name, ...a.formerNames, ...b.formerNames], agencyKey);
  names.delete(agencyKey(fields.name));
  return {
    ...fields,
    mergedInto: sorted(into).at(-1) ?? null,
    formerNames: sorted([...names.values()].flatMap((same) => sorted(same).slice(0, 1))),
    otherIds: sorted([...a.otherIds, ...b.otherIds]).filter((id) => id !== fields.id),
  };
}

/**
 * The registers of two archives as one: everything that either has, once. In any order, any number of times the result
 * is the same. What was undone in one of them and not in the other is there again.
 */
export function mergeRegisters(a: Register, b: Register): Register {
  const agencies = new Map<string, RegisterAgency>();
  for (const agency of [...Object.values(a.agencies), ...Object.values(b.agencies)]) {
    agencies.set(agency.id, bothAgencies(agencies.get(agency.id) ?? agency, agency));
  }
  const followUps = bothRecords(a.followUps.items, b.followUps.items);
  const problems = bothRecords(a.problems.items, b.problems.items);
  const ofMeeting = (id: string): Register['discarded'][string] => {
    const both = [a.discarded[id], b.discarded[id]].flatMap((one) => one ?? []);
    return {
      followUps: sorted(both.flatMap((one) => one.followUps)),
      problems: sorted(both.flatMap((one) => one.problems)),
      entries: sorted(both.flatMap((one) => one.entries)),
      handed: both.some((one) => one.handed),
    };
  };
  return {
    ...a,
    createdAt: a.createdAt <= b.createdAt ? a.createdAt : b.createdAt,
    agencies: Object.fromEntries(
      sorted(agencies.keys()).flatMap((id) => [[id, agencies.get(id)]]),
    ) as Register['agencies'],
    followUps: { order: Object.keys(followUps), items: followUps },
    problems: { order: Object.keys(problems), items: problems },
    entries: bothRecords(a.entries, b.entries),
    discarded: Object.fromEntries(
      sorted([...Object.keys(a.discarded), ...Object.keys(b.discarded)]).map((id) => [id, ofMeeting(id)]),
    ),
  };
}

/**
 * A register without what it wrote when meetings were deleted that are there: what they say of themselves counts.
 * @param heldIn what a meeting has (`heldBy`); `null` if it is not there
 * @param begun what began in any meeting that is there (`begunIn`)
 */
export function withoutTakenBack(
  register: Register,
  heldIn: (meetingId: string) => ReadonlySet<string> | null,
  begun: ReadonlySet<string>,
): Register {
  const back = Object.entries(register.discarded).flatMap(([id, written]) => {
    const held = heldIn(id);
    return held === null ? [] : [{ id, ...givenBack(register, written, held) }];
  });
  const withdrawn = withdrawnByDeleting(register, begun);
  if (back.length === 0 && withdrawn.size === 0) return register;
  const ids = (key: 'followUps' | 'problems' | 'entries'): ReadonlySet<string> =>
    new Set(back.flatMap((own) => own[key]));
  const without = <T>(items: Readonly<Record<string, T>>, gone: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(items).filter(([id]) => !gone.has(id)));
  const { followUps, problems } = register;
  const isBack = new Set(back.map(({ id }) => id));
  // What such a meeting lacks is said by the register from then on, as `matters.takeBack` does it.
  const said = Object.fromEntries(
    Object.entries(register.entries).map(([id, entry]) => [
      id,
      isBack.has(entry.madeIn) ? { ...entry, madeIn: REGISTER_ID } : entry,
    ]),
  );
  return {
    ...register,
    followUps: {
      order: followUps.order.filter((id) => !ids('followUps').has(id)),
      items: without(followUps.items, ids('followUps')),
    },
    problems: {
      order: problems.order.filter((id) => !ids('problems').has(id)),
      items: without(problems.items, ids('problems')),
    },
    entries: without(said, new Set([...ids('entries'), ...withdrawn])),
    discarded: Object.fromEntries(
      Object.entries(without(register.discarded, isBack)).map(([id, own]) => [
        id,
        { ...own, entries: own.entries.filter((entry) => !withdrawn.has(entry)) },
      ]),
    ),
  };
}
