import { shortName } from './agency.ts';
import { type AgencyPast, PAST_BUDGETS, PAST_NOTES, PAST_TARGETS, type PastNote } from './agency-past.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { Meeting } from './meeting.ts';
import { notesOf } from './meeting-notes.ts';
import type { Author } from './note.ts';
import { mayRead } from './note-readers.ts';
import { getOwn } from './own-properties.ts';
import { presentedItems } from './presented.ts';

function authorThen({ agencies }: Pick<Meeting, 'agencies'>, author: Author): PastNote['author'] {
  if (author.kind === 'leader') return { role: author.role };
  const agency = getOwn(agencies, author.agencyId);
  return { agency: agency === undefined ? '' : shortName(agency) };
}

/** After a turn of the agency. @param before what was known before it */
function afterTurn(meeting: Meeting, item: AgendaItem, before: AgencyPast | undefined): AgencyPast {
  const { id: meetingId, title, date } = meeting;
  const { targets, budget } = item.sheet;
  const { ceiling, realised } = budget;
  const told = ceiling === null && realised === null ? [] : [{ date, ceiling, realised }];
  return {
    from: { meetingId, title, date },
    notes: notesOf(meeting, item)
      .filter((note) => mayRead('room', note))
      .slice(-PAST_NOTES)
      .map(({ id, author, kind, text }) => ({ id, author: authorThen(meeting, author), kind, text })),
    targets: targets
      .filter(({ indicator }) => indicator.trim() !== '')
      .slice(0, PAST_TARGETS)
      .map(({ id, indicator, unit, target, achieved }) => ({ id, indicator, unit, target, achieved })),
    budgets: [...(before?.budgets ?? []), ...told].slice(-PAST_BUDGETS),
  };
}

/** What the next meeting knows of each agency after this one; of an agency that did not present, what was known before. */
export function pastAfter(meeting: Meeting): Record<string, AgencyPast> {
  const past = { ...meeting.past };
  for (const item of presentedItems(meeting)) {
    if (item.agencyId === null) continue;
    past[item.agencyId] = afterTurn(meeting, item, getOwn(meeting.past, item.agencyId));
  }
  return past;
}
