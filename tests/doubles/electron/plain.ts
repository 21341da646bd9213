/**
 * The double of `electron` in a test's own process, without pages: `vi.mock('electron', () => import('…/plain.ts'))`.
 * It exports what the application imports; `plain` is for the test.
 */
import type { DisplayDouble, Inspection, MainCalls } from './link.ts';
import { appDouble } from './module/app.ts';
import { BrowserWindowDouble } from './module/browser-window.ts';
import { resetCalls } from './module/calls.ts';
import { electron, handlers } from './module/electron.ts';
import { resetIpc } from './module/ipc-main.ts';
import { type Mode, setMode } from './module/mode.ts';
import { resetProtocol } from './module/protocol.ts';
import { screenDouble } from './module/screen.ts';
import { resetSession } from './module/session.ts';
import { resetSystem } from './module/system.ts';
import { withoutPages } from './module/windows-link.ts';

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
} = electron;

export interface PlainStart {
  readonly mode: Mode;
  readonly displays: readonly DisplayDouble[];
  /** Called instead of ending the process: with the code, or `null` if the system ended it. */
  ended?(code: number | null): void;
}

export const plain = {
  /** Resets: no window, no listener, the application ready. */
  start({ mode, displays, ended = () => undefined }: PlainStart): void {
    setMode(mode);
    withoutPages();
    for (const window of BrowserWindowDouble.getAllWindows()) window.removeAllListeners().destroy();
    for (const reset of [resetCalls, resetIpc, resetProtocol, resetSession, resetSystem]) reset();
    screenDouble.removeAllListeners();
    screenDouble.displays = structuredClone([...displays]);
    appDouble.reset();
    appDouble.endProcess = ended;
    appDouble.terminate = () => ended(null);
  },
  inspect: (): Inspection => handlers.inspect({}) as Inspection,
  /** As the user, a page or the system does it; synchronously. */
  does: handlers as { [K in keyof MainCalls]: (given: Parameters<MainCalls[K]>[0]) => ReturnType<MainCalls[K]> },
  window: (id: number): BrowserWindowDouble => {
    const found = BrowserWindowDouble.all.get(id);
    if (found === undefined) throw new Error(`there is no window ${id}`);
    return found;
  },
};
