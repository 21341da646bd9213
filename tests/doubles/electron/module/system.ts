import { basename, join } from 'node:path';
import type { Inspection } from '../link.ts';
import { appDouble } from './app.ts';
import { KnownEvents, strict } from './strict.ts';

/** What was shown to the user or handed to the system, for a test to read. */
export const shown: Inspection['shown'] = [];
export const blockers = new Map<number, string>();
let lastBlocker = 0;

/** `EKSPOSE_DOUBLE_SAVE`: a folder into which everything is saved; `cancel`; unset accepts the suggestion. */
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
  /** Answers with the path in `EKSPOSE_DOUBLE_OPEN`; cancels if unset. */
  async showOpenDialog(...given: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const { properties = [] } = given.at(-1) as { properties?: string[] };
    if (properties.includes('openFile') === properties.includes('openDirectory')) {
      throw new Error('showOpenDialog asks for files or for folders');
    }
    const path = process.env.EKSPOSE_DOUBLE_OPEN;
    shown.push({ kind: 'openDialog', detail: properties.join(' ') });
    return path === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] };
  },
  /** Answers with `EKSPOSE_DOUBLE_BUTTON`, else with the cancel button. */
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

const POWER_EVENTS = ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-ac', 'on-battery', 'shutdown'];
export const powerMonitorDouble = new KnownEvents('powerMonitor', POWER_EVENTS);

export interface MenuItemGiven {
  label?: string;
  role?: string;
  type?: string;
  enabled?: boolean;
  submenu?: MenuItemGiven[];
}
/** The menu of the application, and the context menus that were shown. */
export const menu: { state: Inspection['menu']; items: MenuItemGiven[]; popups: Inspection['popups'] } = {
  state: 'unset',
  items: [],
  popups: [],
};

interface BuiltMenu {
  readonly template: MenuItemGiven[];
  popup(given: { window?: { id: number } }): void;
}

export const menuModule = strict('Menu', {
  setApplicationMenu(given: BuiltMenu | null): void {
    menu.state = given === null ? 'none' : 'set';
    menu.items = given?.template ?? [];
  },
  buildFromTemplate: (template: MenuItemGiven[]): BuiltMenu =>
    strict('Menu', {
      template,
      popup({ window }: { window?: { id: number } }) {
        const items = template.map(({ label = '', role = '', enabled = true }) => ({ label, role, enabled }));
        menu.popups.push({ window: window?.id ?? null, items });
      },
    }),
});

export function resetSystem(): void {
  shown.length = 0;
  blockers.clear();
  menu.state = 'unset';
  menu.items = [];
  menu.popups = [];
  powerMonitorDouble.removeAllListeners();
}
