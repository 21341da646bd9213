import type { BrowserWindow, Input } from 'electron';
import type { Audience } from '#core/protocol/messages.ts';

/** Chromium's zoom steps of about 20%: from about half the size to about two and a half times. */
const LOWEST = -3;
const HIGHEST = 5;

type WindowKey = 'fullScreen' | 'zoomIn' | 'zoomOut' | 'zoomReset';

/** The key's meaning for the window itself; `null` leaves it to the page. */
function meaningOf(input: Input, audience: Audience, mac: boolean): WindowKey | null {
  if (input.type !== 'keyDown' || input.alt) return null;
  if (input.key === 'F11') return 'fullScreen';
  // The projector fits itself to its display; a zoom would cut it off.
  if (audience === 'projector' || !(mac ? input.meta : input.control)) return null;
  switch (input.key) {
    case '+':
    case '=':
      return 'zoomIn';
    case '-':
    case '_':
      return 'zoomOut';
    case '0':
      return 'zoomReset';
    default:
      return null;
  }
}

/** Handles the keys that a menu would handle: F11, and zoom on the desk. There is no menu, so no other accelerator. */
export function handleWindowKeys(window: BrowserWindow, audience: Audience, toggleFull: () => void): void {
  const contents = window.webContents;
  const zoomBy = (step: number): void =>
    contents.setZoomLevel(Math.min(HIGHEST, Math.max(LOWEST, contents.getZoomLevel() + step)));
  contents.on('before-input-event', (event, input) => {
    const meaning = meaningOf(input, audience, process.platform === 'darwin');
    if (meaning === null) return;
    event.preventDefault();
    switch (meaning) {
      case 'fullScreen':
        if (!input.isAutoRepeat) toggleFull();
        return;
      case 'zoomIn':
        zoomBy(0.5);
        return;
      case 'zoomOut':
        zoomBy(-0.5);
        return;
      case 'zoomReset':
        contents.setZoomLevel(0);
        return;
      default:
        meaning satisfies never;
    }
  });
}
