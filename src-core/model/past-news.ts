import { type Agency, type AgencyId, agencyKey } from './agency.ts';
import type { AgencyPast } from './agency-past.ts';
import type { Meeting } from './meeting.ts';
import { getOwn } from './own-properties.ts';
import { pastAfter } from './past-after.ts';
import { agencyFinder, type SameAgency } from './take-agency.ts';

/** Of each agency that presented in a meeting: a number that differs if what the next meeting is to know of it does. */
export type TurnMarks = Readonly<Record<AgencyId, number>>;

/** FNV-1a, 32 bits: it tells an outdated copy from a present one, and proves nothing. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The budget of the turn itself; those before it are told by the meetings that they are of. */
const ownBudget = ({ from, budgets }: AgencyPast): AgencyPast['budgets'][number] | undefined =>
  budgets.findLast(({ date }) => date === from.date);

const markOf = (past: AgencyPast): number => hashOf(JSON.stringify([past.notes, past.targets, ownBudget(past)]));

/** The marks of the turns that were presented in a meeting. */
export const turnMarks = (meeting: Meeting): TurnMarks =>
  Object.fromEntries(
    Object.entries(pastAfter(meeting)).flatMap(([agencyId, past]) =>
      past.from.meetingId === meeting.id ? [[agencyId, markOf(past)]] : [],
    ),
  );

/** What the meetings that are there say of their turns; of a meeting that is missing the copies count. */
type Present = ReadonlyMap<
  string,
  { readonly turns?: TurnMarks; readonly agencies: Readonly<Record<AgencyId, Agency['name']>> }
>;

/** How the meeting of its turn calls the agency of a copy. */
const homeId = (agencyId: AgencyId, copy: AgencyPast): AgencyId => copy.agencyId ?? agencyId;

/** What a document that calls the agency `from` knows of it, for one that calls it `to`. */
function placed({ agencyId, ...past }: AgencyPast, from: AgencyId, to: AgencyId): AgencyPast {
  const home = agencyId ?? from;
  return home === to ? past : { ...past, agencyId: home };
}

function isOutdated(present: Present, agencyId: AgencyId, copy: AgencyPast): boolean {
  const home = present.get(copy.from.meetingId);
  return home !== undefined && getOwn(home.turns ?? {}, homeId(agencyId, copy)) !== markOf(copy);
}

const outdated = ({ past }: Pick<Meeting, 'past'>, present: Present): [AgencyId, AgencyPast][] =>
  Object.entries(past).filter(([agencyId, copy]) => isOutdated(present, agencyId, copy));

type Series = Pick<Meeting, 'past' | 'agencies' | 'continues' | 'status'>;

/**
 * The agencies that presented in the meeting before a prepared one after that was made, each with how it is called there:
 * it has no copy of their turns.
 */
function lateTurns(meeting: Series, present: Present, isSame?: SameAgency): Map<AgencyId, AgencyId> {
  const { past, agencies, continues, status } = meeting;
  const before = status !== 'prepared' || continues === null ? undefined : present.get(continues);
  const find = agencyFinder(agencies, isSame);
  const late = new Map<AgencyId, AgencyId>();
  for (const there of Object.keys(before?.turns ?? {})) {
    const name = getOwn(before?.agencies ?? {}, there) ?? '';
    const here = find({ id: there, name });
    if (here === null || getOwn(past, here)?.from.meetingId === continues) continue;
    // Of several that are one agency here, the one of its own name counts.
    if (!late.has(here) || agencyKey(name) === agencyKey(getOwn(agencies, here)?.name ?? '')) late.set(here, there);
  }
  return late;
}

/** The meetings that have to be read since a copy of what was shown in them is outdated, or there is none yet. */
export function meetingsWithOtherPast(meeting: Series, present: Present, isSame?: SameAgency): Set<string> {
  const others = new Set(outdated(meeting, present).map(([, { from }]) => from.meetingId));
  if (meeting.continues !== null && lateTurns(meeting, present, isSame).size > 0) others.add(meeting.continues);
  return others;
}

/** A copy that says nothing of its turn: it stays outdated, and is made again as soon as its meeting says something of it. */
function withoutTurn(copy: AgencyPast): AgencyPast {
  const own = ownBudget(copy);
  return { ...copy, notes: [], targets: [], budgets: copy.budgets.filter((budget) => budget !== own) };
}
const saysNothing = (copy: AgencyPast): boolean =>
  copy.notes.length === 0 && copy.targets.length === 0 && ownBudget(copy) === undefined;

/**
 * What a meeting is to know of earlier turns instead of its outdated copies: what was hidden, deleted or corrected in its
 * own meeting is so here too, and a prepared one is told the turns that came after it was made. Where that cannot be read,
 * or went back before the turn, nothing of the turn is shown.
 * @param read the meetings of `meetingsWithOtherPast`, as far as they can be read
 */
export function pastNews(
  meeting: Series,
  present: Present,
  read: readonly Meeting[],
  isSame?: SameAgency,
): Record<AgencyId, AgencyPast> {
  const after = new Map(read.map((earlier) => [earlier.id, earlier]));
  const before = after.get(meeting.continues ?? '');
  const late = before === undefined ? {} : pastAfter(before);
  const corrected = Object.fromEntries(
    outdated(meeting, present).flatMap(([agencyId, copy]): [AgencyId, AgencyPast][] => {
      const home = after.get(copy.from.meetingId);
      const there = homeId(agencyId, copy);
      const known = home === undefined ? undefined : getOwn(pastAfter(home), there);
      if (known === undefined) return saysNothing(copy) ? [] : [[agencyId, withoutTurn(copy)]];
      const past = placed(known, there, agencyId);
      // A copy of a copy that is outdated itself: without its turn, until its own meeting is read.
      return [[agencyId, isOutdated(present, agencyId, past) ? withoutTurn(past) : past]];
    }),
  );
  const added = [...lateTurns(meeting, present, isSame)].flatMap(([agencyId, there]): [AgencyId, AgencyPast][] => {
    const past = getOwn(late, there);
    // One that was undone since it was listed is not of that meeting.
    return past?.from.meetingId === meeting.continues ? [[agencyId, placed(past, there, agencyId)]] : [];
  });
  return { ...corrected, ...Object.fromEntries(added) };
}
