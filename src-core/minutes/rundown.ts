import type { Meeting } from '../model/meeting.ts';
import { orderedItems } from '../model/meeting.ts';
import { plannedLength } from '../schedule/plan-of.ts';
import { type TimetableRow, timetable } from '../schedule/timetable.ts';
import type { Person } from '../text/office.ts';
import { type Duration, type Instant, ZERO } from '../time/units.ts';
import { instantOf } from '../time/zone.ts';
import { type DocumentHead, headOf } from './head.ts';
import type { MinutesName } from './item-facts.ts';
import { nameOf, personOf } from './item-facts.ts';
import { allPrintable } from './printable.ts';

/** A line of the rundown: No | Durasi | Acara | Penanggung jawab (docs/domain/records.md#the-agenda), with the planned time. */
export interface RundownRow extends MinutesName {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
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

/** When each item was planned to begin and end, from the meeting's start. */
export function plannedTimes(meeting: Meeting): TimetableRow[] {
  const entries = orderedItems(meeting).map((item) => ({
    id: item.id,
    planned: plannedLength(meeting, item),
    gap: item.kind === 'agency' ? meeting.changeover : ZERO,
    fixedStart: item.fixedStart,
  }));
  const { date, startAt, zone } = meeting;
  return timetable(entries, instantOf(date, startAt, zone), date, zone);
}

export function rundownOf(meeting: Meeting, strict = false): Rundown {
  const times = new Map(plannedTimes(meeting).map((row) => [row.id, row]));
  const rows = orderedItems(meeting).flatMap((item): RundownRow[] => {
    const planned = times.get(item.id);
    if (planned === undefined) return [];
    return [
      {
        id: item.id,
        ...nameOf(meeting, item),
        start: planned.start,
        end: planned.end,
        length: plannedLength(meeting, item),
        inCharge: item.inCharge,
        presenter: personOf(meeting, item),
      },
    ];
  });
  return allPrintable({ ...headOf(meeting, strict), rows, end: rows.at(-1)?.end ?? null });
}
