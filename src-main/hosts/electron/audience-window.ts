import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { Audience } from '#core/protocol/messages.ts';
import { pageAddress } from './scheme.ts';
import { handleWindowKeys } from './window-keys.ts';

/** A page that crashes this often within `CRASH_SPAN` would crash again: it is not reloaded, and the operator is told. */
const CRASHES = 3;
const CRASH_SPAN = 60_000;

const FIRST_SIZE: Readonly<Record<Audience, { width: number; height: number; minWidth: number; minHeight: number }>> = {
  desk: { width: 1280, height: 760, minWidth: 900, minHeight: 560 },
  projector: { width: 1024, height: 576, minWidth: 480, minHeight: 270 },
};

export interface AudienceWindowOptions {
  /** The build's `preload` folder. */
  readonly preloads: string;
  /** The window's icon in task bars; macOS takes it from the package. */
  readonly icon?: string;
  /** Called when the page has crashed repeatedly and is not reloaded any more. */
  gaveUp(audience: Audience): void;
  /** Called when the window should fill its display, or be a window again. */
  toggleFull(): void;
}

/**
 * A hidden window for an audience, with that audience's preload and no Node; its page is not loaded yet.
 * @param look its size and frame, unless they are the usual ones
 */
export function audienceWindow(
  audience: Audience,
  options: AudienceWindowOptions,
  look: BrowserWindowConstructorOptions = FIRST_SIZE[audience],
): BrowserWindow {
  const { preloads, icon, gaveUp, toggleFull } = options;
  const window = new BrowserWindow({
    ...look,
    ...(icon === undefined ? {} : { icon }),
    show: false,
    title: 'Ekspose',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(preloads, `${audience}.cjs`),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      // Both windows have one origin; the desk's zoom must not apply to the projector.
      zoomMode: 'isolated',
      // The room watches the projector while the operator works in another window.
      backgroundThrottling: audience === 'desk',
    },
  });
  handleWindowKeys(window, audience, toggleFull);

  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < CRASH_SPAN).length > CRASHES) gaveUp(audience);
    else window.webContents.reload();
  });
  return window;
}

/** Some Linux desktops never report that a hidden window has painted; it is then shown after this time, ms. */
const PAINT_LIMIT = 3_000;

/** Loads the audience's page and returns when it has painted; the window is still hidden. */
export async function loadPage(window: BrowserWindow, audience: Audience): Promise<void> {
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve);
    window.webContents.once('did-finish-load', () => setTimeout(resolve, PAINT_LIMIT));
  });
  await window.loadURL(pageAddress(audience));
  await painted;
}
