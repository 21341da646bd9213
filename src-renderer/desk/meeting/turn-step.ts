import type { AgendaItem } from '#core/model/agenda-item.ts';
import { hasRunningTurn } from '#core/model/agenda-item.ts';
import { itemOf, type Meeting } from '#core/model/meeting.ts';
import { nextItem } from '#core/views/selected-item.ts';

/** The state of the meeting as far as the operator's next key is concerned. */
export type TurnStep =
  | { readonly at: 'before' | 'between'; readonly next: AgendaItem }
  | { readonly at: 'allDone' | 'finished' }
  | { readonly at: 'called' | 'running' | 'paused'; readonly item: AgendaItem; readonly next: AgendaItem | null };

/** @returns what the start key and the finish key do at this moment */
export function turnStep(meeting: Meeting): TurnStep {
  if (meeting.status === 'finished') return { at: 'finished' };
  const item = itemOf(meeting, meeting.current);
  const next = nextItem(meeting);
  if (item !== null && (item.status === 'called' || item.status === 'running' || item.status === 'paused')) {
    return { at: item.status, item, next };
  }
  if (next === null) return { at: 'allDone' };
  return { at: meeting.status === 'prepared' ? 'before' : 'between', next };
}

/** An item without what is written about it: that changes with each note, and while somebody types into the sheet. */
function courseOf(item: AgendaItem): unknown[] {
  const { noteIds, sheet, ...course } = item;
  return Object.values(course);
}

/** What the step is made of: as long as these are the same, so is what is shown of it. */
export function turnParts(meeting: Meeting): readonly unknown[] {
  const step = turnStep(meeting);
  const items = ['item' in step ? step.item : null, 'next' in step ? step.next : null];
  return [step.at, ...items.flatMap((item) => (item === null ? [null] : courseOf(item)))];
}

/** The active item that calling another one would end; `null` if calling ends nothing. */
export function endedByCall(meeting: Meeting): AgendaItem | null {
  const item = itemOf(meeting, meeting.current);
  return item !== null && hasRunningTurn(item) && meeting.outage === null ? item : null;
}
