import type { AgendaItem, ItemKind } from '../model/agenda-item.ts';
import type { DocumentOptions } from '../model/export-options.ts';
import { agencyOf, itemTitle, limitsOf, type Meeting } from '../model/meeting.ts';
import { hasPresented, toldTurn } from '../model/presented.ts';
import type { Slides } from '../model/slides.ts';
import { effectiveLimits } from '../schedule/turn-clock.ts';
import { isKnown, type Person } from '../text/office.ts';
import { type Duration, duration, ZERO } from '../time/units.ts';
import { type Session, sessionsOf } from './sessions.ts';

/** An item's name: its title, or (if empty) the kind's own name in the document's language. */
export interface MinutesName {
  readonly kind: ItemKind;
  readonly title: string;
}

/** How long an item really took. */
export interface ItemTime {
  /** Usually one; more if a turn was interrupted and continued later. */
  readonly sessions: readonly Session[];
  /** Time really spent, without pauses, ms. */
  readonly spent: Duration;
  /** Minutes added (or removed, negative), ms. */
  readonly added: number;
  /** Time beyond the hard limit including added time, ms; 0 without a limit. */
  readonly over: Duration;
}

/** The slides of an item as documents name them. */
export type ShownSlides = Pick<Slides, 'name' | 'pages'>;

/** The form's own fields have none for slides. */
export const shownSlides = ({ slides }: AgendaItem, { include, strict }: DocumentOptions): ShownSlides | null =>
  slides === null || strict || !include.slides ? null : { name: slides.name, pages: slides.pages };

export const nameOf = (meeting: Meeting, item: AgendaItem): MinutesName => ({
  kind: item.kind,
  title: itemTitle(meeting, item),
});

/** Time beyond the hard limit including added time; 0 without a limit. */
function overtimeOf(meeting: Meeting, item: AgendaItem): Duration {
  const { hard } = effectiveLimits(limitsOf(meeting, item), item.turn.added);
  return hard === null ? ZERO : duration(Math.max(0, item.turn.spent - hard));
}

/** When an item was active, and for how long; `null` if it did not take place. */
export function timeOf(meeting: Meeting, item: AgendaItem): ItemTime | null {
  if (!hasPresented(item)) return null;
  const turn = toldTurn(item);
  return {
    sessions: sessionsOf(turn),
    spent: turn.spent,
    added: turn.added,
    over: overtimeOf(meeting, item),
  };
}

/** Who is to present an item: at least the head of the agency. */
export const personOf = (meeting: Meeting, item: AgendaItem): Person => ({
  ...item.presenter,
  head: agencyOf(meeting, item)?.head ?? '',
  agency: agencyOf(meeting, item)?.name ?? '',
});

/** Who presented it, if anything is known; that every agency has a head does not say who came. */
export const presenterOf = (meeting: Meeting, item: AgendaItem): Person | null =>
  isKnown(item.presenter) ? personOf(meeting, item) : null;
