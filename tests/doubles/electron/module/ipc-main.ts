import { BrowserWindowDouble } from './browser-window.ts';
import { cloned, strict } from './strict.ts';
import type { MainHandlers } from './windows-link.ts';
import { windowsLink } from './windows-link.ts';

type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown;
const handlers = new Map<string, InvokeHandler>();

export const ipcMainModule = strict('ipcMain', {
  handle(channel: string, handler: InvokeHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler(channel: string): void {
    handlers.delete(channel);
  },
});

export const resetIpc = (): void => handlers.clear();

const frameOf = (url: string, isMainFrame: boolean): object => {
  const top = strict('WebFrameMain', { url, parent: null, detached: false });
  return isMainFrame ? top : strict('WebFrameMain', { url, parent: top, detached: false });
};

/** Runs a page's `invoke` and sends its answer; an error becomes the message that the real one makes of it. */
export const answerInvoke: MainHandlers['invoke'] = async ({ id, callId, channel, args, url, isMainFrame }) => {
  const sender = BrowserWindowDouble.all.get(id)?.webContents;
  if (sender === undefined) return;
  const event = strict('IpcMainInvokeEvent', {
    sender,
    senderFrame: frameOf(url, isMainFrame),
    type: 'frame',
    processId: 1,
    frameId: 1,
  });
  let ok = true;
  let value: unknown;
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    value = cloned(await handler(event, ...args));
  } catch (error) {
    ok = false;
    value = `Error invoking remote method '${channel}': ${String(error)}`;
  }
  if (!sender.isDestroyed()) await windowsLink().call('reply', { id, callId, channel, ok, value });
};
