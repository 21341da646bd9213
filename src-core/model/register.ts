import { z } from 'zod';
import type { Instant } from '../time/units.ts';
import { Agency, type AgencyId, agencyKey } from './agency.ts';
import { InstantSchema } from './agenda-item.ts';
import { Entries, REGISTER_ID } from './entry.ts';
import { CivilDateSchema, FollowUp } from './follow-up.ts';
import { AGENCY_NAME_MAX } from './lengths.ts';
import type { Matters } from './meeting-matters.ts';
import { getOwn } from './own-properties.ts';
import { Problems } from './problem.ts';
import { ShortText } from './roles.ts';
import type { SameAgency } from './take-agency.ts';

/** Raised as `MEETING_SCHEMA` is. */
export const REGISTER_SCHEMA = 1;

const Ids = z.array(z.string());

/** An agency with one identity over the years. */
export const RegisterAgency = Agency.extend({
  /** Its place in lists; 0 if nobody gave it one. */
  order: z.number().int().default(0),
  group: ShortText.default(''),
  /** The days on which it began and ended; `null` if unknown, or if it still exists. */
  activeFrom: CivilDateSchema.nullable().default(null),
  activeTo: CivilDateSchema.nullable().default(null),
  /** The latest first. */
  formerNames: z.array(z.string().max(AGENCY_NAME_MAX)).default([]),
  /** Under which else meetings know it. */
  otherIds: Ids.default([]),
  /** The agency that it was merged into: its history is shown there. */
  mergedInto: z.string().nullable().default(null),
  /** Whether somebody said so here; otherwise it is as a meeting calls it, and a later meeting may call it otherwise. */
  said: z.boolean().default(false),
});
export type RegisterAgency = z.infer<typeof RegisterAgency>;

/** What was written into the register when a meeting was deleted; taken back if the meeting is restored. */
const Written = z.object({ followUps: Ids, problems: Ids, entries: Ids });
const Discarded = Written.extend({
  /** Everything of it was handed over: the register stands for the meeting, and says which of its entries count. */
  handed: z.boolean().default(false),
});

/** The deleted meetings for which the register stands. */
export const handedIn = ({ discarded }: Pick<Register, 'discarded'>): string[] =>
  Object.entries(discarded).flatMap(([id, { handed }]) => (handed ? [id] : []));

/**
 * The document of what is done between meetings (decision 0029). It knows the agencies that its entries name, and those
 * of which somebody said something here; all others are known from meetings.
 */
export const Register = z.object({
  schema: z.literal(REGISTER_SCHEMA),
  id: z.literal(REGISTER_ID),
  createdAt: InstantSchema,
  agencies: z.record(z.string(), RegisterAgency),
  /** Of meetings that were deleted, with all that happened to them. */
  followUps: z.object({ order: Ids, items: z.record(z.string(), FollowUp) }),
  problems: Problems,
  entries: Entries,
  /** By deleted meeting. */
  discarded: z.record(z.string(), Discarded),
});
export type Register = z.infer<typeof Register>;

export const emptyRegister = (createdAt: Instant): Register => ({
  schema: REGISTER_SCHEMA,
  id: REGISTER_ID,
  createdAt,
  agencies: {},
  followUps: { order: [], items: {} },
  problems: { order: [], items: {} },
  entries: {},
  discarded: {},
});

/** Everything that a document has of follow-ups and problems, by identifier. */
export const heldBy = ({ followUps, problems, entries }: Matters): ReadonlySet<string> =>
  new Set([followUps.items, problems.items, entries].flatMap((items) => Object.keys(items)));

/** The follow-ups and problems that began in a meeting. */
export const begunIn = ({ followUps, problems }: Pick<Matters, 'followUps' | 'problems'>): ReadonlySet<string> =>
  new Set(
    [...Object.values(followUps.items), ...Object.values(problems.items)].flatMap(({ id, origin }) =>
      origin === null ? [id] : [],
    ),
  );

const isWithdrawal = (entries: Entries, id: string): boolean => {
  const entry = getOwn(entries, id);
  return entry?.madeIn === REGISTER_ID && entry.fields.withdrawn === true;
};

/** The entries by which deleting meetings withdrew something. */
const deletions = ({ entries, discarded }: Pick<Register, 'entries' | 'discarded'>): Entries[string][] =>
  Object.values(discarded)
    .flatMap((written) => written.entries)
    .flatMap((id) => (isWithdrawal(entries, id) ? (getOwn(entries, id) ?? []) : []));

/** The follow-ups and problems that deleting meetings withdrew. */
export const subjectsOfDeleting = (register: Pick<Register, 'entries' | 'discarded'>): ReadonlySet<string> =>
  new Set(deletions(register).map(({ subjectId }) => subjectId));

