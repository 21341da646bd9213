// Loaded with `node --require` before the application's real main file: gives it this double for `electron`.
import Module from 'node:module';
import { appDouble } from './app.ts';
import { BrowserWindowDouble } from './browser-window.ts';
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
import { type MainHandlers, openLink } from './windows-link.ts';

const electron = strict('electron', {
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

const contentsOf = (id: number) => BrowserWindowDouble.all.get(id)?.webContents;

const handlers: MainHandlers = {
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
  userMove: ({ id, bounds }) => {
    BrowserWindowDouble.all.get(id)?.movedTo(bounds);
  },
  key: ({ id, key, control }) =>
    contentsOf(id)?.ask('before-input-event', {}, { type: 'keyDown', key, control, meta: control, alt: false }) ??
    false,
  setDisplays: ({ displays, event }) => {
    screenDouble.displays = displays;
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
        bounds: window.getBounds(),
        fullScreen: window.isFullScreen(),
        visible: window.isVisible(),
        focused: window.isFocused(),
        alwaysOnTop: window.alwaysOnTop,
        takesMouse: window.takesMouse,
        zoomLevel: window.webContents.zoom,
        options: window.options,
      })),
      blockers: [...blockers.values()],
      privileges,
      switches: appDouble.switches,
      menu: menu.state,
      permissions: sessionDouble.verdicts(),
      shown,
      pids: [process.pid],
    }),
};

type Load = (request: string, parent: unknown, isMain: boolean) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, parent, isMain) => (request === 'electron' ? electron : load(request, parent, isMain));
Object.defineProperty(process.versions, 'electron', { value: '45.0.0-double' });

openLink(handlers);
// Later than everything that the main file does before its first await, as in the real one.
setTimeout(() => {
  appDouble.ready = true;
  appDouble.emit('ready', {});
}, 20);
