import { extname } from 'node:path';
import { dialog, powerMonitor, powerSaveBlocker, screen, shell } from 'electron';
import { AUDIENCES } from '#core/protocol/messages.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Host } from '../port.ts';
import type { ShownDocuments } from '../web/documents.ts';
import { displayLabels } from './display-labels.ts';
import { displayInfos } from './displays.ts';
import { printPdf } from './print-pdf.ts';
import { documentAddress } from './scheme.ts';
import { setAppMenu } from './window-menu.ts';
import { answerWindows, pushTo } from './window-messages.ts';
import type { WindowSet } from './windows.ts';

/**
 * The host port on Electron. Must be created after `ready`.
 * @param unasked exports go to the suggested path, without a dialog
 */
export function electronHost(windows: WindowSet, documents: ShownDocuments, unasked: boolean): Host {
  let blocker: number | null = null;
  const labels = displayLabels(
    () => AUDIENCES.flatMap((audience) => windows.all(audience)),
    (html) => documentAddress(documents.add(html)),
  );

  /** In front of the desk if there is one, so that the dialog cannot be hidden behind it. */
  async function askToOpen(options: Electron.OpenDialogOptions): Promise<string | null> {
    const desk = windows.get('desk');
    const { canceled, filePaths } =
      desk === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(desk, options);
    return canceled ? null : (filePaths[0] ?? null);
  }

  return {
    kind: 'electron',
    serve: (handler) => answerWindows(windows, handler),
    push: (audience, push) => pushTo(windows, audience, push),
    async openWindow(audience, displayId) {
      await windows.open(audience, displayId);
      return { url: null };
    },
    closeWindow: (audience) => windows.close(audience),
    isOpen: (audience) => windows.all(audience).length > 0,
    // Where windows cannot be placed there is no display to choose.
    displays: () => (windows.canPlace ? displayInfos(screen) : []),
    placing: () => windows.placing(),
    keepDisplayChoices: (choices) => windows.keepChoices(choices),
    showOnDisplays: (pages) => labels.show(pages),
    ...(windows.canPlace ? { strip: windows.strip } : {}),
    fillWithDesk: (on) => windows.fill('desk', on),
    speak(language) {
      windows.speak(language);
      setAppMenu(process.platform, language);
    },
    onChange: (listener) => windows.onChange(listener),
    printPdf: (html) => printPdf(documentAddress(documents.add(html))),
    showDocument: (html) => documentAddress(documents.add(html)),
    async askSavePath(suggested) {
      if (unasked) return { path: suggested, overwriteAsked: false };
      const extension = extname(suggested).slice(1);
      const options: Electron.SaveDialogOptions = {
        defaultPath: suggested,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const desk = windows.get('desk');
      const { canceled, filePath } =
        desk === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(desk, options);
      return canceled || filePath === '' ? null : { path: filePath, overwriteAsked: true };
    },
    askOpenPath: () => askToOpen({ filters: [{ name: 'JSON', extensions: ['json'] }], properties: ['openFile'] }),
    askFolder: () => askToOpen({ properties: ['openDirectory', 'createDirectory'] }),
    async showFile(path, how) {
      if (how === 'folder') {
        shell.showItemInFolder(path);
        return;
      }
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Refused('cannotShow', { path }, new Error(problem));
    },
    onSleep({ suspended, resumed }) {
      powerMonitor.on('suspend', suspended);
      powerMonitor.on('resume', resumed);
    },
    keepAwake(on) {
      if (on && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
      if (!on && blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
  };
}
