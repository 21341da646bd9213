import type { AgendaItem, ItemId } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import type { Duration, Instant } from '#core/time/units.ts';
import { carriedFor } from '../meeting/carried.ts';
import type { DeskTimetable } from '../meeting/timetable.ts';

/** One row of the agenda. All fields except `item` are primitives, so that rows can be compared cheaply. */
export interface AgendaRow {
  readonly id: ItemId;
  readonly item: AgendaItem;
  /** Its number among the agencies; `null` for other items. */
  readonly number: number | null;
  readonly isCurrent: boolean;
  /** When it would begin; `null` if it is over, skipped or current. */
  readonly start: Instant | null;
  /** How late an item with a fixed time (the lunch break) begins, ms. */
  readonly lateBy: Duration | null;
  readonly notes: number;
  /** Open follow-ups of earlier meetings. */
  readonly carried: number;
}

type Parts = Pick<Meeting, 'agenda' | 'followUps' | 'current'>;

/** The agenda as the desk lists it. */
export function agendaRows(meeting: Meeting & Parts, { rows }: DeskTimetable): AgendaRow[] {
  let agencies = 0;
  return orderedItems(meeting).map((item) => {
    if (item.kind === 'agency') agencies += 1;
    const planned = rows.get(item.id);
    return {
      id: item.id,
      item,
      number: item.kind === 'agency' ? agencies : null,
      isCurrent: meeting.current === item.id,
      start: planned?.start ?? null,
      lateBy: planned === undefined || planned.lateBy === 0 ? null : planned.lateBy,
      notes: item.noteIds.length,
      carried: item.status === 'done' ? 0 : carriedFor(meeting.followUps, item.agencyId).length,
    };
  });
}

/** Keeps the earlier object of each unchanged row, so that only changed rows are rendered again. */
export function reuseRows(before: readonly AgendaRow[], after: readonly AgendaRow[]): readonly AgendaRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const same = (a: AgendaRow, b: AgendaRow): boolean =>
    (Object.keys(b) as (keyof AgendaRow)[]).every((key) => Object.is(a[key], b[key]));
  const kept = after.map((row) => {
    const old = known.get(row.id);
    return old !== undefined && same(old, row) ? old : row;
  });
  return kept.length === before.length && kept.every((row, index) => row === before[index]) ? before : kept;
}

/** Where an item goes that is dropped on another, as `agenda.move` counts: in the order without the item itself. */
export function indexAfterDrop(order: readonly ItemId[], moved: ItemId, target: ItemId, after: boolean): number {
  const rest = order.filter((id) => id !== moved);
  const at = rest.indexOf(target);
  return at === -1 ? order.indexOf(moved) : at + (after ? 1 : 0);
}
