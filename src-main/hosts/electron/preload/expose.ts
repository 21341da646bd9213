import { contextBridge, ipcRenderer } from 'electron';
import type { ClientMessage, EksposePort, Push } from '#core/protocol/messages.ts';
import { LAST_WORDS_CHANNEL, MESSAGE_CHANNEL, PUSH_CHANNEL } from '#main/hosts/electron/channels.ts';

/**
 * Exposes the four functions of the port as `window.ekspose`, and nothing of `ipcRenderer`: a page cannot name a
 * channel. Main decides what an audience may send, by the window it came from.
 */
export function exposePort(): void {
  const listeners = new Set<(push: Push) => void>();
  ipcRenderer.on(PUSH_CHANNEL, (_event, push: Push) => {
    for (const listener of listeners) listener(push);
  });
  // As if the page were left, because it then sends what is being typed; it may come back, so it keeps everything.
  ipcRenderer.on(LAST_WORDS_CHANNEL, () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    // One turn of the loop later: a page that sends after a promise has sent by then.
    setTimeout(() => void ipcRenderer.invoke(LAST_WORDS_CHANNEL));
  });
  const call = (message: ClientMessage): Promise<unknown> => ipcRenderer.invoke(MESSAGE_CHANNEL, message);
  const port = {
    hello: () => call({ kind: 'hello' }) as ReturnType<EksposePort['hello']>,
    send: (command) => call({ kind: 'command', command }) as ReturnType<EksposePort['send']>,
    ask: ((type: string, payload: unknown) => call({ kind: 'request', type, payload })) as EksposePort['ask'],
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } satisfies EksposePort;
  contextBridge.exposeInMainWorld('ekspose', port);
}
