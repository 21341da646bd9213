import { BrowserWindow, type Event, type Input, screen } from 'electron';
import type { Rect } from '#core/displays/rect.ts';
import { SEALED_PAGE } from './sealed-page.ts';

export interface DisplayLabels {
  /** Shows a page on each display until the time is over, a key is pressed, or the displays change. */
  show(pages: readonly { readonly displayId: string; readonly html: string }[]): Promise<void>;
  hide(): void;
}

/** Long enough to look at three displays, ms. */
const SHOWN = 5_000;
/** Share of the display's shorter side. */
const SIDE = 0.6;

function inTheMiddleOf({ x, y, width, height }: Rect): Rect {
  const side = Math.round(Math.min(width, height) * SIDE);
  return { x: x + Math.round((width - side) / 2), y: y + Math.round((height - side) / 2), width: side, height: side };
}

/** A window that is only visible: no frame, no keyboard, no mouse, above a projector that fills its display. */
function labelWindow(bounds: Rect): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    title: 'Ekspose',
    frame: false,
    focusable: false,
    skipTaskbar: true,
    resizable: false,
    fullscreenable: false,
    webPreferences: SEALED_PAGE,
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setIgnoreMouseEvents(true);
  return window;
}

/**
 * @param ours the windows whose keys end it; they keep the focus meanwhile
 * @param addressOf serves a page
 */
export function displayLabels(
  ours: () => readonly BrowserWindow[],
  addressOf: (html: string) => string,
): DisplayLabels {
  let shown: BrowserWindow[] = [];
  let end: (() => void) | null = null;

  const hide = (): void => {
    end?.();
    end = null;
    for (const window of shown.splice(0)) if (!window.isDestroyed()) window.destroy();
  };

  return {
    hide,
    async show(pages) {
      hide();
      const mine: BrowserWindow[] = [];
      shown = mine;
      const onKey = (_event: Event, { type }: Input): void => {
        if (type === 'keyDown') hide();
      };
      const listened = ours();
      for (const window of listened) window.webContents.on('before-input-event', onKey);
      screen.on('display-removed', hide);
      screen.on('display-metrics-changed', hide);
      let timer: NodeJS.Timeout | undefined;
      end = () => {
        clearTimeout(timer);
        screen.off('display-removed', hide);
        screen.off('display-metrics-changed', hide);
        for (const window of listened) {
          if (!window.isDestroyed()) window.webContents.off('before-input-event', onKey);
        }
      };
      for (const { displayId, html } of pages) {
        const display = screen.getAllDisplays().find(({ id }) => String(id) === displayId);
        if (display === undefined) continue;
        const window = labelWindow(inTheMiddleOf(display.bounds));
        mine.push(window);
        try {
          await window.loadURL(addressOf(html));
        } catch (error) {
          // A key may have ended it while the page was loading.
          if (window.isDestroyed()) return;
          hide();
          throw error;
        }
        if (window.isDestroyed()) return;
        window.showInactive();
        // Some systems place a window that is shown without focus below a projector of the same level.
        window.moveTop();
      }
      timer = setTimeout(hide, SHOWN);
    },
  };
}
