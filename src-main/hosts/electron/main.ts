import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { app, dialog, protocol, session } from 'electron';
import { instant, mono } from '#core/time/units.ts';
import { version } from '../../../package.json';
import { createApplication } from '../../app/application.ts';
import { readAside } from '../../archive/worker/read-aside.ts';
import { emblemStore } from '../../emblem/store.ts';
import { workerRenderer } from '../../exports/worker/render-in-worker.ts';
import { slidesFiles } from '../../slides/slides-files.ts';
import { dataFolderPort } from '../../storage/claimed-port.ts';
import { reasonOf } from '../../storage/disk-refusal.ts';
import { diskPort } from '../../storage/file-port.ts';
import { defaultDataFolder } from '../folders.ts';
import { mainTexts } from '../i18n.ts';
import { folderLostText, type KeepingOptions, leftUnsavedText } from '../kept-unsaved.ts';
import { shownDocuments } from '../web/documents.ts';
import { readArguments } from './arguments.ts';
import { electronHost } from './host.ts';
import { lockContents, lockSession, silenceNetwork } from './lockdown.ts';
import { handOnToX11, programOf, wantsX11 } from './on-x11.ts';
import { leaveInOrder } from './quitting.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { sessionFolder } from './session-folder.ts';
import { takeFolder } from './take-folder.ts';
import { setAppMenu } from './window-menu.ts';
import { lastWordsOf } from './window-messages.ts';
import { windowSystem } from './window-system.ts';
import { windowSet } from './windows.ts';

const APP_ID = 'id.go.ekspose.app';
const BUILD = join(__dirname, '..');
const ICON = join(BUILD, '..', 'assets', 'icon', 'icon-512.png');

// The dialogs below appear when settings cannot be read or trusted; Indonesian is the first language.
const t = mainTexts('id');
const report = (error: unknown): void => console.error(error);
const words = (error: unknown): string => t(`reason.${reasonOf(error)}`);

const folders = readArguments(process.argv.slice(1), process.env);
const ozone = app.commandLine.getSwitchValue('ozone-platform');

/**
 * Ends a start that cannot continue, with the reason in a dialog. Before `ready` Linux would only write it to the
 * terminal.
 */
async function giveUp(title: string, text: string): Promise<void> {
  await app.whenReady();
  dialog.showErrorBox(title, text);
  app.exit(1);
}
/** Keeps something once there is an application. */
const keeping: KeepingOptions = { t, keep: async () => [], words, report };

/** Another Ekspose has the folder. Nothing can be saved there any more, so there is nothing to ask. */
const lockLost = async (): Promise<void> => giveUp(t('folderLost.title'), await folderLostText(keeping));

async function askToLeave(problem: unknown): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: t('window.notSaved'),
    detail: t('window.notSavedText', { reason: words(problem), folder: folders.documents }),
    buttons: [t('window.stay'), t('window.leave')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

async function run(): Promise<void> {
  if (wantsX11(process.platform, process.env, ozone)) {
    const program = programOf(process.env, process.execPath);
    if (await handOnToX11(program, process.argv.slice(1), process.env)) return app.exit(0);
  }
  const first = app.requestSingleInstanceLock();
  await app.whenReady();
  setAppMenu(process.platform, 'id');
  lockSession(session.defaultSession);

  const taken = await takeFolder(folders.data, first, { onLost: () => void lockLost().catch(report), report });
  if (taken.kind === 'focused') {
    if (!taken.opens) dialog.showErrorBox(t('window.alreadyRunning'), t('terminal.alreadyRunningBare'));
    return app.exit(0);
  }
  if (taken.kind === 'elsewhere') {
    return giveUp(t('window.startFailed'), t('terminal.alreadyRunningElsewhere', { folder: folders.data }));
  }
  if (!first) console.warn(t('terminal.ownLockOnly', { folder: folders.data }));

  const files = dataFolderPort(diskPort, folders.data, taken.claim.mine);
  const documents = shownDocuments();
  const slides = slidesFiles(files, folders.data);
  serveScheme(protocol, join(BUILD, 'renderer'), documents, emblemStore(files, folders.data), slides.served);
  const windows = windowSet({
    system: windowSystem(process.platform, process.env, ozone),
    preloads: join(BUILD, 'preload'),
    ...(existsSync(ICON) ? { icon: ICON } : {}),
    gaveUp: () => dialog.showErrorBox(t('window.keepsFailing'), t('window.keepsFailingText')),
  });
  const application = createApplication({
    host: electronHost(windows, documents, folders.unasked),
    files,
    slides,
    dataFolder: folders.data,
    documentsFolder: folders.documents,
    clock: { mono: () => mono(performance.now()), now: () => instant(Date.now()) },
    render: workerRenderer(join(__dirname, 'exporter.cjs')),
    readAside: readAside(join(__dirname, 'reader.cjs')),
    version,
    report,
  });

  const desk = () => windows.get('desk');
  const lastWords = lastWordsOf(windows);
  keeping.keep = async () => {
    await lastWords().catch(report);
    return application.keepUnsaved();
  };
  const leaving = leaveInOrder({
    app,
    lastWords,
    flush: () => application.flush(),
    stop: () => application.stop(),
    release: () => taken.claim.release(),
    desk,
    askToLeave,
    async keepUnsaved(problem, isAsked) {
      const text = await leftUnsavedText(problem, keeping, isAsked);
      console.warn(text);
      // It waits for the operator, while the desk stands still behind it.
      if (isAsked) dialog.showErrorBox(t('window.notSaved'), text);
    },
    report,
  });
  const starting = application.start();
  // A window requested while this one starts waits until the application can answer it.
  const showDesk = (): void => void starting.then(() => windows.open('desk', null)).catch(report);
  app.on('second-instance', showDesk);
  app.on('activate', showDesk);

  await taken.claim.announce(taken.focus);
  await starting;
  const opened = desk();
  if (opened !== null) leaving.watch(opened);
}

/** What must happen before `ready`, so nothing of it is awaited. */
function prepare(): void {
  registerScheme(protocol);
  silenceNetwork(app);
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  // Date fields follow Chromium's language: day before month, whatever the system's language is.
  app.commandLine.appendSwitch('lang', 'id');
  // Chromium's own files are separate from the meetings, and there is one lock per data folder.
  const profile = join(folders.data, 'electron');
  const caches = sessionFolder(profile, folders.data === resolve(defaultDataFolder()));
  for (const folder of [profile, caches]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  app.setPath('sessionData', caches);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

function failed(error: unknown): void {
  report(error);
  void giveUp(t('window.startFailed'), t('window.startFailedText', { reason: words(error), folder: folders.data }));
}

try {
  prepare();
  run().catch(failed);
} catch (error) {
  failed(error);
}
