import type { AgendaItem, ItemKind, Presenter } from '../model/agenda-item.ts';
import { isPending } from '../model/agenda-item.ts';
import type { Limits } from '../model/limits.ts';
import { agencyOf, itemOf, itemTitle, limitsOf, type Meeting, orderedItems } from '../model/meeting.ts';
import type { Layout, TextStep } from '../model/screen.ts';
import type { Settings } from '../model/settings.ts';
import type { Theme } from '../model/settings-fields.ts';
import { plannedLength, planOf } from '../schedule/plan-of.ts';
import type { PlanEntry } from '../schedule/timetable.ts';
import { type ClockAnchor, isUnclocked } from '../schedule/turn-clock.ts';
import type { Locale } from '../text/format.ts';
import { type Duration, type Instant, ZERO } from '../time/units.ts';
import type { CivilDate, ClockTime, Zone } from '../time/zone.ts';
import { type ProjectedMatters, projectedMatters } from './projected-matters.ts';
import { type ProjectedNote, projectedNotes } from './projected-notes.ts';

/** An item's name: the user's title, or (if empty) the kind's own name in the projector's language. */
export interface ItemName {
  readonly kind: ItemKind;
  readonly title: string;
}

interface Frame {
  readonly locale: Locale;
  readonly theme: Theme;
}

/** What every view of an open meeting contains. */
interface Titled extends Frame {
  readonly title: string;
  readonly subtitle: string;
  readonly zone: Zone;
  readonly textStep: TextStep;
}

/** What is needed to compute when the items to come begin. */
interface Timed extends Titled {
  readonly date: CivilDate;
  readonly startAt: ClockTime;
  readonly status: Meeting['status'];
  /** The items to come, for the estimated times, which each window computes by itself. */
  readonly plan: readonly PlanEntry[];
}

/** What fills a screen without clock and notes: the place, and the emblem. */
export interface Home {
  /** Empty if the user gave none. */
  readonly place: string;
  /** Where this window finds the user's emblem; `null` without one. */
  readonly emblem: string | null;
}

