import type { AgendaItem } from '../model/agenda-item.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import { layDay, storedPlanOf } from '../schedule/day-plan.ts';
import { plannedLength } from '../schedule/plan-of.ts';
import { timetable } from '../schedule/timetable.ts';
import type { Person } from '../text/office.ts';
import { type Duration, type Instant, instant, later, ZERO } from '../time/units.ts';
import { instantOf } from '../time/zone.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { MinutesName } from './item-facts.ts';
import { nameOf, personOf } from './item-facts.ts';
import { allPrintable } from './printable.ts';

/** A line of the rundown: No | Durasi | Acara | Penanggung jawab (docs/domain/records.md#the-agenda), with the planned time. */
export interface RundownRow extends MinutesName {
  readonly id: string;
  /** `null` if it was in no plan: it was skipped before the day began, or added after that. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** Without the changeover after it, ms; 0 if nothing is planned. */
  readonly length: Duration;
  /** As the user wrote it; if empty, the presenter. */
  readonly inCharge: string;
  readonly presenter: Person;
}

/** The whole agenda as planned, whatever really happened. */
export interface Rundown extends DocumentHead {
  readonly rows: readonly RundownRow[];
  /** Planned end of the last item; `null` without items. */
  readonly end: Instant | null;
}

/** When an item was planned to begin, and for how long. */
export interface PlannedItem {
  readonly item: AgendaItem;
  readonly start: Instant | null;
  readonly length: Duration;
}

/** The whole agenda as it now is, from the meeting's start: for older files, which stored no plan. */
function presentPlan(meeting: Meeting): PlannedItem[] {
  const items = orderedItems(meeting);
  const entries = items.map((item) => ({
    id: item.id,
    planned: plannedLength(meeting, item),
    gap: item.kind === 'agency' ? meeting.changeover : ZERO,
    fixedStart: item.fixedStart,
  }));
  const { date, startAt, zone } = meeting;
  const rows = timetable(entries, instantOf(date, startAt, zone), date, zone);
  return items.map((item, index) => ({
    item,
    start: rows[index]?.start ?? null,
    length: plannedLength(meeting, item),
  }));
}

/**
 * The plan of each item, in the agenda's order: as it is stored with the first call (decision 0014), since what happens
 * later does not rewrite it. Until then it is what that call would store.
 */
export function plannedItems(meeting: Meeting): PlannedItem[] {
  if (meeting.plans.length === 0 && meeting.openedAt !== null) return presentPlan(meeting);
  const { date, startAt, zone, plans } = meeting;
  const start = instantOf(date, startAt, zone);
  const planned = plans.length > 0 ? meeting : { ...meeting, plans: [layDay(meeting, date, start, start)] };
  return orderedItems(meeting).map((item) => ({ item, ...storedPlanOf(planned, item) }));
}

/** In the order of the plan; what was in no plan stays behind the item that it follows on the agenda. */
function inPlannedOrder(planned: readonly PlannedItem[]): PlannedItem[] {
  let before: Instant = instant(Number.NEGATIVE_INFINITY);
  return planned
    .map((one) => {
      before = one.start ?? before;
      return { one, at: before };
    })
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ one }) => one);
}

export function rundownOf(meeting: Meeting, strict = false): Rundown {
  const rows = inPlannedOrder(plannedItems(meeting)).map(
    ({ item, start, length }): RundownRow => ({
      id: item.id,
      ...nameOf(meeting, item),
      start,
      end: start === null ? null : later(start, length),
      length,
      inCharge: item.inCharge,
      presenter: personOf(meeting, item),
    }),
  );
  return allPrintable({ ...headOf(meeting, strict), rows, end: rows.findLast(({ end }) => end !== null)?.end ?? null });
}
