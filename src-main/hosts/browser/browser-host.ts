import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Audience } from '#core/protocol/messages.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Host } from '../port.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { printPdfWith } from './print-pdf.ts';
import type { BrowserServer } from './server.ts';

export interface BrowserHostOptions {
  readonly server: BrowserServer;
  /** Executable of an installed browser; `null` if there is none. */
  readonly browser: string | null;
  /** False without a display, or if the user chose to open the addresses by hand. */
  readonly windows: boolean;
  readonly profiles: string;
  /** Called when the operator closed the desk's window. */
  onDeskClosed(): void;
  report(error: unknown): void;
}

export interface BrowserHost extends Host {
  /** Informs the application that connections changed. */
  changed(): void;
  closeAll(): void;
}

const SIZE: Record<Audience, readonly [number, number]> = { desk: [1366, 768], projector: [1280, 720] };

/** The program that opens a file or folder on this system. */
function opener(path: string): [string, string[]] {
  switch (process.platform) {
    case 'win32':
      return ['explorer.exe', [path]];
    case 'darwin':
      return ['open', [path]];
    default:
      return ['xdg-open', [path]];
  }
}

/** The host without Electron: app windows of an installed browser over a server on this machine only. */
export function browserHost(options: BrowserHostOptions): BrowserHost {
  const { server, browser, report } = options;
  const windows = new Map<Audience, AppWindow>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    kind: 'browser',
    serve: server.serve,
    push: server.push,
    desks: () => server.clients('desk'),
    async openWindow(audience) {
      if (!options.windows || browser === null) return { url: server.urlOf(audience) };
      if (windows.has(audience)) return { url: null };
      const [width, height] = SIZE[audience];
      const window = await openAppWindow({
        browser,
        url: server.ticketUrl(audience),
        profile: join(options.profiles, audience),
        width,
        height,
        onClosed() {
          windows.delete(audience);
          if (audience === 'desk') options.onDeskClosed();
          changed();
        },
      });
      windows.set(audience, window);
      return { url: null };
    },
    closeWindow(audience) {
      windows.get(audience)?.close();
    },
    isOpen: (audience) => server.connected(audience) > 0,
    // A page cannot choose a display without asking the user; the window is moved by hand.
    displays: () => [],
    placing: () => null,
    keepDisplayChoices: () => undefined,
    onChange(listener) {
      listeners.add(listener);
    },
    async printPdf(html) {
      if (browser === null) throw new Refused('noBrowser');
      return printPdfWith(browser, html);
    },
    showDocument: server.documentUrl,
    askSavePath: async (suggested) => ({ path: suggested, overwriteAsked: false }),
    async showFile(path, how) {
      const [program, args] = opener(how === 'open' ? path : dirname(path));
      const child = spawn(program, args, { stdio: 'ignore', detached: true }).on('error', report);
      child.unref();
      // A missing program is reported to the caller.
      await once(child, 'spawn').catch((error: unknown) => {
        throw new Refused('cannotShow', { path }, error);
      });
    },
    // The projector's page holds a screen wake lock itself; nothing to do here.
    keepAwake: () => undefined,
    changed,
    closeAll() {
      for (const window of windows.values()) window.close();
    },
  };
}
