import { basename, join } from 'node:path';
import type { Inspection } from '../link.ts';
import { appDouble } from './app.ts';
import { strict } from './strict.ts';

/** What was shown to the user or handed to the system, for a test to read. */
export const shown: Inspection['shown'] = [];
export const blockers = new Map<number, string>();
let lastBlocker = 0;

/** `EKSPOSE_DOUBLE_SAVE`: a folder into which everything is saved; `cancel`; unset takes what is suggested. */
function savePath(suggested: string): { canceled: boolean; filePath: string } {
  const wanted = process.env.EKSPOSE_DOUBLE_SAVE;
  if (wanted === 'cancel') return { canceled: true, filePath: '' };
  return { canceled: false, filePath: wanted === undefined ? suggested : join(wanted, basename(suggested)) };
}

export const dialogModule = strict('dialog', {
  async showSaveDialog(...given: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const options = given.at(-1) as { defaultPath?: string };
    shown.push({ kind: 'saveDialog', detail: options.defaultPath ?? '' });
    return savePath(options.defaultPath ?? '');
  },
  /** Answers with `EKSPOSE_DOUBLE_BUTTON`, else with the button that cancels. */
  async showMessageBox(...given: unknown[]): Promise<{ response: number }> {
    const options = given.at(-1) as { message: string; detail?: string; cancelId?: number };
    shown.push({ kind: 'messageBox', detail: `${options.message}\n${options.detail ?? ''}` });
    return { response: Number(process.env.EKSPOSE_DOUBLE_BUTTON ?? options.cancelId ?? 0) };
  },
  showErrorBox(title: string, content: string): void {
    shown.push({ kind: 'errorBox', detail: `${title}\n${content}` });
    process.stderr.write(`error box: ${title}: ${content}\n`);
  },
});

export const shellModule = strict('shell', {
  async openPath(path: string): Promise<string> {
    shown.push({ kind: 'openPath', detail: path });
    return '';
  },
  showItemInFolder(path: string): void {
    shown.push({ kind: 'showItemInFolder', detail: path });
  },
});

export const powerSaveBlockerModule = strict('powerSaveBlocker', {
  start(type: string): number {
    if (!appDouble.ready) throw new Error('powerSaveBlocker is used before ready');
    lastBlocker += 1;
    blockers.set(lastBlocker, type);
    return lastBlocker;
  },
  stop(id: number): boolean {
    return blockers.delete(id);
  },
  isStarted: (id: number): boolean => blockers.has(id),
});

export const menu: { state: Inspection['menu'] } = { state: 'unset' };
export const menuModule = strict('Menu', {
  setApplicationMenu(given: object | null): void {
    menu.state = given === null ? 'none' : 'set';
  },
  buildFromTemplate: (template: object): object => ({ template }),
});
