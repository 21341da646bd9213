import { type AgendaItem, type ItemKind, isPending, type Presenter } from '../model/agenda-item.ts';
import type { Limits } from '../model/limits.ts';
import { agencyOf, itemOf, itemTitle, limitsOf, type Meeting, orderedItems } from '../model/meeting.ts';
import { plannedLength } from '../schedule/plan-of.ts';
import type { ClockAnchor } from '../schedule/turn-clock.ts';
import { type Duration, ZERO } from '../time/units.ts';

/** An item's name: the user's title, or (if empty) the kind's own name in the projector's language. */
export interface ItemName {
  readonly kind: ItemKind;
  readonly title: string;
}

/** The clock of the active item: called (not started), running or paused. */
export interface TurnClock {
  readonly stage: 'called' | 'running' | 'paused';
  /** A break (ishoma) counts down its plan. */
  readonly isBreak: boolean;
  readonly clock: ClockAnchor;
  /** Before added time: `effectiveLimits(limits, clock.added)` gives the effective ones. */
  readonly limits: Limits;
  /** Planned length if there is no limit, ms. */
  readonly planned: Duration;
  /** Changeover after the current turn, ms. */
  readonly gap: Duration;
}

/** Which turn of the agencies' it is, and what is next. */
export interface Whereabouts {
  readonly next: ItemName | null;
  /** The n-th of m agencies' turns; `null` when the item is no agency. */
  readonly turn: { readonly n: number; readonly m: number } | null;
  /** How many agencies have finished, of how many. */
  readonly done: { readonly n: number; readonly m: number };
}

export type ShownPresenter = (Presenter & { readonly head: string }) | null;

export const nameOf = (meeting: Meeting, item: AgendaItem): ItemName => ({
  kind: item.kind,
  title: itemTitle(meeting, item),
});

/** The active item of an open meeting. */
export function onFloor(meeting: Meeting): AgendaItem | null {
  return meeting.status === 'finished' ? null : itemOf(meeting, meeting.current);
}

export function turnClock(meeting: Meeting, item: AgendaItem): TurnClock {
  const { spent, anchor, added } = item.turn;
  return {
    stage: item.status === 'running' ? 'running' : item.status === 'paused' ? 'paused' : 'called',
    isBreak: item.kind === 'break',
    clock: { spent, anchor, added },
    limits: limitsOf(meeting, item),
    planned: plannedLength(meeting, item),
    gap: item.kind === 'agency' ? meeting.changeover : ZERO,
  };
}

export const nextOf = (items: readonly AgendaItem[], current: AgendaItem | null): AgendaItem | null =>
  items.find((other) => isPending(other) && other.id !== current?.id) ?? null;

export function presenterOf(meeting: Meeting, item: AgendaItem): ShownPresenter {
  const head = agencyOf(meeting, item)?.head ?? '';
  return item.kind === 'agency' || item.presenter.name !== '' ? { ...item.presenter, head } : null;
}

export function whereabouts(meeting: Meeting): Whereabouts {
  const items = orderedItems(meeting);
  const agencies = items.filter((item) => item.kind === 'agency' && item.status !== 'skipped');
  const finished = agencies.filter((item) => item.status === 'done').length;
  const current = itemOf(meeting, meeting.current);
  const next = nextOf(items, current);
  return {
    next: next === null ? null : nameOf(meeting, next),
    turn: current?.kind === 'agency' ? { n: finished + 1, m: agencies.length } : null,
    done: { n: finished, m: agencies.length },
  };
}
