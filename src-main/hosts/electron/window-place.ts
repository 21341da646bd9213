import { performance } from 'node:perf_hooks';
import type { BrowserWindow } from 'electron';
import { isSameRect } from '#core/displays/rect.ts';
import {
  AT_REST,
  isThere,
  nextTurn,
  underWay,
  type WindowPlace,
  type WindowStep,
} from '#core/displays/window-steps.ts';
import { mono } from '#core/time/units.ts';
import type { Filling } from './window-system.ts';

/** Keeps one window in its place. */
export interface PlacedWindow {
  /** No effect if the wanted place is the last one, so that a window moved or resized by hand stays so. */
  put(place: WindowPlace): void;
  /** Moves the window there, wherever somebody has moved it since. */
  send(place: WindowPlace): void;
  /** After the displays changed: the system may have moved the window although its place is the same. */
  check(): void;
  now(): WindowPlace;
  /** The place it is moving to; `null` while at rest. */
  heading(): WindowPlace | null;
  /** Whether the system did not place it correctly. */
  missed(): boolean;
}

export interface PlacedOptions {
  readonly filling: Filling;
  /** Above task bar and dock while it fills: for the projector, which never has the focus that would hide them. */
  readonly onTop: boolean;
  /** Called when the window is at rest, or its place was missed. */
  settled(): void;
}

const isSame = (a: WindowPlace | null, b: WindowPlace): boolean =>
  a !== null && a.mode === b.mode && isSameRect(a.bounds, b.bounds);

/** The window's own events, each possibly the effect of a request. None is acted on directly. */
function onPlaceEvent(window: BrowserWindow, listener: () => void): void {
  window.on('enter-full-screen', listener);
  window.on('leave-full-screen', listener);
  window.on('maximize', listener);
  window.on('unmaximize', listener);
  window.on('resize', listener);
}

/** Takes the window's steps, one at a time and each in its own turn of the loop: never inside an event. */
export function placedWindow(window: BrowserWindow, { filling, onTop, settled }: PlacedOptions): PlacedWindow {
  let course = AT_REST;
  let isTurnSet = false;
  let waiting: NodeJS.Timeout | null = null;

  const now = (): WindowPlace => ({
    bounds: window.getBounds(),
    mode: filling.isFull(window) ? 'full' : window.isMaximized() ? 'maximized' : 'plain',
  });

  const carryOut = (step: WindowStep): void => {
    switch (step.do) {
      case 'leaveFull':
        filling.setFull(window, false);
        if (onTop) window.setAlwaysOnTop(false);
        return;
      case 'unmaximize':
        window.unmaximize();
        return;
      case 'move':
        window.setBounds(step.bounds);
        return;
      case 'maximize':
        window.maximize();
        return;
      case 'fill':
        if (onTop) window.setAlwaysOnTop(true, 'screen-saver');
        filling.setFull(window, true);
        return;
      default:
        step satisfies never;
    }
  };

  const takeTurn = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    if (window.isDestroyed()) return;
    const before = course.phase;
    const next = nextTurn(course, now(), mono(performance.now()));
    course = next.course;
    if (next.step !== null) {
      carryOut(next.step);
      soon();
    }
    if (next.wait !== null) waiting = setTimeout(takeTurn, next.wait);
    else if (before === 'under way') settled();
  };
  const soon = (): void => {
    if (isTurnSet) return;
    isTurnSet = true;
    setImmediate(() => {
      isTurnSet = false;
      takeTurn();
    });
  };

  onPlaceEvent(window, () => {
    if (course.phase === 'under way') soon();
  });

  const send = (place: WindowPlace): void => {
    course = underWay(place);
    soon();
  };
  return {
    send,
    put(place) {
      if (!isSame(course.wish, place)) send(place);
    },
    check() {
      const { wish } = course;
      if (wish !== null && !isThere(wish, now())) send(wish);
    },
    now,
    heading: () => (course.phase === 'under way' ? course.wish : null),
    missed: () => course.phase === 'missed',
  };
}
