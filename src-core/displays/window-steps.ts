import { type Duration, elapsed, type Mono, seconds } from '../time/units.ts';
import { overlap, type Rect } from './rect.ts';

export type WindowMode = 'plain' | 'maximized' | 'full';

/** Where a window belongs, or where it is. */
export interface WindowPlace {
  readonly bounds: Rect;
  readonly mode: WindowMode;
}

/** One thing to ask of the system. */
export type WindowStep =
  | { readonly do: 'leaveFull' | 'unmaximize' | 'maximize' | 'fill' }
  | { readonly do: 'move'; readonly bounds: Rect };

/** A window on its way to its place. It changes only through the functions below. */
export interface WindowCourse {
  /** `null` until the first wish. */
  readonly wish: WindowPlace | null;
  /** `missed`: everything was tried and the window is elsewhere. Like `at rest`, it lasts until the next wish. */
  readonly phase: 'at rest' | 'under way' | 'missed';
  /** Steps taken for this wish, and moves among them since the window last left full screen. */
  readonly steps: number;
  readonly moves: number;
  /** What was asked last, while its effect is not to be seen. */
  readonly pending: { readonly step: WindowStep; readonly since: Mono } | null;
}

export interface NextTurn {
  readonly course: WindowCourse;
  /** What to ask of the system now; look again after it. */
  readonly step: WindowStep | null;
  /** How long to wait at most for the effect of what was asked, before looking again; `null`: there is nothing to wait for. */
  readonly wait: Duration | null;
}

export const AT_REST: WindowCourse = { wish: null, phase: 'at rest', steps: 0, moves: 0, pending: null };

/** A system that has not done what was asked in this time will not do it. */
const PATIENCE = seconds(1);
/** Three rounds of leaving, moving and filling: a window manager that fills another display is asked again, not for ever. */
const MOST_STEPS = 10;
/** Between displays of different scale the first move is inexact and the second is not. */
const MOST_MOVES = 2;
/** A scaled size comes back this inexact, px on each side. */
const ROUNDING = 4;

const near = (a: Rect, b: Rect): boolean =>
  Math.abs(a.x - b.x) <= ROUNDING &&
  Math.abs(a.y - b.y) <= ROUNDING &&
  Math.abs(a.x + a.width - b.x - b.width) <= ROUNDING &&
  Math.abs(a.y + a.height - b.y - b.height) <= ROUNDING;

const mostlyIn = (rect: Rect, place: Rect): boolean => overlap(rect, place) * 2 > rect.width * rect.height;

/** Whether a window is where it belongs; `roughly` is what people in the room would call there. */
export function isThere(wish: WindowPlace, now: WindowPlace, roughly = false): boolean {
  if (wish.mode !== now.mode) return false;
  if (wish.mode === 'plain') return mostlyIn(now.bounds, wish.bounds);
  // What is maximised has the size of the work area, whatever was asked for.
  if (wish.mode === 'maximized') return mostlyIn(wish.bounds, now.bounds);
  return roughly
    ? mostlyIn(now.bounds, wish.bounds) && mostlyIn(wish.bounds, now.bounds)
    : near(now.bounds, wish.bounds);
}

/**
 * The bounds to give a window on its way there: one that is to fill a display goes to the middle of it first, half as large,
 * so that a size taken in another display's scale does not reach over to a neighbour.
 */
export function boundsOnTheWay({ bounds, mode }: WindowPlace): Rect {
  if (mode !== 'full') return bounds;
  const [width, height] = [Math.round(bounds.width / 2), Math.round(bounds.height / 2)];
  return { x: bounds.x + Math.round(width / 2), y: bounds.y + Math.round(height / 2), width, height };
}

/** A new place for the window: what was under way for another is forgotten. */
export const underWay = (wish: WindowPlace): WindowCourse => ({ ...AT_REST, wish, phase: 'under way' });

function isDone(step: WindowStep, now: WindowPlace): boolean {
  switch (step.do) {
    case 'leaveFull':
      return now.mode !== 'full';
    case 'unmaximize':
      return now.mode !== 'maximized';
    case 'maximize':
      return now.mode === 'maximized';
    case 'fill':
      return now.mode === 'full';
    case 'move':
      return true;
    default:
      return step satisfies never;
  }
}

/**
 * Bounds go first and full screen after them, since full screen fills whatever display the window is on; and a window
 * that fills a display must leave it before it can be moved.
 */
function nextStep(wish: WindowPlace, now: WindowPlace, moves: number): WindowStep | null {
  const { bounds, mode } = wish;
  if (mode !== 'plain' && isThere(wish, now)) return null;
  if (now.mode === 'full') return { do: 'leaveFull' };
  if (now.mode === 'maximized') return { do: 'unmaximize' };
  const isPlaced = mode === 'full' ? mostlyIn(now.bounds, bounds) : near(now.bounds, bounds);
  if (moves === 0 || (!isPlaced && moves < MOST_MOVES)) return { do: 'move', bounds: boundsOnTheWay(wish) };
  switch (mode) {
    case 'plain':
      return null;
    case 'full':
      return { do: 'fill' };
    case 'maximized':
      return { do: 'maximize' };
    default:
      return mode satisfies never;
  }
}

/**
 * The next turn of a window on its way. It must never be taken inside an event of the window: some systems tell of a change
 * before it is made.
 * @param now as the system shows the window
 */
export function nextTurn(course: WindowCourse, now: WindowPlace, at: Mono): NextTurn {
  const { wish, pending } = course;
  if (wish === null || course.phase !== 'under way') return { course, step: null, wait: null };
  if (pending !== null && !isDone(pending.step, now) && elapsed(pending.since, at) < PATIENCE) {
    return { course, step: null, wait: PATIENCE };
  }
  const step = nextStep(wish, now, course.moves);
  if (step === null) return { course: { ...course, phase: 'at rest', pending: null }, step: null, wait: null };
  if (course.steps >= MOST_STEPS) {
    const phase = isThere(wish, now, true) ? 'at rest' : 'missed';
    return { course: { ...course, phase, pending: null }, step: null, wait: null };
  }
  const moves = step.do === 'leaveFull' ? 0 : course.moves + (step.do === 'move' ? 1 : 0);
  return { course: { ...course, steps: course.steps + 1, moves, pending: { step, since: at } }, step, wait: PATIENCE };
}
