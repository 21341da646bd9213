import { original } from 'immer';
import type { Entry, EntryFields } from '../model/entry.ts';
import type { FollowUp } from '../model/follow-up.ts';
import { type FollowUpNow, foldFollowUp } from '../model/follow-up-now.ts';
import { entriesOfSubject, type Matters } from '../model/meeting-matters.ts';
import { assignDefined, getOwn } from '../model/own-properties.ts';
import type { Problem } from '../model/problem.ts';
import { foldProblem, type ProblemNow } from '../model/problem-now.ts';
import { Refused } from '../refusals/refusals.ts';
import { instant } from '../time/units.ts';
import { type CivilDate, civilDateAt, type Zone } from '../time/zone.ts';
import type { CommandContext } from './definition.ts';

/** A follow-up or a problem before a command, with its entries. */
export type Subject =
  | { readonly kind: 'followUp'; readonly record: FollowUp; readonly now: FollowUpNow }
  | { readonly kind: 'problem'; readonly record: Problem; readonly now: ProblemNow };

/** @param matters an immutable value or a draft; of a draft, as it was before the command */
export function subjectIn(matters: Matters, id: string): Subject | null {
  const before = original(matters) ?? matters;
  const followUp = getOwn(before.followUps.items, id);
  const entries = entriesOfSubject(before, id);
  if (followUp !== undefined) return { kind: 'followUp', record: followUp, now: foldFollowUp(followUp, entries) };
  const problem = getOwn(before.problems.items, id);
  return problem === undefined ? null : { kind: 'problem', record: problem, now: foldProblem(problem, entries) };
}

/** @throws Refused `unknownFollowUp` or `unknownProblem`, also for what is withdrawn */
export function needSubject(matters: Matters, kind: Subject['kind'], id: string): Subject {
  const subject = subjectIn(matters, id);
  if (subject?.kind === kind && !subject.now.withdrawn) return subject;
  throw new Refused(kind === 'followUp' ? 'unknownFollowUp' : 'unknownProblem');
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What a problem's entry may say. */
const OF_PROBLEM: readonly (keyof EntryFields)[] = [
  'remark',
  'evidence',
  'pics',
  'what',
  'recurred',
  'solved',
  'withdrawn',
];

/** The fields by which a subject would differ from what it is now. @throws Refused if they do not suit it */
export function changedFields({ kind, now }: Subject, fields: EntryFields): EntryFields {
  const changed: EntryFields = {};
  if (kind === 'followUp') {
    if (fields.recurred !== undefined || fields.solved !== undefined) throw new Refused('badMessage');
    const known = now.extension;
    if (fields.extension !== undefined && !isSame(fields.extension, known)) {
      if (now.due !== null && fields.extension.due <= now.due) throw new Refused('extensionNotLater');
    }
    const before: EntryFields = { ...now, extension: known ?? undefined, verifiedBy: now.verifiedBy ?? undefined };
    for (const key of Object.keys(fields) as (keyof EntryFields)[]) {
      if (!isSame(before[key], fields[key])) assignDefined(changed, { [key]: fields[key] });
    }
    return changed;
  }
  const given = (Object.keys(fields) as (keyof EntryFields)[]).filter((key) => fields[key] !== undefined);
  if (given.some((key) => !OF_PROBLEM.includes(key))) throw new Refused('badMessage');
  if (fields.pics !== undefined && fields.pics.length !== 1) throw new Refused('badMessage');
  const { remark, evidence, text: what, solved, withdrawn, agencyId } = now;
  const before: EntryFields = { remark, evidence, what, solved, withdrawn, pics: [agencyId] };
  for (const key of given) {
    if (key === 'recurred' || !isSame(before[key], fields[key])) assignDefined(changed, { [key]: fields[key] });
  }
  return changed;
}

/** Where and when an entry is made. */
export interface EntryPlace {
  readonly madeIn: string;
  readonly zone: Zone;
  /** The day on which the subject was ordered or raised: nothing happened to it before. */
  readonly since: CivilDate;
  readonly by: Entry['by'];
}

/** Adds an entry with what it changes; none if it changes nothing. @throws Refused if the fields do not suit the subject */
export function addEntry(
  draft: Matters,
  subject: Subject,
  fields: EntryFields,
  { madeIn, zone, since, by }: EntryPlace,
  { at, newId, lastHeard }: CommandContext,
): void {
  const changed = changedFields(subject, fields);
  if (Object.keys(changed).length === 0) return;
  const before = [subject.now.entries.at(-1)?.at, lastHeard?.(subject.record.id)].flatMap((time) => time ?? []);
  const id = newId();
  const then = instant(Math.max(at, ...before.map((time) => time + 1)));
  // A clock that was set back says an earlier day.
  const day = civilDateAt(then, zone);
  draft.entries[id] = {
    id,
    subjectId: subject.record.id,
    at: then,
    on: day < since ? since : day,
    madeIn,
    by,
    fields: changed,
  };
}
