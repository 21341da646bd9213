import { appDouble } from './app.ts';
import { BrowserWindowDouble } from './browser-window.ts';
import { calls, tells } from './calls.ts';
import { answerInvoke, ipcMainModule } from './ipc-main.ts';
import { privileges, protocolModule, serve } from './protocol.ts';
import { screenDouble } from './screen.ts';
import { sessionDouble, sessionModule } from './session.ts';
import { cloned, strict } from './strict.ts';
import {
  blockers,
  dialogModule,
  menu,
  menuModule,
  powerMonitorDouble,
  powerSaveBlockerModule,
  shellModule,
  shown,
} from './system.ts';
import type { MainHandlers } from './windows-link.ts';

/** The module `electron` itself. */
export const electron = strict('electron', {
  app: strict('app', appDouble),
  BrowserWindow: BrowserWindowDouble,
  dialog: dialogModule,
  ipcMain: ipcMainModule,
  Menu: menuModule,
  powerMonitor: strict('powerMonitor', powerMonitorDouble),
  powerSaveBlocker: powerSaveBlockerModule,
  protocol: protocolModule,
  screen: strict('screen', screenDouble),
  session: sessionModule,
  shell: shellModule,
});

/**
 * shell/browser/native_window_views_win.cc, WM_QUERYENDSESSION and WM_ENDSESSION: the first only asks, and nothing may
 * follow; after the listeners of the second the process is ended at once, whatever they began.
 */
function sessionEvent(event: 'query' | 'end'): { prevented: boolean } {
  const windows = BrowserWindowDouble.getAllWindows();
  if (event === 'query') return { prevented: windows.map((window) => window.ask('query-session-end')).includes(true) };
  tells('session-end', () => {
    for (const window of windows) window.emit('session-end', { reasons: ['shutdown'] });
  });
  appDouble.terminate();
  return { prevented: false };
}

const contentsOf = (id: number) => BrowserWindowDouble.all.get(id)?.webContents;

/** What a test can do from outside: as the user, a page or the system. */
export const handlers: MainHandlers = {
  request: serve,
  mayNavigate: ({ id, url, isMainFrame }) => {
    const contents = contentsOf(id);
    if (contents === undefined) return false;
    const prevented = contents.ask('will-frame-navigate', { url, isMainFrame, isSameDocument: false });
    return !prevented && !(isMainFrame && contents.ask('will-navigate', { url, isMainFrame, isSameDocument: false }));
  },
  mayOpen: ({ id, url }) => contentsOf(id)?.open?.({ url }).action !== 'deny',
  navigated: ({ id, url, title }) => {
    const contents = contentsOf(id);
    if (contents === undefined) return;
    contents.url = url;
    contents.title = title;
    contents.emit('did-navigate', {}, url);
  },
  invoke: answerInvoke,
  gone: ({ id, reason }) => {
    const contents = contentsOf(id);
    if (contents === undefined) return;
    contents.crashed = true;
    contents.emit('render-process-gone', {}, { reason, exitCode: 1 });
  },
  userClose: ({ id }) => {
    BrowserWindowDouble.all.get(id)?.close();
  },
  userFocus: ({ id }) => {
    BrowserWindowDouble.all.get(id)?.focus();
  },
  foreignInFront: ({ takesFocus }) => BrowserWindowDouble.foreignInFront(takesFocus),
  userMove: ({ id, bounds }) => {
    BrowserWindowDouble.all.get(id)?.movedTo(bounds);
  },
  key: ({ id, key, control = false, alt = false, shift = false, isAutoRepeat = false }) =>
    contentsOf(id)?.ask(
      'before-input-event',
      {},
      { type: 'keyDown', key, control, meta: control, alt, shift, isAutoRepeat },
    ) ?? false,
  rightClick: ({ id, isEditable, selectionText }) => {
    const has = selectionText !== '';
    const editFlags = { canCut: isEditable && has, canCopy: has, canPaste: isEditable, canSelectAll: true };
    contentsOf(id)?.emit('context-menu', {}, { x: 10, y: 10, isEditable, selectionText, editFlags });
  },
  session: ({ event }) => sessionEvent(event),
  setDisplays: ({ displays, event }) => {
    screenDouble.displays = displays;
    // What the system does to its windows meanwhile happens inside the display event.
    for (const window of BrowserWindowDouble.getAllWindows()) window.displaysChanged();
    screenDouble.emit(event === 'metrics' ? 'display-metrics-changed' : `display-${event}`, {}, displays[0], []);
  },
  power: ({ event }) => {
    powerMonitorDouble.emit(event);
  },
  inspect: () =>
    cloned({
      windows: BrowserWindowDouble.getAllWindows().map((window) => ({
        id: window.id,
        url: window.webContents.url,
        title: window.webContents.title,
        bounds: window.place,
        fullScreen: window.filled,
        visible: window.isVisible(),
        focused: window.isFocused(),
        topLevel: window.topLevel,
        takesMouse: window.takesMouse,
        covered: window.covered,
        zoomLevel: window.webContents.zoom,
        options: window.options,
      })),
      blockers: [...blockers.values()],
      privileges,
      switches: appDouble.switches,
      menu: menu.state,
      popups: menu.popups,
      calls,
      paths: appDouble.setPaths(),
      permissions: sessionDouble.verdicts(),
      shown,
      pids: [process.pid],
    }),
};
