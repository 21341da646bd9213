import { effectiveLimits } from '../clock/turn-clock.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import { agencyOf, itemTitle, limitsOf, type Meeting } from '../model/meeting.ts';
import { isKnown, type Person } from '../text/office.ts';
import { type Duration, duration, ZERO } from '../time/units.ts';
import type { ItemTime, MinutesName } from './minutes.ts';
import { sessionsOf } from './sessions.ts';

export const nameOf = (meeting: Meeting, item: AgendaItem): MinutesName => ({
  kind: item.kind,
  title: itemTitle(meeting, item),
});

/** Beyond the hard limit with what was added; 0 without a limit. */
function overtimeOf(meeting: Meeting, item: AgendaItem): Duration {
  const { hard } = effectiveLimits(limitsOf(meeting, item), item.turn.added);
  return hard === null ? ZERO : duration(Math.max(0, item.turn.spent - hard));
}

/** When an item was on the floor, and for how long. */
export const timeOf = (meeting: Meeting, item: AgendaItem): ItemTime => ({
  sessions: sessionsOf(item.turn),
  spent: item.turn.spent,
  added: item.turn.added,
  over: overtimeOf(meeting, item),
});

/** Who is to present an item: at least the head of the agency. */
export const personOf = (meeting: Meeting, item: AgendaItem): Person => ({
  ...item.presenter,
  head: agencyOf(meeting, item)?.head ?? '',
  agency: agencyOf(meeting, item)?.name ?? '',
});

/** Who presented it, where anything is known of them; that every agency has a head does not tell who came. */
export const presenterOf = (meeting: Meeting, item: AgendaItem): Person | null =>
  isKnown(item.presenter) ? personOf(meeting, item) : null;
