import { type CivilDate, daysBetween } from '../time/zone.ts';
import { type Entry, inTime } from './entry.ts';
import type { FollowUp } from './follow-up.ts';
import { assignDefined } from './own-properties.ts';

/** A follow-up with everything that its entries say: the record has the fields as of the last entry. */
export interface FollowUpNow extends FollowUp {
  evidence: string;
  /** The last proposal to extend the due date, and what became of it. */
  extension: NonNullable<Entry['fields']['extension']> | null;
  verifiedBy: Entry['fields']['verifiedBy'] | null;
  withdrawn: boolean;
  /** The oldest first. */
  readonly entries: readonly Entry[];
}

/**
 * What a follow-up is now.
 * @param record what was ordered, as first written
 * @param entries what happened to it, of any documents and in any order; the same entry may occur more than once
 */
export function foldFollowUp(record: FollowUp, entries: readonly Entry[]): FollowUpNow {
  const past = inTime(entries);
  const now: Omit<FollowUpNow, 'entries'> = {
    ...record,
    evidence: '',
    extension: null,
    verifiedBy: null,
    withdrawn: false,
  };
  for (const { fields, on } of past) {
    const { recurred: _, solved: __, ...given } = fields;
    const becomes = fields.status ?? now.status;
    if (becomes !== now.status) {
      // Who confirmed it confirmed the status of that time.
      assignDefined(now, { doneOn: becomes === 'done' ? on : null, verifiedBy: null });
    }
    assignDefined(now, given);
    if (fields.extension?.answer === 'granted') now.due = fields.extension.due;
  }
  return { ...now, entries: past };
}

/** Whether anybody still waits for a follow-up. */
export const isLeftOpen = ({ status, withdrawn }: Pick<FollowUpNow, 'status' | 'withdrawn'>): boolean =>
  status !== 'done' && !withdrawn;

/** How a follow-up stands, from its due date and its entries. */
export const STANDINGS = ['late', 'attention', 'onTrack', 'done'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Days before the due date from which an unfinished follow-up needs attention. */
export const DUE_SOON = 7;
/** Days without an entry after which one without a nearer due date needs attention. */
export const QUIET_FOR = 30;

/**
 * The standing of a follow-up on a day: late after its due date; in need of attention when it is due soon, when a
 * proposal to extend it waits for an answer or was refused, or when nothing was heard of it for long.
 * @param ordered the day on which it was ordered
 */
export function standingOf(
  followUp: Pick<FollowUpNow, 'status' | 'due' | 'extension' | 'entries'>,
  ordered: CivilDate,
  today: CivilDate,
): Standing {
  const { status, due, extension, entries } = followUp;
  if (status === 'done') return 'done';
  if (due !== null && due < today) return 'late';
  const heard = entries.at(-1)?.on ?? ordered;
  const asks = extension !== null && extension.answer !== 'granted';
  const soon = due !== null && daysBetween(today, due) <= DUE_SOON;
  return soon || asks || daysBetween(heard, today) > QUIET_FOR ? 'attention' : 'onTrack';
}
