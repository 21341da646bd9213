import { type Duration, elapsed, type Mono, seconds } from '../time/units.ts';
import { overlap, type Rect } from './rect.ts';

export type WindowMode = 'plain' | 'maximized' | 'full';

/** Where a window belongs, or where it is. */
export interface WindowPlace {
  readonly bounds: Rect;
  readonly mode: WindowMode;
}

/** One request to the system. */
export type WindowStep =
  | { readonly do: 'leaveFull' | 'unmaximize' | 'maximize' | 'fill' }
  | { readonly do: 'move'; readonly bounds: Rect };

/** A window on its way to its place. Only the functions below change it. */
export interface WindowCourse {
  /** `null` before the first request. */
  readonly wish: WindowPlace | null;
  /** `missed`: everything was tried and the window is elsewhere. Like `at rest`, it lasts until another place is wanted. */
  readonly phase: 'at rest' | 'under way' | 'missed';
  /** Steps taken for this place, and how many of them were moves since the window last left full screen. */
  readonly steps: number;
  readonly moves: number;
  /** The last request, while its effect has not appeared. */
  readonly pending: { readonly step: WindowStep; readonly since: Mono } | null;
}

export interface NextTurn {
  readonly course: WindowCourse;
  /** The next request to the system; look again afterwards. */
  readonly step: WindowStep | null;
  /** How long to wait at most for the effect of the last request before looking again; `null`: nothing to wait for. */
  readonly wait: Duration | null;
}

export const AT_REST: WindowCourse = { wish: null, phase: 'at rest', steps: 0, moves: 0, pending: null };

/** A system that has not complied within this time will not comply. */
const PATIENCE = seconds(1);
/**
 * Three rounds of leaving, moving and filling: a window manager that fills the wrong display is asked again, but not
 * for ever.
 */
const MOST_STEPS = 10;
/** Between displays of different scale the first move is inexact; the second is exact. */
const MOST_MOVES = 2;
/** How inexact a scaled size is, px on each side. */
const ROUNDING = 4;

const near = (a: Rect, b: Rect): boolean =>
  Math.abs(a.x - b.x) <= ROUNDING &&
  Math.abs(a.y - b.y) <= ROUNDING &&
  Math.abs(a.x + a.width - b.x - b.width) <= ROUNDING &&
  Math.abs(a.y + a.height - b.y - b.height) <= ROUNDING;

const mostlyIn = (rect: Rect, place: Rect): boolean => overlap(rect, place) * 2 > rect.width * rect.height;

/** Whether a window is in its place; `roughly` is within what people in the room would accept. */
export function isThere(wish: WindowPlace, now: WindowPlace, roughly = false): boolean {
  if (wish.mode !== now.mode) return false;
  if (wish.mode === 'plain') return mostlyIn(now.bounds, wish.bounds);
  // A maximised window has the size of the work area, whatever was requested.
  if (wish.mode === 'maximized') return mostlyIn(wish.bounds, now.bounds);
  return roughly
    ? mostlyIn(now.bounds, wish.bounds) && mostlyIn(wish.bounds, now.bounds)
    : near(now.bounds, wish.bounds);
}

/**
 * The bounds to request first: a window that is to fill a display goes to its middle, at half its size, so that a size
 * in another display's scale does not reach a neighbour.
 */
export function boundsOnTheWay({ bounds, mode }: WindowPlace): Rect {
  if (mode !== 'full') return bounds;
  const [width, height] = [Math.round(bounds.width / 2), Math.round(bounds.height / 2)];
  return { x: bounds.x + Math.round(width / 2), y: bounds.y + Math.round(height / 2), width, height };
}

/** Starts towards a new place; steps towards an earlier one are forgotten. */
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
 * The next step of a window towards its place. Never to be taken inside an event of the window: some systems report a
 * change before it is made.
 * @param now what the system shows of the window
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
