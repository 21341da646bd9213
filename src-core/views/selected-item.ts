import type { AgendaItem, ItemId } from '../model/agenda-item.ts';
import { isPending } from '../model/agenda-item.ts';
import { itemOf, type Meeting, orderedItems } from '../model/meeting.ts';
import { presentedItems } from '../model/presented.ts';

/** The next item to come, in order; `null` when none is left. */
export const nextItem = (meeting: Meeting): AgendaItem | null => orderedItems(meeting).find(isPending) ?? null;

/**
 * The item that the middle column and the notes are about: the selected one, else the active one, else the next, else
 * (if all are over) the one that presented last.
 */
export function shownItem(meeting: Meeting, viewed: ItemId | null): AgendaItem | null {
  return (
    itemOf(meeting, viewed) ??
    itemOf(meeting, meeting.current) ??
    (meeting.status === 'finished' ? null : nextItem(meeting)) ??
    presentedItems(meeting).at(-1) ??
    orderedItems(meeting)[0] ??
    null
  );
}

/** Whether the desk looks at something else than what is going on, so that it must say so. */
export const viewsAnother = (meeting: Meeting, viewed: ItemId | null): boolean =>
  itemOf(meeting, viewed) !== null && viewed !== shownItem(meeting, null)?.id;

/** The agency that will be called next, else the next item; `null` if nothing is to come. */
export function nextPending(meeting: Meeting): AgendaItem | null {
  const pending = orderedItems(meeting).filter((item) => isPending(item) && item.id !== meeting.current);
  return pending.find(({ kind }) => kind === 'agency') ?? pending[0] ?? null;
}
