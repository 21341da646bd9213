import type { Entry, EXTENSION_ANSWERS } from '../model/entry.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import { type FollowUpNow, foldFollowUp } from '../model/follow-up-now.ts';
import type { Meeting } from '../model/meeting.ts';
import { getOwn } from '../model/own-properties.ts';
import type { Role } from '../model/roles.ts';
import type { CivilDate } from '../time/zone.ts';

/** Something that was one thing before a meeting and is another after it. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** What a meeting decided about a later due date. */
export interface Extension extends Change<CivilDate | null> {
  readonly to: CivilDate;
  readonly answer: (typeof EXTENSION_ANSWERS)[number];
  /** Who asked, granted or refused; `null` if nobody is named. */
  readonly by: Role | null;
}

/** What changed in a meeting of a follow-up of an earlier one; `null` for what did not. */
export interface FollowUpChanges {
  readonly status: Change<FollowUpStatus> | null;
  readonly extension: Extension | null;
  /** A due date that was corrected, not extended; after an extension it is from there. */
  readonly due: Change<CivilDate | null> | null;
  /** Whether others are in charge since. */
  readonly handed: boolean;
}

type Known = Pick<Meeting, 'id' | 'followUps'>;

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/**
 * What a meeting changed of a follow-up, by the entries that were made in it.
 * @returns `null` if it is the meeting's own, or nothing changed
 */
export function changesIn(meeting: Known, { id, entries }: FollowUpNow): FollowUpChanges | null {
  const record = getOwn(meeting.followUps.items, id);
  const isMadeHere = ({ madeIn }: Entry): boolean => madeIn === meeting.id;
  const first = entries.findIndex(isMadeHere);
  if (record === undefined || record.origin === null || first === -1) return null;
  const last = entries.findLastIndex(isMadeHere);
  const before = foldFollowUp(record, entries.slice(0, first));
  const after = foldFollowUp(record, entries.slice(0, last + 1));
  const decided = entries.findLast((entry) => isMadeHere(entry) && entry.fields.extension !== undefined);
  const asked = decided?.fields.extension;
  const extension =
    decided === undefined || asked === undefined
      ? null
      : { answer: asked.answer, from: before.due, to: asked.due, by: decided.by };
  // What was granted is due then, unless somebody corrected it afterwards.
  const expected = extension?.answer === 'granted' ? extension.to : before.due;
  const changes: FollowUpChanges = {
    status: before.status === after.status ? null : { from: before.status, to: after.status },
    extension,
    due: expected === after.due ? null : { from: expected, to: after.due },
    handed: !isSame(before.pics, after.pics),
  };
  return Object.values(changes).some((change) => change !== null && change !== false) ? changes : null;
}

/** The due date that a follow-up had before it was first extended; `null` if it never was, had none, or has it again. */
export function dueBefore({ followUps }: Known, { id, entries, due }: FollowUpNow): CivilDate | null {
  const record = getOwn(followUps.items, id);
  const granted = entries.findIndex(({ fields }) => fields.extension?.answer === 'granted');
  const first = record === undefined || granted === -1 ? null : foldFollowUp(record, entries.slice(0, granted)).due;
  return first === due ? null : first;
}
