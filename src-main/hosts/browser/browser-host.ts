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
  /** Called when the operator says on the desk to leave even if something cannot be saved. */
  onLeave(): void;
  /** Called when the desk's browser ended and no window was closed: it did not start, handed over, or another desk is there. */
  onDeskElsewhere(): void;
  /** Injected by tests. */
  readonly open?: typeof openAppWindow;
  report(error: unknown): void;
}

export interface BrowserHost extends Host {
  /** Opens the desk's window if no desk is open. */
  reopenDesk(): Promise<void>;
  /** Informs the application that connections changed. */
  changed(): void;
  closeAll(): void;
}

/** How long the connection of a window that was closed may outlive its process, ms. */
const LINGERS = 1000;

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
  const { server, browser, report, open = openAppWindow } = options;
  /** Of each audience the windows whose process runs, `null` while one is being opened. */
  const windows: Record<Audience, Set<{ opened: AppWindow | null }>> = { desk: new Set(), projector: new Set() };
  const listeners = new Set<() => void>();
  /** Whether a desk was connected while the process of its window ran. */
  let wasMet = false;
  let isClosing = false;
  const isDeskThere = (): boolean => server.connected('desk') > 0;

  function deskEnded(): void {
    if (isClosing) return;
    const tell = (): void => {
      if (wasMet && !isDeskThere()) options.onDeskClosed();
      else options.onDeskElsewhere();
    };
    if (wasMet && isDeskThere()) setTimeout(tell, LINGERS).unref();
    else tell();
  }

  const changed = (): void => {
    if (windows.desk.size > 0 && isDeskThere()) wasMet = true;
    for (const listener of listeners) listener();
  };

  async function openWindow(audience: Audience): Promise<{ url: string | null }> {
    if (!options.windows || browser === null) return { url: server.urlOf(audience) };
    const running = windows[audience];
    // Nothing brings a browser's window to the front, but the desk may be seen twice: the second one looks on.
    if (running.size > 0 && audience !== 'desk') return { url: null };
    const [width, height] = SIZE[audience];
    if (running.size === 0 && audience === 'desk') wasMet = false;
    const window: { opened: AppWindow | null } = { opened: null };
    running.add(window);
    const ended = (): void => {
      running.delete(window);
      // Of two processes one shows both windows: whichever it is, nothing is closed before it ends.
      if (running.size > 0) return;
      if (audience === 'desk') deskEnded();
      changed();
    };
    const profile = join(options.profiles, audience);
    try {
      const url = server.ticketUrl(audience);
      window.opened = await open({ browser, url, profile, width, height, onEnded: ended, report });
    } catch (error) {
      running.delete(window);
      throw error;
    }
    return { url: null };
  }

  return {
    kind: 'browser',
    serve: server.serve,
    push: server.push,
    desks: () => server.clients('desk'),
    openWindow,
    async reopenDesk() {
      if (!isDeskThere()) await openWindow('desk');
    },
    closeWindow(audience) {
      for (const { opened } of windows[audience]) opened?.close();
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
    leave: () => options.onLeave(),
    // The projector's page holds a screen wake lock itself; nothing to do here.
    keepAwake: () => undefined,
    changed,
    closeAll() {
      isClosing = true;
      for (const { opened } of [...windows.desk, ...windows.projector]) opened?.close();
    },
  };
}
