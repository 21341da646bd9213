import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Rect } from '../link.ts';
import { appDouble } from './app.ts';
import { screenDouble } from './screen.ts';
import { KnownEvents, strict } from './strict.ts';
import { makeContents, type WebContentsDouble } from './web-contents.ts';
import { windowsLink } from './windows-link.ts';

const EVENTS = [
  'close',
  'closed',
  'enter-full-screen',
  'leave-full-screen',
  'maximize',
  'move',
  'query-session-end',
  'ready-to-show',
  'resize',
  'session-end',
  'show',
];

interface Options {
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  show?: boolean;
  webPreferences?: Record<string, unknown>;
  [other: string]: unknown;
}

/** What no window of a careful application leaves to a default that once was another. */
const MUST: readonly (readonly [string, unknown])[] = [
  ['sandbox', true],
  ['contextIsolation', true],
  ['nodeIntegration', false],
  ['webSecurity', true],
  ['devTools', false],
];

function checkPreferences(preferences: Record<string, unknown>): void {
  for (const [name, value] of MUST) {
    if (preferences[name] !== value) throw new Error(`a window's webPreferences.${name} must be ${String(value)}`);
  }
}

let lastId = 0;

export class BrowserWindowDouble extends KnownEvents {
  static readonly all = new Map<number, BrowserWindowDouble>();
  static focusedId: number | null = null;
  readonly id: number;
  readonly options: Options;
  readonly webContents: WebContentsDouble;
  private bounds: Rect;
  private before: Rect | null = null;
  private maximized = false;
  private minimized = false;
  private visible: boolean;
  private destroyed = false;
  private displayId: number | null = null;
  alwaysOnTop = false;
  takesMouse = true;

  constructor(options: Options = {}) {
    super('BrowserWindow', EVENTS);
    if (!appDouble.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    checkPreferences(preferences);
    const { preload } = preferences;
    if (typeof preload === 'string' && !isAbsolute(preload)) throw new Error('preload script must have absolute path');
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
        preload: typeof preload === 'string' ? readFileSync(preload, 'utf8') : null,
        width: this.bounds.width,
        height: this.bounds.height,
      })
      .catch((error: unknown) => {
        if (!this.destroyed) throw error;
      });
    // The real constructor hands out the same object to listeners and to whoever called it.
    // biome-ignore lint/correctness/noConstructorReturn: every use must go through the proxy that knows what is missing.
    return strict('BrowserWindow', this);
  }

  static getAllWindows(): BrowserWindowDouble[] {
    return [...BrowserWindowDouble.all.values()];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  getBounds(): Rect {
    return { ...this.bounds };
  }

  /** Its windows have no frame, as the pages behind them have none. */
  getContentBounds(): Rect {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rect>): void {
    if (this.isFullScreen()) throw new Error('setBounds on a full-screen window: leave full screen first');
    this.maximized = false;
    this.fit({ ...this.bounds, ...bounds });
  }

  isFullScreen(): boolean {
    return this.before !== null;
  }

  /** Takes effect later, as the real one does; it fills whatever display the window is then on. */
  setFullScreen(on: boolean): void {
    setImmediate(() => {
      if (this.destroyed || on === this.isFullScreen()) return;
      if (on) {
        this.before = this.bounds;
        this.fit(screenDouble.getDisplayMatching(this.bounds).bounds);
        this.emit('enter-full-screen');
        return;
      }
      this.fit(this.before ?? this.bounds);
      this.before = null;
      this.emit('leave-full-screen');
    });
  }

  getNormalBounds(): Rect {
    return { ...(this.before ?? this.bounds) };
  }

  /**
   * What a system does to its windows when the displays change: one that fills a display (or is maximised) follows it, or
   * goes to the primary one when it is gone. A plain window is left where it is, though that may be nowhere.
   */
  displaysChanged(): void {
    if (!this.isFullScreen() && !this.maximized) return;
    const display =
      screenDouble.getAllDisplays().find(({ id }) => id === this.displayId) ?? screenDouble.getPrimaryDisplay();
    this.fit(this.isFullScreen() ? display.bounds : display.workArea);
  }

  /** As a hand does it. */
  movedTo(bounds: Rect): void {
    this.maximized = false;
    this.fit(bounds);
    this.emit('move');
  }

  private fit(bounds: Rect): void {
    this.bounds = { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
    this.displayId = screenDouble.getDisplayMatching(this.bounds).id;
    const { width, height } = bounds;
    this.emit('resize');
    windowsLink()
      .call('resize', { id: this.id, width, height })
      .catch((error: unknown) => {
        if (!this.destroyed) throw error;
      });
  }

  maximize(): void {
    this.fit(screenDouble.getDisplayMatching(this.bounds).workArea);
    this.maximized = true;
    this.emit('maximize');
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  unmaximize(): void {
    this.maximized = false;
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
    if (this.options.focusable === false) return;
    BrowserWindowDouble.focusedId = this.id;
  }

  isFocused(): boolean {
    return BrowserWindowDouble.focusedId === this.id;
  }

  setAlwaysOnTop(on: boolean): void {
    this.alwaysOnTop = on;
  }

  setIgnoreMouseEvents(ignore: boolean): void {
    this.takesMouse = !ignore;
  }

  /** Pages have no order among themselves. */
  moveTop(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** @returns whether it is closed now */
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
