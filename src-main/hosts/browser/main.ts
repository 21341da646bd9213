import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { instant, mono } from '#core/time/units.ts';
import { version } from '../../../package.json';
import { createApplication } from '../../app/application.ts';
import { emblemStore } from '../../emblem/store.ts';
import { makeInThread } from '../../exports/thread/in-thread.ts';
import { diskPort } from '../../storage/file-port.ts';
import { claimFolder } from '../../storage/instance-lock.ts';
import { defaultDataFolder, defaultDocumentsFolder } from '../folders.ts';
import { mainTexts } from '../i18n.ts';
import { browserHost } from './browser-host.ts';
import { findBrowser } from './find-browser.ts';
import { browserServer } from './server.ts';

// The terminal speaks before any settings are read; Indonesian is the application's first language.
const t = mainTexts('id');
const say = (line: string): void => console.log(line);
const report = (error: unknown): void => console.error(error);

interface Arguments {
  readonly data: string;
  readonly documents: string;
  readonly port: number;
  readonly windows: boolean;
}

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        documents: { type: 'string' },
        port: { type: 'string' },
        'no-window': { type: 'boolean' },
      },
    });
    return {
      data: values.data ?? process.env.EKSPOSE_DATA ?? defaultDataFolder(),
      documents: values.documents ?? process.env.EKSPOSE_DOCUMENTS ?? defaultDocumentsFolder(),
      port: Number(values.port ?? 0),
      windows: values['no-window'] !== true,
    };
  } catch (error) {
    say(t('terminal.badArgument', { argument: error instanceof Error ? error.message : String(error) }));
    return null;
  }
}

/** Windows and macOS always have a display when a program is started by hand. */
const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

/** Asks the running application to bring its desk to the front. @returns whether it answered */
async function focusFirst(focus: string | null): Promise<boolean> {
  if (focus === null) return false;
  try {
    return (await fetch(focus)).ok;
  } catch {
    // It is shutting down, or hangs; either way it cannot be brought to the front.
    return false;
  }
}

async function run(args: Arguments): Promise<number | null> {
  let stop: (() => Promise<void>) | null = null;
  const claim = await claimFolder(args.data, () => {
    say(t('terminal.lockLost'));
    process.exit(1);
  }).catch((error: unknown) => error as Error);
  if (claim instanceof Error) {
    say(t('terminal.folderFailed', { folder: args.data, detail: claim.message }));
    return 1;
  }
  if (!claim.taken) {
    const focused = await focusFirst(claim.holder?.focus ?? null);
    say(focused ? t('terminal.alreadyRunning') : t('terminal.alreadyRunningElsewhere', { folder: args.data }));
    return focused ? 0 : 1;
  }

  const browser = findBrowser();
  const windows = args.windows && browser !== null && hasDisplay();
  const server = await browserServer({
    renderer: join(__dirname, '..', 'renderer'),
    port: args.port,
    emblems: emblemStore(diskPort, args.data),
    onConnections: () => host.changed(),
    onFocus: () => void host.openWindow('desk', null).catch(report),
    report,
  });
  const host = browserHost({
    server,
    browser,
    windows,
    profiles: join(args.data, 'browser'),
    onDeskClosed: () => void stop?.(),
    report,
  });
  const application = createApplication({
    host,
    files: diskPort,
    dataFolder: args.data,
    documentsFolder: args.documents,
    clock: { mono: () => mono(performance.now()), now: () => instant(Date.now()) },
    make: makeInThread(join(__dirname, 'exporter.cjs')),
    version,
    report,
  });

  let stopping = false;
  stop = async () => {
    if (stopping) return;
    stopping = true;
    let code = 0;
    try {
      await application.stop();
      say(t('terminal.stopped'));
    } catch (error) {
      code = 1;
      say(t('terminal.stopFailed', { detail: error instanceof Error ? error.message : String(error) }));
    }
    host.closeAll();
    await server.close();
    await claim.release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop?.());

  await application.start();
  await claim.announce(server.focusUrl);
  say(t('terminal.desk', { url: server.urlOf('desk') }));
  say(t('terminal.projector', { url: server.urlOf('projector') }));
  if (windows) say(t('terminal.windowOpened'));
  else say(browser === null && hasDisplay() ? t('terminal.noBrowser') : t('terminal.noDisplay'));
  return null;
}

const args = readArguments();
if (args === null) process.exit(2);
run(args).then(
  (code) => {
    if (code !== null) process.exit(code);
  },
  (error: unknown) => {
    report(error);
    process.exit(1);
  },
);
