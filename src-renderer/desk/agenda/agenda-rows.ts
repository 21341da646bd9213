import type { AgendaItem, ItemId } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { carriedFor } from '../meeting/carried.ts';

/** One row of the agenda. All fields except `item` are primitives, so that rows can be compared cheaply. */
export interface AgendaRow {
  readonly id: ItemId;
  readonly item: AgendaItem;
  /** Its number among the agencies; `null` for other items. */
  readonly number: number | null;
  readonly isCurrent: boolean;
  readonly notes: number;
  /** Open follow-ups of earlier meetings. */
  readonly carried: number;
}

type Parts = Pick<Meeting, 'agenda' | 'followUps' | 'entries' | 'current'>;

/** The agenda as the desk lists it. */
export function agendaRows(meeting: Meeting & Parts): AgendaRow[] {
  let agencies = 0;
  return orderedItems(meeting).map((item) => {
    if (item.kind === 'agency') agencies += 1;
    return {
      id: item.id,
      item,
      number: item.kind === 'agency' ? agencies : null,
      isCurrent: meeting.current === item.id,
      notes: item.noteIds.length,
      carried: item.status === 'done' ? 0 : carriedFor(meeting, item.agencyId).length,
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

/** The target of an item that is dropped on another, as `agenda.move` counts: in the order without the item itself. */
export function indexAfterDrop(order: readonly ItemId[], moved: ItemId, target: ItemId, after: boolean): number {
  const rest = order.filter((id) => id !== moved);
  const at = rest.indexOf(target);
  return at === -1 ? order.indexOf(moved) : at + (after ? 1 : 0);
}
