import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { testBrowser } from '../support/test-browser.ts';

/** A window of which nothing is recorded. */
export interface BareWindow {
  /** Of the browser, whose other processes are its children. */
  readonly pid: number;
  /** Calls a function in the page, which may use nothing but its argument. */
  evaluate<A, R>(inPage: (argument: A) => Promise<R>, argument: A): Promise<R>;
  close(): Promise<void>;
}

/**
 * Opens an address in a browser of its own. Playwright has its browsers keep what they fetched, up to 100 MB: a window's
 * memory can only be measured without it.
 */
export async function bareWindow(url: string, { width, height }: { width: number; height: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'ekspose-bare-window-'));
  const settings = [`--user-data-dir=${folder}`, `--window-size=${width},${height}`, '--remote-debugging-port=0'];
  const browser = spawn(testBrowser() ?? '', ['--headless', '--no-sandbox', ...settings, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(browser, 'exit');
  const socket = await new Promise<WebSocket>((resolve, reject) => {
    browser.once('error', reject);
    createInterface(browser.stderr).on('line', (line) => {
      const address = /^DevTools listening on (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(new WebSocket(address));
    });
  });
  await once(socket, 'open');

  type Answer = { readonly [name: string]: unknown };
  type Message = { id?: number; method?: string; result?: Answer; error?: object };
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  const told = new EventEmitter();
  socket.on('message', (data) => {
    const { id, method, result, error } = JSON.parse(String(data)) as Message;
    if (method !== undefined) told.emit(method);
    const call = waiting.get(id ?? 0);
    if (error === undefined) call?.resolve(result ?? {});
    else call?.reject(new Error(JSON.stringify(error)));
  });
  let last = 0;
  const call = (method: string, params: object, sessionId?: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  await call('Page.enable', {}, sessionId);
  // Before its page is there a window has nowhere to call a function in.
  const loaded = once(told, 'Page.loadEventFired');
  await call('Page.navigate', { url }, sessionId);
  await loaded;
  const opened: BareWindow = {
    pid: browser.pid ?? 0,
    async evaluate<A, R>(inPage: (argument: A) => Promise<R>, argument: A) {
      const expression = `(${inPage})(${JSON.stringify(argument)})`;
      const answer = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails));
      return (answer.result as { value: R }).value;
    },
    async close() {
      // What was started may be a script that started the browser: only the browser itself can end all of it.
      const closed = once(socket, 'close');
      socket.send(JSON.stringify({ id: 0, method: 'Browser.close' }));
      await closed;
      browser.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return opened;
}
