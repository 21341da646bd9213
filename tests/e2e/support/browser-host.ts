import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Audience } from '#core/protocol/messages.ts';
import { lateIfAsked } from '../../support/late-windows.ts';
import { printingWith } from '../../support/printer.ts';
import type { AppUnderTest, LaunchContext } from './app-under-test.ts';
import { dist } from './hosts.ts';
import { rememberSockets } from './raw.ts';
import { linesOf, windowLog } from './window-log.ts';

/** What the browser host prints for somebody without a display; a test is such a somebody. */
const addressOf = (audience: Audience): RegExp =>
  new RegExp(`http://127\\.0\\.0\\.1:\\d+/${audience}\\.html#token=\\S+`);
const START_LIMIT = 90_000;

export async function onBrowserHost(context: LaunchContext): Promise<AppUnderTest> {
  const { browser, dataFolder, documentsFolder, env } = context;
  const watchFile = join(dataFolder, '..', 'outgoing.log');
  const printing = await printingWith(browser);
  const child = spawn(
    process.execPath,
    [
      ...['--require', join(import.meta.dirname, 'outgoing-watch.cjs')],
      join(dist(), 'main/browser.cjs'),
      ...['--no-window', '--data', dataFolder, '--documents', documentsFolder],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...printing, ...env, EKSPOSE_WATCH_FILE: watchFile },
    },
  );
  let output = '';
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const addresses = new Promise<Record<Audience, string>>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address in ${START_LIMIT} ms:\n${output}`)), START_LIMIT);
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const desk = addressOf('desk').exec(output)?.[0];
      const projector = addressOf('projector').exec(output)?.[0];
      if (desk === undefined || projector === undefined) return;
      clearTimeout(late);
      resolve({ desk, projector });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`ended with ${code} before it was ready:\n${output}`));
    });
  });
  const { desk: deskAddress, projector: projectorAddress } = await addresses;

  const { origin, host } = new URL(deskAddress);
  const messages: Record<Audience, string[]> = { desk: [], projector: [] };
  const log = windowLog(
    (url) => url.startsWith(`${origin}/`) || url.startsWith(`ws://${host}/`) || /^(blob|about):/.test(url),
  );
  // What moves is drawn sixty times a second; on the double of Electron windows move as they do for a user.
  const windows: BrowserContext = await lateIfAsked(
    await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'id-ID',
      reducedMotion: 'reduce',
    }),
  );

  async function open(audience: Audience, address: string): Promise<Page> {
    const page = await windows.newPage();
    log.watch(page);
    rememberSockets(page);
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => messages[audience].push(payload.toString())),
    );
    // Whoever sends as the window does needs the address by which its socket was opened.
    await Promise.all([page.waitForEvent('websocket'), page.goto(address)]);
    return page;
  }

  /** Page by page: of those that a context still has, Playwright takes a picture first, in case the test fails later. */
  async function closeWindows(): Promise<void> {
    await Promise.all(windows.pages().map((page) => page.close()));
    await windows.close();
  }

  const desk = await open('desk', deskAddress);
  let projector: Page | null = null;
  return {
    host: 'browser',
    dataFolder,
    documentsFolder,
    desk,
    async projector() {
      if (projector === null || projector.isClosed()) projector = await open('projector', projectorAddress);
      return projector;
    },
    projectorOpen: () => projector !== null && !projector.isClosed(),
    messagesTo: (audience) => [...messages[audience]],
    externalRequests: () => [...log.foreign, ...linesOf(watchFile)],
    complaints: () => [...log.complaints],
    output: () => output,
    signal: (name) => void child.kill(name),
    async close() {
      child.kill('SIGTERM');
      const code = await ended;
      await closeWindows();
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      await closeWindows();
    },
  };
}
