import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { appDouble } from './app.ts';
import { acts } from './calls.ts';
import { strict } from './strict.ts';
import { makeContents, type WebContentsDouble } from './web-contents.ts';
import { WindowFrame } from './window-frame.ts';
import { hasPages, windowsLink } from './windows-link.ts';

interface Options {
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  show?: boolean;
  icon?: string;
  webPreferences?: Record<string, unknown>;
  [other: string]: unknown;
}

/** Options whose default has changed before, so that a careful application sets them. */
const MUST: readonly (readonly [string, unknown])[] = [
  ['sandbox', true],
  ['contextIsolation', true],
  ['nodeIntegration', false],
  ['webSecurity', true],
  ['devTools', false],
];

function checkOptions({ webPreferences: preferences = {}, icon }: Options): void {
  for (const [name, value] of MUST) {
    if (preferences[name] !== value) throw new Error(`a window's webPreferences.${name} must be ${String(value)}`);
  }
  const { preload } = preferences;
  if (typeof preload === 'string' && !isAbsolute(preload)) throw new Error('preload script must have absolute path');
  if (icon !== undefined && !existsSync(icon)) throw new Error(`there is no icon at ${icon}`);
}

let lastId = 0;

export class BrowserWindowDouble extends WindowFrame {
  static readonly all = new Map<number, BrowserWindowDouble>();
  static focusedId: number | null = null;
  readonly id: number;
  readonly options: Options;
  readonly webContents: WebContentsDouble;
  /** `null`: the usual level. */
  topLevel: string | null = null;
  takesMouse = true;
  /** Whether a window of another program is above it. */
  covered = false;
  private minimized = false;

  constructor(options: Options = {}) {
    super();
    if (!appDouble.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    checkOptions(options);
    const preferences = options.webPreferences ?? {};
    const { preload } = preferences;
    lastId += 1;
    this.id = lastId;
    this.options = options;
    this.bounds = {
      x: options.x ?? 40,
      y: options.y ?? 40,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.visible = options.show !== false;
    this.webContents = makeContents(this.id);
    this.webContents.loaded = () => this.emit('ready-to-show');
    BrowserWindowDouble.all.set(this.id, this);
    windowsLink()
      .call('create', {
        id: this.id,
        javascript: preferences.javascript !== false,
        preload: typeof preload === 'string' && hasPages() ? readFileSync(preload, 'utf8') : null,
        width: this.bounds.width,
        height: this.bounds.height,
      })
      .catch((error: unknown) => {
        if (!this.destroyed) throw error;
      });
    // The real constructor returns the same object to listeners and to the caller.
    // biome-ignore lint/correctness/noConstructorReturn: every use must go through the proxy that knows what is missing.
    return strict('BrowserWindow', this);
  }

  static getAllWindows(): BrowserWindowDouble[] {
    return [...BrowserWindowDouble.all.values()];
  }

  static fromWebContents(contents: WebContentsDouble): BrowserWindowDouble | null {
    return BrowserWindowDouble.getAllWindows().find(({ webContents }) => webContents.id === contents.id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  protected override resized(width: number, height: number): void {
    windowsLink()
      .call('resize', { id: this.id, width, height })
      .catch((error: unknown) => {
        if (!this.destroyed) throw error;
      });
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.visible = true;
    this.emit('show');
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    if (this.options.focusable === false || this.isFocused()) return;
    const before = BrowserWindowDouble.focusedId;
    BrowserWindowDouble.focusedId = this.id;
    if (before !== null) BrowserWindowDouble.all.get(before)?.emit('blur');
    this.emit('focus');
  }

  /** Another program has put a window of its own above all others; it may take the focus. Assumed, the worst: a level is lost. */
  static foreignInFront(takesFocus: boolean): void {
    for (const window of BrowserWindowDouble.all.values()) {
      window.covered = true;
      window.topLevel = null;
    }
    const before = BrowserWindowDouble.focusedId;
    if (!takesFocus || before === null) return;
    BrowserWindowDouble.focusedId = null;
    BrowserWindowDouble.all.get(before)?.emit('blur');
  }

  isFocused(): boolean {
    return BrowserWindowDouble.focusedId === this.id;
  }

  /** native_window_views.cc, SetAlwaysOnTop: the default level is `floating`, which Windows places behind the task bar. */
  setAlwaysOnTop(on: boolean, level = 'floating'): void {
    acts('setAlwaysOnTop');
    this.topLevel = on ? level : null;
  }

  isAlwaysOnTop(): boolean {
    return this.topLevel !== null;
  }

  setIgnoreMouseEvents(ignore: boolean): void {
    this.takesMouse = !ignore;
  }

  /** Pages have no order among themselves; above another program's topmost window is only one of such a level. */
  moveTop(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    if (this.topLevel === 'screen-saver') this.covered = false;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** @returns whether it is now closed */
  close(): boolean {
    if (this.destroyed) return true;
    if (this.ask('close')) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.webContents.destroyed = true;
    BrowserWindowDouble.all.delete(this.id);
    if (BrowserWindowDouble.focusedId === this.id) BrowserWindowDouble.focusedId = null;
    windowsLink()
      .call('close', { id: this.id })
      .catch(() => undefined);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (BrowserWindowDouble.all.size > 0) return;
    if (appDouble.listenerCount('window-all-closed') > 0) appDouble.emit('window-all-closed');
    else appDouble.quit();
  }
}

appDouble.closeWindows = () => BrowserWindowDouble.getAllWindows().every((window) => window.close());
