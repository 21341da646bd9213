import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { Audience } from '#core/protocol/messages.ts';
import type { AppUnderTest, LaunchContext } from './app-under-test.ts';
import { openOnElectron, settled } from './electron-pages.ts';
import { dist, electronExecutable } from './hosts.ts';
import { linesOf, windowLog } from './window-log.ts';

/** Real Electron, through Playwright's own driver. */
export async function onElectron(context: LaunchContext): Promise<AppUnderTest> {
  const { dataFolder, documentsFolder, env } = context;
  const executablePath = electronExecutable();
  if (executablePath === null) throw new Error('Electron’s executable is not on this machine');
  const watchFile = join(dataFolder, '..', 'outgoing.log');
  const recordFile = join(dataFolder, '..', 'messages.ndjson');
  const log = windowLog((url) => url.startsWith('app://ekspose/') || /^(blob|about|devtools):/.test(url));
  const inherited = Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));

  const electron = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['-r', join(import.meta.dirname, 'outgoing-watch.cjs')],
      ...['-r', join(import.meta.dirname, 'electron-record.cjs')],
      join(dist(), 'main/electron.cjs'),
      ...['--data', dataFolder, '--documents', documentsFolder],
    ],
    env: {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      ...env,
      EKSPOSE_WATCH_FILE: watchFile,
      EKSPOSE_RECORD_FILE: recordFile,
    },
  });
  let output = '';
  const child = electron.process();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  for (const page of electron.windows()) log.watch(page);
  electron.on('window', (page) => log.watch(page));

  const pageOf = (audience: Audience): Page | null =>
    electron.windows().find((page) => !page.isClosed() && page.url().split(/[?#]/)[0]?.endsWith(`/${audience}.html`)) ??
    null;
  await settled(() => pageOf('desk'));

  const desk = (): Page => {
    const page = pageOf('desk');
    if (page === null) throw new Error('the desk is closed');
    return page;
  };

  return {
    host: 'electron',
    dataFolder,
    documentsFolder,
    get desk() {
      return desk();
    },
    projector: () => openOnElectron(() => pageOf('projector'), desk()),
    projectorOpen: () => pageOf('projector') !== null,
    messagesTo: (audience) =>
      linesOf(recordFile)
        .map((line) => JSON.parse(line) as { url: string; message: unknown })
        .filter(({ url }) => url.endsWith(`/${audience}.html`))
        .map(({ message }) => JSON.stringify(message) ?? 'undefined'),
    externalRequests: () => [...log.foreign, ...linesOf(watchFile)],
    complaints: () => [...log.complaints],
    output: () => output,
    signal: (name) => void child.kill(name),
    async close() {
      // Windows has no signal that a process may answer.
      if (process.platform === 'win32') await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
      else child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
