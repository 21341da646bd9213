import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { app, dialog, Menu, protocol, session } from 'electron';
import { instant, mono } from '#core/time/units.ts';
import { version } from '../../../package.json';
import { createApplication } from '../../app/application.ts';
import { emblemStore } from '../../emblem/store.ts';
import { makeInThread } from '../../exports/thread/in-thread.ts';
import { reasonOf } from '../../storage/disk-refusal.ts';
import { diskPort } from '../../storage/file-port.ts';
import { claimFolder } from '../../storage/instance-lock.ts';
import { patientPort } from '../../storage/patient-port.ts';
import { mainTexts } from '../i18n.ts';
import { shownDocuments } from '../web/documents.ts';
import { foldersFrom } from './arguments.ts';
import { electronHost } from './host.ts';
import { leaveInOrder } from './leaving.ts';
import { lockContents, lockSession, silenceNetwork } from './lockdown.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { windowSet } from './windows.ts';

const APP_ID = 'id.go.ekspose.app';
const BUILD = join(__dirname, '..');

// The dialogs below are shown where no settings could be read, or may not be trusted; Indonesian is the first language.
const t = mainTexts('id');
const report = (error: unknown): void => console.error(error);
const words = (error: unknown): string => t(`reason.${reasonOf(error)}`);

const files = patientPort(diskPort);
const folders = foldersFrom(process.argv.slice(1), process.env);

/** Ends a start that cannot go on, with the reason in a dialog. */
function giveUp(title: string, text: string): void {
  dialog.showErrorBox(title, text);
  app.exit(1);
}

/** Without a menu there is no accelerator but the page's own; macOS takes copy and paste from the menu alone. */
function setMenu(): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const;
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null);
}

async function run(): Promise<void> {
  await app.whenReady();
  setMenu();
  lockSession(session.defaultSession);

  const claim = await claimFolder(folders.data, {
    onLost: () => giveUp(t('window.startFailed'), t('terminal.lockLost')),
  });
  if (!claim.taken) {
    if (claim.answered) app.exit(0);
    else giveUp(t('window.startFailed'), t('terminal.alreadyRunningElsewhere', { folder: folders.data }));
    return;
  }

  const documents = shownDocuments();
  serveScheme(protocol, join(BUILD, 'renderer'), documents, emblemStore(files, folders.data));
  const windows = windowSet({
    preloads: join(BUILD, 'preload'),
    gaveUp: () => dialog.showErrorBox(t('window.keepsFailing'), t('window.keepsFailingText')),
  });
  const application = createApplication({
    host: electronHost(windows, documents),
    files,
    dataFolder: folders.data,
    documentsFolder: folders.documents,
    clock: { mono: () => mono(performance.now()), now: () => instant(Date.now()) },
    make: makeInThread(join(__dirname, 'exporter.cjs')),
    version,
    report,
  });

  const desk = () => windows.get('desk');
  const leaving = leaveInOrder({
    app,
    stop: () => application.stop(),
    release: () => claim.release(),
    desk,
    report,
    async askToLeave(problem) {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        message: t('window.notSaved'),
        detail: t('window.notSavedText', { reason: words(problem) }),
        buttons: [t('window.stay'), t('window.leave')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
  });
  app.on('second-instance', () => void windows.open('desk', null).catch(report));
  app.on('activate', () => void windows.open('desk', null).catch(report));

  await application.start();
  const opened = desk();
  if (opened !== null) leaving.watch(opened);
}

/** What must have happened before `ready`, so nothing of it is awaited. @returns whether this is the first instance */
function prepare(): boolean {
  registerScheme(protocol);
  silenceNetwork(app);
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  // Date fields follow Chromium's language: day before month, whatever the system's own language is.
  app.commandLine.appendSwitch('lang', 'id');
  // Chromium's own files are kept apart from the meetings, and the lock below is one for each data folder.
  const profile = join(folders.data, 'electron');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  return app.requestSingleInstanceLock();
}

function failed(error: unknown): void {
  report(error);
  giveUp(t('window.startFailed'), t('window.startFailedText', { reason: words(error), folder: folders.data }));
}

try {
  if (prepare()) run().catch(failed);
  else app.exit(0);
} catch (error) {
  failed(error);
}
