import type { AgendaItem } from '#core/model/agenda-item.ts';
import { isPending } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';

/** The agency that will be called next (an anthem need not get ready), else the item; `null` when nothing is to come. */
export function nextPending(meeting: Meeting): AgendaItem | null {
  const pending = orderedItems(meeting).filter((item) => isPending(item) && item.id !== meeting.current);
  return pending.find(({ kind }) => kind === 'agency') ?? pending[0] ?? null;
}
