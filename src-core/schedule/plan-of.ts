import type { AgendaItem } from '../model/agenda-item.ts';
import { type Limits, NO_LIMITS } from '../model/limits.ts';
import { itemOf, limitsOf, type Meeting } from '../model/meeting.ts';
import { type Duration, duration, type Mono, ZERO } from '../time/units.ts';
import type { PlanEntry } from './timetable.ts';
import { countedLimits, endOf, spentAt } from './turn-clock.ts';

/** Planned length of an item: the refitted one, else its own, else its hard limit, else zero. */
export function plannedLength(meeting: Pick<Meeting, 'limits'>, item: AgendaItem): Duration {
  return item.adjusted?.hard ?? item.planned ?? limitsOf(meeting, item).hard ?? ZERO;
}

/** The limits that an item's clock counts down, before added time; the same at the desk and on the projector. */
export function clockLimitsOf(meeting: Pick<Meeting, 'limits'>, item: AgendaItem): Limits {
  const planned = plannedLength(meeting, item);
  return countedLimits(limitsOf(meeting, item), { isBreak: item.kind === 'break', planned });
}

/** The items still to come (and one that is called but not started), as the timetable needs them. */
export function planOf(meeting: Meeting): PlanEntry[] {
  return meeting.agenda.order.flatMap((id): PlanEntry[] => {
    const item = meeting.agenda.items[id];
    if (item === undefined) return [];
    if (item.status !== 'waiting' && item.status !== 'postponed' && item.status !== 'called') return [];
    return [entryOf(meeting, item, item.fixedStart)];
  });
}

/** What is left of an item, as the timetable needs it. */
function entryOf(meeting: Meeting, item: AgendaItem, fixedStart: PlanEntry['fixedStart']): PlanEntry {
  const { spent, added } = item.turn;
  const left = duration(Math.max(0, endOf(NO_LIMITS, plannedLength(meeting, item), added) - spent));
  return { id: item.id, planned: left, gap: item.kind === 'agency' ? meeting.changeover : ZERO, fixedStart };
}

/** The turn that is paused, as the timetable needs it to go on with it; empty if none is. */
export function pausedEntry(meeting: Meeting): PlanEntry[] {
  const item = itemOf(meeting, meeting.current);
  return item?.status === 'paused' ? [entryOf(meeting, item, null)] : [];
}

/** What is left of the current turn, with its changeover: 0 if no turn is active or it is in overtime. */
export function leftOfCurrent(meeting: Meeting, now: Mono): Duration {
  const item = meeting.current === null ? undefined : meeting.agenda.items[meeting.current];
  if (item === undefined || (item.status !== 'running' && item.status !== 'paused')) return ZERO;
  const spent = spentAt(item.turn, now);
  const end = endOf(clockLimitsOf(meeting, item), plannedLength(meeting, item), item.turn.added);
  const gap = item.kind === 'agency' ? meeting.changeover : ZERO;
  return duration(Math.max(0, end - spent) + gap);
}
