import { seconds } from '#core/time/units.ts';
import type { StripView } from '#core/views/strip.ts';
import { breakView, frame, longest, meeting } from './projector-views.ts';
import { clockOf, SLIDES_STATES } from './slides-views.ts';

const ofSlides = (state: string): Pick<StripView, 'item' | 'floor' | 'next'> => {
  const view = SLIDES_STATES[state];
  if (view === undefined) throw new Error(`no state ${state}`);
  const { item, floor, next } = view;
  return { item, floor, next };
};
const between: StripView = {
  ...frame,
  ...{ stage: 'strip', meetingTitle: meeting.title, item: null, floor: null, next: meeting.next },
};

/** Each phase of the clock in the strip above other programs, and what is hardest to fit. */
export const STRIP_STATES: Readonly<Record<string, StripView>> = {
  strip: { ...between, ...ofSlides('slides') },
  'strip-longest': { ...between, ...ofSlides('slides-longest') },
  'strip-no-clock': { ...between, ...ofSlides('slides-no-clock') },
  'strip-called': { ...between, ...ofSlides('slides-called') },
  'strip-wrapUp': { ...between, ...ofSlides('slides-wrapUp'), item: longest.item },
  'strip-overtime': { ...between, ...ofSlides('slides-overtime') },
  'strip-hour': { ...between, ...ofSlides('slides-hour'), next: longest.next },
  'strip-paused': { ...between, ...ofSlides('slides-paused') },
  'strip-break': { ...between, item: breakView.item, floor: clockOf(breakView) },
  'strip-break-over': {
    ...between,
    item: breakView.item,
    floor: { ...clockOf(breakView), clock: { ...breakView.clock, spent: seconds(2 * 3600) } },
  },
  'strip-between': between,
  'strip-first-longest': { ...between, next: longest.next },
  'strip-finished': { ...between, next: null },
  'strip-idle': { ...between, meetingTitle: '', next: null },
};