interface MeetingFrame extends Timed {
  /** Only for the screens that show it: a welcome, a break, an item without a clock. */
  readonly home: Home | null;
  readonly term: string;
  readonly next: ItemName | null;
  /** The n-th of m agencies' turns; `null` when the item is no agency. */
  readonly turn: { readonly n: number; readonly m: number } | null;
  /** How many agencies have finished, of how many. */
  readonly done: { readonly n: number; readonly m: number };
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

/** The active item, with its clock. */
export interface TurnView extends MeetingFrame, TurnClock {
  readonly item: ItemName;
  readonly presenter: (Presenter & { readonly head: string }) | null;
  /** Newest first; empty in a layout without notes. */
  readonly notes: readonly ProjectedNote[];
}

/** The notes of the active item and nothing else, to be discussed. */
export interface NotesView extends Titled {
  readonly stage: 'notes';
  readonly item: ItemName;
  readonly notes: readonly ProjectedNote[];
}

export interface AgendaRow {
  readonly id: string;
  readonly name: ItemName;
  readonly state: 'done' | 'now' | 'next' | 'later';
  /** When it really began; `null` for one to come, whose time the window estimates. */
  readonly at: Instant | null;
}

/** The whole agenda: done, current, next. */
export interface AgendaView extends Timed {
  readonly stage: 'agenda';
  readonly rows: readonly AgendaRow[];
  /** The clock of the active item, from which the rest is estimated. */
  readonly floor: TurnClock | null;
}

/** What the active agency was ordered before, and its problems. */
export interface MattersView extends Titled, ProjectedMatters {
  readonly stage: 'matters';
  readonly item: ItemName;
  /** The clock of its turn; `null` if it has none. */
  readonly floor: TurnClock | null;
}

/** The meeting's title without anything else. */
export interface HoldView extends Titled, Home {
  readonly stage: 'hold';
}

export interface AnnouncementView extends Titled {
  readonly stage: 'announcement';
  readonly text: string;
}

/** Everything that the projector's window receives: one small value, replaced as a whole. */
export type ProjectorView =
  | (Frame & { readonly stage: 'idle' })
  | (Frame & { readonly stage: 'blank' })
  | (MeetingFrame & { readonly stage: 'before' | 'between' | 'finished' })
  | TurnView
  | NotesView
  | AgendaView
  | MattersView
  | HoldView
  | AnnouncementView;

const nameOf = (meeting: Meeting, item: AgendaItem): ItemName => ({ kind: item.kind, title: itemTitle(meeting, item) });

/** Parts of the meeting that the projector never shows. */
const UNSEEN: readonly unknown[] = ['attendance', 'wording'] satisfies (keyof Meeting)[];
/** Parts of which one layout shows something. */
const MATTERS: readonly unknown[] = ['followUps', 'problems', 'entries'] satisfies (keyof Meeting)[];

/** Whether a layout shows notes. */
export const showsNotes = (layout: Layout): boolean => layout === 'full' || layout === 'notes';

/**
 * Whether a change can affect the projector's view, so that the view is not rebuilt for every word that is typed.
 * @param meeting the meeting after the change
 * @param path where the meeting was changed; of the notes only those of the active item are shown, but any may decide
 *   whether what follows from it is
 */
export function mayBeSeen(
  { current, screen }: Pick<Meeting, 'current' | 'screen'>,
  path: readonly (string | number)[],
): boolean {
  const [part, itemId] = path;
  if (part === 'drafts') return screen.liveTyping && showsNotes(screen.layout);
  if (MATTERS.includes(part)) return screen.layout === 'matters';
  if (part === 'notes' && screen.layout === 'matters') return true;
  if (part === 'notes' && itemId !== undefined) return itemId === current && showsNotes(screen.layout);
  return !UNSEEN.includes(part);
}

/** The active item of an open meeting. */
function onFloor(meeting: Meeting): AgendaItem | null {
  return meeting.status === 'finished' ? null : itemOf(meeting, meeting.current);
}

function turnClock(meeting: Meeting, item: AgendaItem): TurnClock {
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

const nextOf = (items: readonly AgendaItem[], current: AgendaItem | null): AgendaItem | null =>
  items.find((other) => isPending(other) && other.id !== current?.id) ?? null;

function timed(meeting: Meeting, titled: Titled): Timed {
  const { date, startAt, status } = meeting;
  const item = itemOf(meeting, meeting.current);
  const plan = planOf(meeting).filter(({ id }) => id !== item?.id || item.status === 'called');
  return { ...titled, date, startAt, status, plan };
}

function agendaView(meeting: Meeting, titled: Titled): AgendaView {
  const items = orderedItems(meeting).filter(({ status }) => status !== 'skipped');
  const now = onFloor(meeting);
  const next = nextOf(items, now);
  const stateOf = ({ id, status }: AgendaItem): AgendaRow['state'] =>
    id === now?.id ? 'now' : status === 'done' ? 'done' : id === next?.id ? 'next' : 'later';
  const rows = items.map((item): AgendaRow => {
    const state = stateOf(item);
    const began = state === 'done' || state === 'now';
    return { id: item.id, name: nameOf(meeting, item), state, at: began ? item.turn.startedAt : null };
  });
  return { ...timed(meeting, titled), stage: 'agenda', rows, floor: now === null ? null : turnClock(meeting, now) };
}

function turnOrIdle(meeting: Meeting, titled: Titled, home: Home): ProjectorView {
  const items = orderedItems(meeting);
  const agencies = items.filter((item) => item.kind === 'agency' && item.status !== 'skipped');
  const finished = agencies.filter((item) => item.status === 'done').length;
  const current = itemOf(meeting, meeting.current);
  const next = nextOf(items, current);
  const base: MeetingFrame = {
    ...timed(meeting, titled),
    home: null,
    term: meeting.term,
    next: next === null ? null : nameOf(meeting, next),
    turn: current?.kind === 'agency' ? { n: finished + 1, m: agencies.length } : null,
    done: { n: finished, m: agencies.length },
  };
  const item = onFloor(meeting);
  if (item === null) {
    const stage = meeting.status === 'finished' ? 'finished' : meeting.status === 'prepared' ? 'before' : 'between';
    return { ...base, stage, home: stage === 'before' ? home : null };
  }
  const clock = turnClock(meeting, item);
  const head = agencyOf(meeting, item)?.head ?? '';
  return {
    ...base,
    ...clock,
    home: isUnclocked(clock) || clock.isBreak ? home : null,
    item: nameOf(meeting, item),
    presenter: item.kind === 'agency' || item.presenter.name !== '' ? { ...item.presenter, head } : null,
    notes: showsNotes(meeting.screen.layout) ? projectedNotes(meeting, item) : [],
  };
}

/** The settings that the projector's view uses. */
export type ProjectorSettings = Pick<Settings, 'locale' | 'theme' | 'emblem'>;

/**
 * Builds the view for the projector. It is built from the meeting, not cut out of a larger view, and contains only what
 * its layout shows: no private or internal note, no draft unless typing is shown live, and of follow-ups and problems
 * only those of shown notes.
 * @param meeting `null` if none is open
 */
export function projectorView(meeting: Meeting | null, { locale, theme, emblem }: ProjectorSettings): ProjectorView {
  const frame: Frame = { locale, theme };
  if (meeting === null) return { ...frame, stage: 'idle' };
  if (meeting.blank) return { ...frame, stage: 'blank' };
  const { layout, announcement, textStep } = meeting.screen;
  const titled: Titled = { ...frame, title: meeting.title, subtitle: meeting.theme, zone: meeting.zone, textStep };
  const home: Home = { place: meeting.place, emblem: emblem === null ? null : `/emblem/${emblem.id}.png` };
  switch (layout) {
    case 'hold':
      return { ...titled, ...home, stage: 'hold' };
    case 'announcement':
      return { ...titled, stage: 'announcement', text: announcement };
    case 'agenda':
      return agendaView(meeting, titled);
    case 'notes': {
      const item = onFloor(meeting);
      if (item === null) return turnOrIdle(meeting, titled, home);
      return {
        ...titled,
        stage: 'notes',
        item: nameOf(meeting, item),
        notes: projectedNotes(meeting, item),
      };
    }
    case 'matters': {
      const item = onFloor(meeting);
      if (item === null || item.agencyId === null) return turnOrIdle(meeting, titled, home);
      const clock = turnClock(meeting, item);
      return {
        ...titled,
        stage: 'matters',
        item: nameOf(meeting, item),
        floor: isUnclocked(clock) ? null : clock,
        ...projectedMatters(meeting, item.agencyId),
      };
    }
    case 'full':
    case 'clock':
      return turnOrIdle(meeting, titled, home);
    default:
      return layout satisfies never;
  }
}
