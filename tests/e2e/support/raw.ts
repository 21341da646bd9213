import type { Page } from '@playwright/test';
import type { ClientMessage } from '#core/protocol/messages.ts';
import type {} from '#renderer/client/port.ts';

const addresses = new WeakMap<Page, string>();

/** Remembers by which address the page's own socket was opened: token, and which page it is. */
export function rememberSockets(page: Page): void {
  page.on('websocket', (socket) => addresses.set(page, socket.url()));
}

/**
 * Sends a message as the window itself could, if its own code were turned against us: through the preload's functions,
 * or through a second socket with the window's own address.
 * @param message may be anything; on Electron only what the three functions can say
 * @returns main's answer
 */
export function sendRaw(page: Page, message: ClientMessage | { kind: 'unknown' }): Promise<unknown> {
  return page.evaluate(
    async ({ given, address }) => {
      if (window.ekspose !== undefined) {
        switch (given.kind) {
          case 'hello':
            return window.ekspose.hello();
          case 'command':
            return window.ekspose.send(given.command as never);
          case 'request':
            return window.ekspose.ask(given.type as never, given.payload as never);
          default:
            return window.ekspose.ask('unknown' as never, {} as never);
        }
      }
      const socket = new WebSocket(address);
      return new Promise((resolve, reject) => {
        socket.onerror = () => reject(new Error('the socket was refused'));
        socket.onopen = () => socket.send(JSON.stringify({ id: 987_654, message: given }));
        socket.onmessage = (event) => {
          const heard = JSON.parse(String(event.data)) as { id?: number; answer?: unknown };
          if (heard.id !== 987_654) return;
          socket.close();
          resolve(heard.answer);
        };
      });
    },
    { given: message, address: addresses.get(page) ?? '' },
  );
}
