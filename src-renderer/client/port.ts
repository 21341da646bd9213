import type { EksposePort } from '#core/protocol/messages.ts';
import { webSocketPort } from './web-socket-port.ts';

declare global {
  interface Window {
    /** Exposed by the preload in Electron; absent on the browser host. */
    readonly ekspose?: EksposePort;
  }
}

/** The connection to the main process: the preload's functions in Electron, a WebSocket on the browser host. */
export const connectPort = (): EksposePort => window.ekspose ?? webSocketPort(window.location);
