import type { ItemStatus, LedgerEntry, Turn } from '../model/agenda-item.ts';
import type { Meeting } from '../model/meeting.ts';
import { toldTurn } from '../model/presented.ts';
import { wasBrokenOff } from '../schedule/day-plan.ts';
import { between, type Duration, type Instant, plus, ZERO } from '../time/units.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { MinutesName } from './item-facts.ts';
import { nameOf, timeOf } from './item-facts.ts';
import { allPrintable } from './printable.ts';
import { type PlannedItem, plannedItems } from './rundown.ts';

/** The times of one item. Lengths in ms. */
export interface LedgerRow extends MinutesName {
  readonly id: string;
  readonly status: ItemStatus;
  /** As stored with the plan of the day; `null` if it was in none. */
  readonly plannedStart: Instant | null;
  readonly planned: Duration;
  /** When it first began and last ended; `null` if it did not. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly spent: Duration;
  /** Minutes added (or removed, negative). */
  readonly added: number;
  readonly over: Duration;
  /** How often the clock was stopped, and for how long in all on the wall clock. */
  readonly pauses: number;
  readonly paused: Duration;
}

/** The times of the day, per item in the order of the agenda. */
export interface Ledger extends DocumentHead {
  readonly rows: readonly LedgerRow[];
}

/**
 * Pauses after which the turn continued. A stop before the item was called again was no pause: it had been postponed.
 * Nor was one at which the turn was broken off.
 */
function pausesOf({ ledger }: Turn): { pauses: number; paused: Duration } {
  let stop: LedgerEntry | null = null;
  let pauses = 0;
  let paused = ZERO;
  for (const entry of ledger) {
    const { what, at } = entry;
    if (what === 'pause' || what === 'outage') stop ??= entry;
    else if (what === 'call') stop = null;
    else if (stop !== null && (what === 'resume' || what === 'start' || what === 'restart')) {
      if (!wasBrokenOff(stop, at)) {
        pauses += 1;
        paused = plus(paused, between(stop.at, at));
      }
      stop = null;
    }
  }
  return { pauses, paused };
}

function rowOf(meeting: Meeting, { item, start: plannedStart, length: planned }: PlannedItem): LedgerRow {
  const turn = toldTurn(item);
  const time = timeOf(meeting, item);
  const { startedAt, finishedAt, spent, added } = turn;
  return {
    id: item.id,
    ...nameOf(meeting, item),
    status: item.status,
    plannedStart,
    planned,
    start: startedAt,
    // As the minutes print it: older files end a turn that was broken off when somebody said so.
    end: finishedAt === null ? null : (time?.sessions.at(-1)?.to ?? finishedAt),
    spent,
    added,
    over: time?.over ?? ZERO,
    ...pausesOf(turn),
  };
}

export const ledgerOf = (meeting: Meeting): Ledger =>
  allPrintable({ ...headOf(meeting), rows: plannedItems(meeting).map((planned) => rowOf(meeting, planned)) });
