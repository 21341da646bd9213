import { type CivilDate, civilDateAt } from '../time/zone.ts';
import type { Entry } from './entry.ts';
import type { FollowUp } from './follow-up.ts';
import { type FollowUpNow, foldFollowUp } from './follow-up-now.ts';
import type { Meeting } from './meeting.ts';
import { once } from './once.ts';
import { getOwn } from './own-properties.ts';
import type { Problem } from './problem.ts';
import { foldProblem, type ProblemNow } from './problem-now.ts';

/** A document with follow-ups, problems and entries: a meeting, or the register. */
export type Matters = Pick<Meeting, 'followUps' | 'problems' | 'entries'>;

/** What a window needs of it to read follow-ups only. */
type FollowUps = Pick<Meeting, 'followUps' | 'entries'>;
type Problems = Pick<Meeting, 'problems' | 'entries'>;

/** The entries of a document by their subject. */
const grouped = once((entries: Meeting['entries']): ReadonlyMap<string, readonly Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of Object.values(entries)) {
    const group = groups.get(entry.subjectId);
    if (group === undefined) groups.set(entry.subjectId, [entry]);
    else group.push(entry);
  }
  return groups;
});

const NONE: readonly Entry[] = [];

/** The day on which a follow-up or a problem of a meeting was ordered at the earliest: nothing happened to it before. */
export const orderedIn = (
  { openedAt, createdAt, zone }: Pick<Meeting, 'openedAt' | 'createdAt' | 'zone'>,
  { origin }: Pick<FollowUp, 'origin'>,
): CivilDate => origin?.date ?? civilDateAt(openedAt ?? createdAt, zone);

/** The entries of a follow-up or a problem in an immutable document. */
export const entriesOfSubject = ({ entries }: Pick<Meeting, 'entries'>, subjectId: string): readonly Entry[] =>
  grouped(entries).get(subjectId) ?? NONE;

/** Folds a record once for the same entries, so that a list of unchanged ones is not drawn again. */
function remembered<R extends FollowUp | Problem, N extends { readonly entries: readonly Entry[] }>(
  fold: (record: R, entries: readonly Entry[]) => N,
): (record: R, entries: readonly Entry[]) => N {
  const folded = new WeakMap<R, N>();
  return (record, entries) => {
    const known = folded.get(record);
    const isSame = known?.entries.length === entries.length && entries.every((entry) => known.entries.includes(entry));
    if (known !== undefined && isSame) return known;
    const now = fold(record, entries);
    folded.set(record, now);
    return now;
  };
}

const followUpOf = remembered(foldFollowUp);
const problemOf = remembered(foldProblem);

/** A follow-up as it is now; `undefined` if it is not in the meeting, or withdrawn. */
export function followUpNow(meeting: FollowUps, id: string): FollowUpNow | undefined {
  const record = getOwn(meeting.followUps.items, id);
  if (record === undefined) return undefined;
  const now = followUpOf(record, entriesOfSubject(meeting, id));
  return now.withdrawn ? undefined : now;
}

/** A problem as it is now; `undefined` if it is not in the meeting, or withdrawn. */
export function problemNow(meeting: Problems, id: string): ProblemNow | undefined {
  const record = getOwn(meeting.problems.items, id);
  if (record === undefined) return undefined;
  const now = problemOf(record, entriesOfSubject(meeting, id));
  return now.withdrawn ? undefined : now;
}

/** A list that stays the same value as long as what it is made of does. */
function listed<P extends Meeting['followUps'] | Meeting['problems'], T>(
  one: (of: P, entries: Meeting['entries'], id: string) => T | undefined,
) {
  const lists = new WeakMap<P, { readonly entries: Meeting['entries']; readonly list: readonly T[] }>();
  return (of: P, entries: Meeting['entries']): readonly T[] => {
    const known = lists.get(of);
    if (known?.entries === entries) return known.list;
    const list = of.order.flatMap((id) => one(of, entries, id) ?? []);
    lists.set(of, { entries, list });
    return list;
  };
}

const followUpList = listed((followUps: Meeting['followUps'], entries, id) => followUpNow({ followUps, entries }, id));
const problemList = listed((problems: Meeting['problems'], entries, id) => problemNow({ problems, entries }, id));

/** The follow-ups of a meeting as they are now, in their order, without withdrawn ones. */
export const followUpsNow = ({ followUps, entries }: FollowUps): readonly FollowUpNow[] =>
  followUpList(followUps, entries);

/** The problems of a meeting as they are now, in their order, without withdrawn ones; solved ones are among them. */
export const problemsNow = ({ problems, entries }: Problems): readonly ProblemNow[] => problemList(problems, entries);
