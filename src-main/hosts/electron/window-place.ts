import type { BrowserWindow } from 'electron';
import { isSameRect, overlap, type Rect } from '#core/displays/rect.ts';

export interface Place {
  readonly bounds: Rect;
  readonly fullScreen: boolean;
}

/** Keeps one window where the placement rule wants it. */
export interface WindowPlace {
  /** Does nothing while the wanted place is the last one, so that a window moved or enlarged by hand stays so. */
  put(place: Place): void;
  /** After the displays changed: the system may have moved the window although its place is still the same. */
  check(): void;
}

const isSame = (a: Place | null, b: Place): boolean =>
  a !== null && a.fullScreen === b.fullScreen && isSameRect(a.bounds, b.bounds);

const mostlyIn = (rect: Rect, place: Rect): boolean => overlap(rect, place) * 2 > rect.width * rect.height;

/**
 * Bounds go first and full screen after them, since full screen fills whatever display the window is on; and a window
 * that fills a display must leave it before it can be moved.
 */
export function windowPlace(window: BrowserWindow): WindowPlace {
  let wanted: Place | null = null;
  let leaving = false;
  /** A window manager that fills another display is asked once more, and not for ever. */
  let mayAskAgain = false;

  const isThere = (place: Place): boolean => {
    const bounds = window.getBounds();
    if (window.isFullScreen() !== place.fullScreen || !mostlyIn(bounds, place.bounds)) return false;
    return !place.fullScreen || mostlyIn(place.bounds, bounds);
  };

  const settle = (): void => {
    if (wanted === null || window.isDestroyed()) return;
    if (window.isFullScreen()) {
      leaving = true;
      window.setFullScreen(false);
      return;
    }
    if (window.isMaximized()) window.unmaximize();
    window.setBounds(wanted.bounds);
    // Also when it is not wanted: an entering that is still under way is thereby called off.
    window.setFullScreen(wanted.fullScreen);
  };

  window.on('leave-full-screen', () => {
    if (!leaving) return;
    leaving = false;
    settle();
  });
  window.on('enter-full-screen', () => {
    const again = mayAskAgain && wanted?.fullScreen === true && !isThere(wanted);
    mayAskAgain = false;
    if (again) settle();
  });

  const move = (): void => {
    mayAskAgain = true;
    settle();
  };
  return {
    put(place) {
      if (isSame(wanted, place)) return;
      wanted = place;
      move();
    },
    check() {
      if (wanted !== null && !isThere(wanted)) move();
    },
  };
}

/** Moves a window; one that was maximised or filled its display does so where it then is. */
export function moveWindow(window: BrowserWindow, bounds: Rect): void {
  if (window.isFullScreen()) {
    window.once('leave-full-screen', () => {
      if (window.isDestroyed()) return;
      window.setBounds(bounds);
      window.setFullScreen(true);
    });
    window.setFullScreen(false);
    return;
  }
  const maximized = window.isMaximized();
  if (maximized) window.unmaximize();
  window.setBounds(bounds);
  if (maximized) window.maximize();
}
