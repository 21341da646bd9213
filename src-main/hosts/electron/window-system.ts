import { existsSync } from 'node:fs';
import type { BrowserWindow } from 'electron';

/** What controls windows. Under Wayland a program can neither place a window nor know where it is. */
export type WindowSystem = 'windows' | 'mac' | 'wayland' | 'x11';

/** @param ozone value of Chromium's switch `ozone-platform`; empty if it is not given */
export function windowSystem(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ozone: string): WindowSystem {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'mac';
  if (ozone === 'x11' || ozone === 'wayland') return ozone;
  return env.XDG_SESSION_TYPE === 'wayland' ? 'wayland' : 'x11';
}

/**
 * Whether an X server for windows that must be placed (XWayland) is available beside Wayland: its socket exists, though
 * the server itself may start only at the first connection.
 */
export function hasXWayland(env: NodeJS.ProcessEnv, isThere: (path: string) => boolean = existsSync): boolean {
  const number = /^:(\d+)/.exec(env.DISPLAY ?? '')?.[1];
  return number !== undefined && isThere(`/tmp/.X11-unix/X${number}`);
}

/** How a window fills its display. */
export interface Filling {
  isFull(window: BrowserWindow): boolean;
  setFull(window: BrowserWindow, on: boolean): void;
}

/**
 * On macOS simple full screen: the other kind takes the focus and blackens the other displays. It is done when the call
 * returns, without an event.
 */
export function fillingOf(system: WindowSystem): Filling {
  return system === 'mac'
    ? { isFull: (window) => window.isSimpleFullScreen(), setFull: (window, on) => window.setSimpleFullScreen(on) }
    : { isFull: (window) => window.isFullScreen(), setFull: (window, on) => window.setFullScreen(on) };
}
