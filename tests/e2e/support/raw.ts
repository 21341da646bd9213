import type { Page } from '@playwright/test';
import type { ClientMessage } from '#core/protocol/messages.ts';
import type {} from '#renderer/client/port.ts';

const addresses = new WeakMap<Page, string>();

/** Remembers by which address the page's own socket was opened: token, and which page it is. */
export function rememberSockets(page: Page): void {
  page.on('websocket', (socket) => addresses.set(page, socket.url()));
}

type RawMessage = ClientMessage | { kind: 'unknown' };

/**
 * Sends a message as the window itself could, if its own code were turned against us: through the preload's functions,
 * or through a second socket with the window's own address.
 * @param message may be anything; on Electron only what the three functions can say
 * @returns main's answer
 */
export const sendRaw = async (page: Page, message: RawMessage): Promise<unknown> =>
  (await sendAllRaw(page, [message]))[0];

/** Sends several at once, which the window shows at once, too. @returns main's answers, in the same order */
export function sendAllRaw(page: Page, messages: readonly RawMessage[]): Promise<unknown[]> {
  return page.evaluate(
    async ({ given, address }) => {
      const { ekspose } = window;
      if (ekspose !== undefined) {
        const send = (message: RawMessage): Promise<unknown> => {
          switch (message.kind) {
            case 'hello':
              return ekspose.hello();
            case 'command':
              return ekspose.send(message.command as never);
            case 'request':
              return ekspose.ask(message.type as never, message.payload as never);
            default:
              return ekspose.ask('unknown' as never, {} as never);
          }
        };
        return Promise.all(given.map(send));
      }
      const FIRST = 987_654;
      const socket = new WebSocket(address);
      const answers: unknown[] = [];
      let left = given.length;
      return new Promise<unknown[]>((resolve, reject) => {
        socket.onerror = () => reject(new Error('the socket was refused'));
        socket.onopen = () => {
          for (const [n, message] of given.entries()) socket.send(JSON.stringify({ id: FIRST + n, message }));
        };
        socket.onmessage = (event) => {
          const heard = JSON.parse(String(event.data)) as { id?: number; answer?: unknown };
          const n = (heard.id ?? 0) - FIRST;
          if (n < 0) return;
          answers[n] = heard.answer;
          left -= 1;
          if (left > 0) return;
          socket.close();
          resolve(answers);
        };
      });
    },
    { given: messages, address: addresses.get(page) ?? '' },
  );
}
