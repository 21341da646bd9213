import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { instant, mono } from '#core/time/units.ts';
import { version } from '../../../package.json';
import { createApplication } from '../../app/application.ts';
import { readAside } from '../../archive/worker/read-aside.ts';
import { markup, plainPage } from '../../documents/plain-page.ts';
import { emblemStore } from '../../emblem/store.ts';
import { workerRenderer } from '../../exports/worker/render-in-worker.ts';
import { slidesFiles } from '../../slides/slides-files.ts';
import { dataFolderPort } from '../../storage/claimed-port.ts';
import { reasonOf } from '../../storage/disk-refusal.ts';
import { diskPort } from '../../storage/file-port.ts';
import { claimFolder } from '../../storage/instance-lock.ts';
import { focusAddress, opensWindow } from '../focus-address.ts';
import { chosenFolders, type Folders } from '../folders.ts';
import { mainTexts } from '../i18n.ts';
import { folderLostText, type KeepingOptions, leftUnsavedText } from '../kept-unsaved.ts';
import { browserHost } from './browser-host.ts';
import { findBrowser } from './find-browser.ts';
import { leaving } from './leaving.ts';
import { browserServer } from './server.ts';
import { snapFolder } from './snap-folder.ts';

// Main passes on what it reads and keeps none of it. V8 would grow its space for young objects to 30 MB for that.
const keepYoungSpaceSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');
keepYoungSpaceSmall();

// The terminal needs a language before any settings are read; Indonesian is the application's first language.
const t = mainTexts('id');
const say = (line: string): void => console.log(line);
const report = (error: unknown): void => console.error(error);
const words = (error: unknown): string => t(`reason.${reasonOf(error)}`);
/** For a ticket that was used already or is too old. */
const usedTicket = plainPage(
  'id',
  markup`<title>${t('ticket.title')}</title>`,
  markup`<h1>${t('ticket.title')}</h1><p>${t('ticket.what')}</p>`,
);

interface Arguments extends Folders {
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
      ...chosenFolders(values, process.env),
      port: Number(values.port ?? 0),
      windows: values['no-window'] !== true,
    };
  } catch (error) {
    say(t('terminal.badArgument', { argument: error instanceof Error ? error.message : String(error) }));
    return null;
  }
}

/** Used by another program, or no number of a port. */
const PORT_ERRORS: ReadonlySet<string> = new Set(['EADDRINUSE', 'ERR_SOCKET_BAD_PORT']);

/** Windows and macOS always have a display when a program is started by hand. */
const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

/** Chromium ends with the window only if it has a profile of its own, for each data folder. */
function profilesFor(browser: string | null, data: string): string {
  const snap = browser === null ? null : snapFolder(browser);
  if (snap === null) return join(data, 'browser');
  return join(snap, 'ekspose', createHash('sha256').update(data).digest('hex').slice(0, 16));
}

async function run(args: Arguments): Promise<number | null> {
  let onDeskClosed = (): void => undefined;
  let onLeave = (): void => undefined;
  const keeping: KeepingOptions = { t, keep: async () => [], words, report };
  const claim = await claimFolder(args.data, {
    onLost() {
      void folderLostText(keeping).then((text) => {
        say(text);
        process.exit(1);
      });
    },
    report,
  }).catch((error: unknown) => error as Error);
  if (claim instanceof Error) {
    report(claim);
    say(t('terminal.folderFailed', { folder: args.data, reason: words(claim) }));
    return 1;
  }
  if (!claim.taken) {
    const { answered: focused } = claim;
    if (!focused) say(t('terminal.alreadyRunningElsewhere', { folder: args.data }));
    else say(t(opensWindow(claim.focus) ? 'terminal.alreadyRunning' : 'terminal.alreadyRunningBare'));
    return focused ? 0 : 1;
  }

  const files = dataFolderPort(diskPort, args.data, claim.mine);
  const browser = findBrowser();
  const windows = args.windows && browser !== null && hasDisplay();
  const slides = slidesFiles(files, args.data);
  const server = await browserServer({
    renderer: join(__dirname, '..', 'renderer'),
    port: args.port,
    emblems: emblemStore(files, args.data),
    slides: slides.served,
    usedTicket,
    onConnections: () => host.changed(),
    onFocus: () => void showDesk().catch(report),
    report,
  });
  const host = browserHost({
    server,
    browser,
    windows,
    profiles: profilesFor(browser, args.data),
    onDeskClosed: () => onDeskClosed(),
    onLeave: () => onLeave(),
    onDeskElsewhere: () => say(t('terminal.deskElsewhere', { url: server.urlOf('desk') })),
    report,
  });
  async function showDesk(): Promise<void> {
    const { url } = await host.openWindow('desk', null);
    if (url !== null) say(t('terminal.desk', { url }));
  }
  const application = createApplication({
    host,
    files,
    slides,
    dataFolder: args.data,
    documentsFolder: args.documents,
    clock: { mono: () => mono(performance.now()), now: () => instant(Date.now()) },
    render: workerRenderer(join(__dirname, 'exporter.cjs'), keepYoungSpaceSmall),
    readAside: readAside(join(__dirname, 'reader.cjs'), keepYoungSpaceSmall),
    version,
    report,
  });

  keeping.keep = application.keepUnsaved;

  const { asked, deskEnded, forced } = leaving({
    stop: application.stop,
    stay(problem, opensDesk) {
      if (!opensDesk) say(t('terminal.deskKeepsEnding'));
      const to = { url: server.urlOf('desk'), folder: args.documents };
      say(t('terminal.notStopped', { reason: words(problem), ...to }));
      if (windows && opensDesk) host.reopenDesk().catch(report);
    },
    async exit(problem) {
      say(problem === null ? t('terminal.stopped') : await leftUnsavedText(problem, keeping, false));
      host.closeAll();
      await server.close();
      await claim.release().catch(report);
      process.exit(problem === null ? 0 : 1);
    },
    report,
  });
  onDeskClosed = deskEnded;
  // As when the system ends it: nothing is to be asked any more.
  onLeave = forced;
  process.on('SIGINT', asked);
  // The session ends, or the terminal was closed.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, forced);

  await application.start();
  await claim.announce(focusAddress(server.focusUrl, windows));
  say(t('terminal.desk', { url: server.urlOf('desk') }));
  say(t('terminal.projector', { url: server.urlOf('projector') }));
  if (windows) say(t('terminal.windowOpened'));
  else say(browser === null && hasDisplay() ? t('terminal.noBrowser') : t('terminal.noDisplay'));
  return null;
}

/** What to do about a start that failed. */
function startFailure(error: unknown, { port, data }: Arguments): string {
  const isPort = error instanceof Error && 'code' in error && PORT_ERRORS.has(String(error.code));
  if (isPort) return t('terminal.portFailed', { port: String(port) });
  return t('terminal.startFailed', { reason: words(error), folder: data });
}

const args = readArguments();
if (args === null) process.exit(2);
run(args).then(
  (code) => {
    if (code !== null) process.exit(code);
  },
  (error: unknown) => {
    report(error);
    say(startFailure(error, args));
    process.exit(1);
  },
);
