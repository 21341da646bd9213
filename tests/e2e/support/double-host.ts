import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Audience } from '#core/protocol/messages.ts';
import { isPage } from '../../doubles/electron/addresses.ts';
import { launchDouble } from '../../doubles/electron/launch-double.ts';
import type { AppUnderTest, LaunchContext } from './app-under-test.ts';
import { openOnElectron, settled } from './electron-pages.ts';
import { dist } from './hosts.ts';
import { linesOf, windowLog } from './window-log.ts';

export async function onElectronDouble(context: LaunchContext): Promise<AppUnderTest> {
  const { browser, dataFolder, documentsFolder, env } = context;
  const watchFile = join(dataFolder, '..', 'outgoing.log');
  const log = windowLog((url) => isPage(url) || /^(blob|about):/.test(url));
  const sent: { url: string; text: string }[] = [];
  const run = await launchDouble({
    browser,
    mainFile: join(dist(), 'main/electron.cjs'),
    args: ['--data', dataFolder, '--documents', documentsFolder],
    env: { ...env, EKSPOSE_WATCH_FILE: watchFile },
    require: [join(import.meta.dirname, 'outgoing-watch.cjs')],
    onPage: (page) => log.watch(page),
    onMessage: (url, message) => sent.push({ url, text: JSON.stringify(message) ?? 'undefined' }),
  });
  const pageOf = (audience: Audience): Page | null => run.windows.pageNamed(audience)?.page ?? null;
  const failed = run.ended.then((code): never => {
    throw new Error(`ended with ${code} before its desk was open:\n${run.output()}`);
  });
  await Promise.race([settled(() => pageOf('desk')), failed]);
  failed.catch(() => undefined);

  const desk = (): Page => {
    const page = pageOf('desk');
    if (page === null) throw new Error('the desk is closed');
    return page;
  };

  return {
    host: 'electron-double',
    dataFolder,
    documentsFolder,
    get desk() {
      return desk();
    },
    projector: () => openOnElectron(() => pageOf('projector'), desk()),
    projectorOpen: () => pageOf('projector') !== null,
    messagesTo: (audience) => sent.filter(({ url }) => url.endsWith(`/${audience}.html`)).map(({ text }) => text),
    externalRequests: () => [...log.foreign, ...linesOf(watchFile)],
    complaints: () => [...log.complaints],
    output: run.output,
    signal: (name) => void run.process.kill(name),
    async close() {
      run.process.kill('SIGTERM');
      return run.ended;
    },
    async kill() {
      run.process.kill('SIGKILL');
      await run.ended;
    },
  };
}
