import type { EksposePort } from '#core/protocol/messages.ts';
import { pageId } from './page-id.ts';
import { type PortWorld, webSocketPort } from './web-socket-port.ts';

declare global {
  interface Window {
    /** Exposed by the preload in Electron; absent on the browser host. */
    readonly ekspose?: EksposePort;
  }
}

const thisWindow = (client: string): PortWorld => ({
  location: window.location,
  client,
  open: (url) => new WebSocket(url),
  now: () => performance.now(),
  random: Math.random,
  after: (ms, run) => {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
  onHope: (run) => {
    window.addEventListener('online', run);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') run();
    });
  },
  gone: () => window.dispatchEvent(new Event('ekspose:disconnected')),
});

let client: string | null = null;

/** The connection to the main process: the preload's functions in Electron, a WebSocket on the browser host. */
export function connectPort(): EksposePort {
  if (window.ekspose !== undefined) return window.ekspose;
  // One page is one desk, however often it connects.
  client ??= pageId(sessionStorage, (run) => window.addEventListener('pagehide', run));
  return webSocketPort(thisWindow(client));
}
