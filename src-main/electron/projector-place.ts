import type { BrowserWindow } from 'electron';
import type { Placement } from '#core/displays/placement.ts';

/** Keeps one window where the placement rule wants it. */
export interface ProjectorPlace {
  /** Does nothing while the wanted place is the last one, so that a window moved or enlarged by hand stays so. */
  put(placement: Placement | null): void;
}

const isSame = (a: Placement | null, b: Placement): boolean =>
  a !== null &&
  a.displayId === b.displayId &&
  a.fullScreen === b.fullScreen &&
  a.bounds.x === b.bounds.x &&
  a.bounds.y === b.bounds.y &&
  a.bounds.width === b.bounds.width &&
  a.bounds.height === b.bounds.height;

/**
 * Bounds go first and full screen after them, since full screen fills whatever display the window is on; and a window
 * that fills a display must leave it before it can be moved.
 */
export function projectorPlace(window: BrowserWindow): ProjectorPlace {
  let wanted: Placement | null = null;

  const settle = (): void => {
    if (wanted === null || window.isDestroyed()) return;
    if (window.isMaximized()) window.unmaximize();
    window.setBounds(wanted.bounds);
    if (wanted.fullScreen) window.setFullScreen(true);
  };

  return {
    put(placement) {
      if (placement === null || isSame(wanted, placement)) return;
      wanted = placement;
      if (!window.isFullScreen()) {
        settle();
        return;
      }
      window.once('leave-full-screen', settle);
      window.setFullScreen(false);
    },
  };
}
