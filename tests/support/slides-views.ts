import { mono, seconds } from '#core/time/units.ts';
import type { TurnClock } from '#core/views/active-item.ts';
import type { SlidesView, TurnView } from '#core/views/projector.ts';
import {
  called,
  frame,
  HELD_NOTES,
  longest,
  meeting,
  NOTES,
  overtime,
  paused,
  running,
  wrapUp,
} from './projector-views.ts';

/** The clock alone, as it is shown beside something else. */
export const clockOf = ({ stage, isBreak, clock, limits, planned, gap }: TurnView): TurnClock => ({
  ...{ stage, isBreak, clock, limits, planned, gap },
});
const longOvertime: TurnView = {
  ...overtime,
  clock: { spent: seconds(12 * 60 + 3600 + 723), anchor: mono(0), added: 0 },
};

/** A page of slides beside a clock, as `slides.spec.ts` serves it. */
export const slides: SlidesView = {
  ...{
    ...frame,
    textStep: 0 as const,
    slidesAhead: true,
    title: meeting.title,
    subtitle: meeting.subtitle,
    zone: meeting.zone,
  },
  ...{ stage: 'slides', item: running.item, presenter: running.presenter, next: meeting.next, turn: meeting.turn },
  floor: clockOf(running),
  slides: { address: '/slides/wide.pdf', page: 1, pages: 3 },
  rail: true,
  notes: NOTES.slice(0, 2),
  spot: null,
};

/** What is hardest to fit beside slides, and each phase of their clock. */
export const SLIDES_STATES: Readonly<Record<string, SlidesView>> = {
  slides,
  'slides-quiet': { ...slides, notes: [], spot: { x: 0.5, y: 0.25 } },
  'slides-many-notes': { ...slides, notes: HELD_NOTES },
  'slides-longest': { ...slides, item: longest.item, next: longest.next, textStep: 2 },
  'slides-no-clock': { ...slides, floor: null, next: null, turn: null, item: { kind: 'qa', title: '' } },
  'slides-called': { ...slides, floor: clockOf(called), notes: [] },
  'slides-wrapUp': { ...slides, floor: clockOf(wrapUp) },
  'slides-overtime': { ...slides, floor: clockOf(overtime), item: longest.item, next: longest.next },
  'slides-hour': { ...slides, floor: clockOf(longOvertime) },
  'slides-paused': { ...slides, floor: clockOf(paused) },
  'slides-broken': { ...slides, slides: { ...slides.slides, address: '/slides/broken.pdf' } },
};