/**
 * The entries by which deleting a meeting withdrew what a meeting that is there again brings back: its own deletion, or that of
 * a second one, after which no other listed it.
 * @param begun in the meeting that is there again
 */
export const withdrawnByDeleting = (
  register: Pick<Register, 'entries' | 'discarded'>,
  begun: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(deletions(register).flatMap(({ id, subjectId }) => (begun.has(subjectId) ? [id] : [])));

/**
 * What the register wrote when a meeting was deleted and gives up when that is there again: what the meeting has itself,
 * and that its follow-ups were withdrawn. What an older state of it lacks stays, so that it is not lost.
 * @param held by the meeting
 */
export function givenBack(
  { entries }: Pick<Register, 'entries'>,
  written: z.infer<typeof Written>,
  held: ReadonlySet<string>,
): z.infer<typeof Written> {
  const isHeld = (id: string): boolean => held.has(id);
  return {
    followUps: written.followUps.filter(isHeld),
    problems: written.problems.filter(isHeld),
    entries: written.entries.filter((id) => isHeld(id) || isWithdrawal(entries, id)),
  };
}

type Agencies = Readonly<Record<AgencyId, RegisterAgency>>;

const NAMES_MOST = 20;

/** The agency of which the history of this one is shown: itself, or what it was merged into. */
export function presentAgency(agencies: Agencies, agency: RegisterAgency): RegisterAgency {
  const path = [agency];
  for (let present = agency; present.mergedInto !== null; ) {
    const next = getOwn(agencies, present.mergedInto);
    if (next === undefined) return present;
    const met = path.findIndex(({ id }) => id === next.id);
    // Two computers merged them, each the other way round: it is the same one of them wherever one begins.
    if (met !== -1) return path.slice(met).reduce((least, one) => (one.id < least.id ? one : least));
    path.push(next);
    present = next;
  }
  return path.at(-1) ?? agency;
}

/** The agency that is known under an identifier, of any meeting. */
export const agencyWithId = (agencies: Agencies, id: AgencyId): RegisterAgency | undefined =>
  getOwn(agencies, id) ?? Object.values(agencies).find(({ otherIds }) => otherIds.includes(id));

/** The agency that is called so, or was. */
export function agencyNamed(agencies: Agencies, name: string): RegisterAgency | undefined {
  const key = agencyKey(name);
  const all = Object.values(agencies);
  return (
    all.find((agency) => agencyKey(agency.name) === key) ??
    all.find(({ formerNames }) => formerNames.some((former) => agencyKey(former) === key))
  );
}

/** Whether two names are of one agency, as far as the register knows. */
export const sameAgencyIn =
  ({ agencies }: Pick<Register, 'agencies'>): SameAgency =>
  (known, given) => {
    const [one, other] = [known, given].map(({ name }) => agencyNamed(agencies, name));
    if (one === undefined || other === undefined) return false;
    return presentAgency(agencies, one).id === presentAgency(agencies, other).id;
  };

/** Its agencies by every identifier under which a meeting knows them. */
export const agenciesByEveryId = ({ agencies }: Pick<Register, 'agencies'>): Record<AgencyId, Agency> =>
  Object.fromEntries(
    Object.values(agencies).flatMap((agency) => [agency.id, ...agency.otherIds].map((id) => [id, agency])),
  );

/** An agency with another name; the name that it had is a former one. */
export function renamed(agency: RegisterAgency, name: string): RegisterAgency {
  if (agencyKey(name) === agencyKey(agency.name)) return { ...agency, name };
  return { ...agency, name, formerNames: withFormer(agency.formerNames, agency.name, name) };
}

/** A known agency that a meeting knows under another identifier, or called otherwise. */
export function withOther(known: RegisterAgency, given: Agency): RegisterAgency {
  const ids = [known.id, ...known.otherIds];
  const isKnown = [known.name, ...known.formerNames].some((name) => agencyKey(name) === agencyKey(given.name));
  return {
    ...known,
    otherIds: ids.includes(given.id) ? known.otherIds : [...known.otherIds, given.id],
    formerNames: isKnown ? known.formerNames : withFormer(known.formerNames, given.name, known.name),
  };
}

const withFormer = (names: readonly string[], former: string, now: string): string[] =>
  [former, ...names.filter((name) => agencyKey(name) !== agencyKey(former))]
    .filter((name) => agencyKey(name) !== agencyKey(now))
    .slice(0, NAMES_MOST);

/** An agency of a meeting as the register calls it, if somebody said so here. */
export function asSaid({ agencies }: Pick<Register, 'agencies'>, agency: Agency): Agency {
  const known = agencyWithId(agencies, agency.id);
  const present = known === undefined ? undefined : presentAgency(agencies, known);
  if (present?.said !== true || present.id !== known?.id) return agency;
  return { ...agency, name: present.name, short: present.short || agency.short, head: present.head || agency.head };
}
