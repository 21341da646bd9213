import type { AgendaItem } from '../model/agenda-item.ts';
import { itemOf, type Meeting, orderedItems } from '../model/meeting.ts';
import { toldTurn } from '../model/presented.ts';
import type { Screen, TextStep } from '../model/screen.ts';
import type { Settings } from '../model/settings.ts';
import { mayShowSlides, type Pointed, type Slides, type Spot } from '../model/slides.ts';
import { planOf } from '../schedule/plan-of.ts';
import type { PlanEntry } from '../schedule/timetable.ts';
import { isUnclocked } from '../schedule/turn-clock.ts';
import type { Instant } from '../time/units.ts';
import type { CivilDate, ClockTime, Zone } from '../time/zone.ts';
import {
  type ItemName,
  nameOf,
  nextOf,
  onFloor,
  presenterOf,
  type ShownPresenter,
  type TurnClock,
  turnClock,
  type Whereabouts,
  whereabouts,
} from './active-item.ts';
import { type ProjectedMatters, projectedMatters } from './projected-matters.ts';
import { type ProjectedNote, projectedNotes } from './projected-notes.ts';
import { type Frame, type StripView, stripView } from './strip.ts';

/** What every view of an open meeting contains. */
interface Titled extends Frame {
  readonly title: string;
  readonly subtitle: string;
  readonly zone: Zone;
  readonly textStep: TextStep;
  /** Whether calling an item may show slides: the window then loads in advance what draws them. */
  readonly slidesAhead: boolean;
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

interface MeetingFrame extends Timed, Whereabouts {
  /** Only for the screens that show it: a welcome, a break, an item without a clock. */
  readonly home: Home | null;
  readonly term: string;
}

/** The active item, with its clock. */
export interface TurnView extends MeetingFrame, TurnClock {
  readonly item: ItemName;
  readonly presenter: ShownPresenter;
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

/** A page of the active item's slides, beside its clock. */
export interface SlidesView extends Titled, Omit<Whereabouts, 'done'> {
  readonly stage: 'slides';
  readonly item: ItemName;
  readonly presenter: ShownPresenter;
  /** The clock of its turn; `null` if it has none. */
  readonly floor: TurnClock | null;
  /** Where this window finds the file, and which of its pages is shown. */
  readonly slides: { readonly address: string; readonly page: number; readonly pages: number };
  /** Whether there is room for notes beside the page. */
  readonly rail: boolean;
  /** Newest first; empty without the rail. */
  readonly notes: readonly ProjectedNote[];
  readonly spot: Spot | null;
}

/** The meeting's title without anything else. */
export interface HoldView extends Titled, Home {
  readonly stage: 'hold';
  /** The last day of the regent's term, if the room is to see how much of it is left; otherwise `null`. */
  readonly termEnds: CivilDate | null;
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
  | SlidesView
  | StripView
  | HoldView
  | AnnouncementView;

/** Parts of the meeting that the projector never shows. */
const UNSEEN: readonly unknown[] = ['attendance', 'wording'] satisfies (keyof Meeting)[];
/** Parts of which one layout shows something. */
const MATTERS: readonly unknown[] = ['followUps', 'problems', 'entries'] satisfies (keyof Meeting)[];

/** Whether a screen shows notes. */
export const showsNotes = ({ layout, rail }: Pick<Screen, 'layout' | 'rail'>): boolean =>
  layout === 'full' || layout === 'notes' || (layout === 'slides' && rail);

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
  if (part === 'drafts') return screen.liveTyping && showsNotes(screen);
  if (MATTERS.includes(part)) return screen.layout === 'matters';
  if (part === 'notes' && screen.layout === 'matters') return true;
  if (part === 'notes' && itemId !== undefined) return itemId === current && showsNotes(screen);
  return !UNSEEN.includes(part);
}

function timed(meeting: Meeting, titled: Titled): Timed {
  const { date, startAt, status } = meeting;
  const item = itemOf(meeting, meeting.current);
  // What a closed meeting did not reach is not to come: nothing is estimated.
  const plan =
    status === 'finished' ? [] : planOf(meeting).filter(({ id }) => id !== item?.id || item.status === 'called');
  return { ...titled, date, startAt, status, plan };
}

function agendaView(meeting: Meeting, titled: Titled): AgendaView {
  const items = orderedItems(meeting).filter(({ status }) => status !== 'skipped');
  const now = onFloor(meeting);
  const next = meeting.status === 'finished' ? null : nextOf(items, now);
  const stateOf = ({ id, status }: AgendaItem): AgendaRow['state'] =>
    id === now?.id ? 'now' : status === 'done' ? 'done' : id === next?.id ? 'next' : 'later';
  const rows = items.map((item): AgendaRow => {
    const state = stateOf(item);
    const began = state === 'done' || state === 'now';
    return { id: item.id, name: nameOf(meeting, item), state, at: began ? toldTurn(item).startedAt : null };
  });
  return { ...timed(meeting, titled), stage: 'agenda', rows, floor: now === null ? null : turnClock(meeting, now) };
}

function turnOrIdle(meeting: Meeting, titled: Titled, home: Home): ProjectorView {
  const base: MeetingFrame = { ...timed(meeting, titled), ...whereabouts(meeting), home: null, term: meeting.term };
  const item = onFloor(meeting);
  if (item === null) {
    const stage = meeting.status === 'finished' ? 'finished' : meeting.status === 'prepared' ? 'before' : 'between';
    return { ...base, stage, home: stage === 'before' ? home : null };
  }
  const clock = turnClock(meeting, item);
  return {
    ...base,
    ...clock,
    home: isUnclocked(clock) || clock.isBreak ? home : null,
    item: nameOf(meeting, item),
    presenter: presenterOf(meeting, item),
    notes: showsNotes(meeting.screen) ? projectedNotes(meeting, item) : [],
  };
}

function floorOf(meeting: Meeting, item: AgendaItem): TurnClock | null {
  const clock = turnClock(meeting, item);
  return isUnclocked(clock) ? null : clock;
}

function slidesView(
  meeting: Meeting,
  titled: Titled,
  item: AgendaItem,
  { hash, page, pages }: Slides,
  slidesAt: SlidesAt,
  pointed: Pointed | null,
): SlidesView {
  const { next, turn } = whereabouts(meeting);
  const { rail } = meeting.screen;
  const isHere = pointed !== null && pointed.itemId === item.id && pointed.page === page;
  return {
    ...titled,
    ...{ stage: 'slides', next, turn, rail, spot: isHere ? { x: pointed.x, y: pointed.y } : null },
    item: nameOf(meeting, item),
    presenter: presenterOf(meeting, item),
    floor: floorOf(meeting, item),
    slides: { address: slidesAt(item.id, hash), page, pages },
    notes: rail ? projectedNotes(meeting, item) : [],
  };
}

/** The address of an item's slides for one window: asked only for what that window shows. */
export type SlidesAt = (itemId: string, hash: string) => string;

/** The settings that the projector's view uses. */
export type ProjectorSettings = Pick<Settings, 'locale' | 'theme' | 'emblem'> &
  Partial<Pick<Settings, 'termEnds' | 'termOnTitle'>>;

/**
 * Builds the view for the projector. It is built from the meeting, not cut out of a larger view, and contains only what
 * its layout shows: no private or internal note, no draft unless typing is shown live, and of follow-ups and problems
 * only those of shown notes.
 * @param meeting `null` if none is open
 * @param slidesAt where this window finds the slides of an item
 * @param pointed where the operator points
 * @param isStrip whether its window is the slim strip, which shows the same in every layout
 */
export function projectorView(
  meeting: Meeting | null,
  { locale, theme, emblem, termEnds = null, termOnTitle = false }: ProjectorSettings,
  slidesAt: SlidesAt,
  pointed: Pointed | null = null,
  isStrip = false,
): ProjectorView {
  const frame: Frame = { locale, theme };
  if (meeting?.blank === true) return { ...frame, stage: 'blank' };
  if (isStrip) return stripView(meeting, frame);
  if (meeting === null) return { ...frame, stage: 'idle' };
  const { layout, announcement, textStep } = meeting.screen;
  const { title, theme: subtitle, zone } = meeting;
  const titled: Titled = { ...frame, title, subtitle, zone, textStep, slidesAhead: mayShowSlides(meeting) };
  const home: Home = { place: meeting.place, emblem: emblem === null ? null : `/emblem/${emblem.id}.png` };
  switch (layout) {
    case 'hold':
      return { ...titled, ...home, stage: 'hold', termEnds: termOnTitle ? termEnds : null };
    case 'announcement':
      return { ...titled, stage: 'announcement', text: announcement };
    case 'agenda':
      return agendaView(meeting, titled);
    case 'notes': {
      const item = onFloor(meeting);
      if (item === null) return turnOrIdle(meeting, titled, home);
      return { ...titled, stage: 'notes', item: nameOf(meeting, item), notes: projectedNotes(meeting, item) };
    }
    case 'matters': {
      const item = onFloor(meeting);
      if (item === null || item.agencyId === null) return turnOrIdle(meeting, titled, home);
      const matters = projectedMatters(meeting, item.agencyId);
      return { ...titled, stage: 'matters', item: nameOf(meeting, item), floor: floorOf(meeting, item), ...matters };
    }
    case 'slides': {
      const item = onFloor(meeting);
      if (item === null || item.slides === null) return turnOrIdle(meeting, titled, home);
      return slidesView(meeting, titled, item, item.slides, slidesAt, pointed);
    }
    case 'full':
    case 'clock':
      return turnOrIdle(meeting, titled, home);
    default:
      return layout satisfies never;
  }
}
