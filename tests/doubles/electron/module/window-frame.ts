import type { Rect } from '../link.ts';
import { acts, calls, tells } from './calls.ts';
import { mode } from './mode.ts';
import { screenDouble } from './screen.ts';
import { KnownEvents } from './strict.ts';

const EVENTS = [
  'blur',
  'close',
  'closed',
  'enter-full-screen',
  'focus',
  'leave-full-screen',
  'maximize',
  'move',
  'query-session-end',
  'ready-to-show',
  'resize',
  'session-end',
  'show',
  'unmaximize',
];
/** Events that follow a request to the window; acting inside one of them is forbidden. */
const OF_PLACE = new Set([
  'blur',
  'enter-full-screen',
  'focus',
  'leave-full-screen',
  'maximize',
  'move',
  'resize',
  'show',
  'unmaximize',
]);

/** How long macOS takes to slide a window into its own space, ms. */
const SPACE_SLIDE = 700;
/** How long after the display event Windows moves the windows of a removed display, ms. */
const WINDOWS_MOVES_AFTER = 20;

/** A window's rectangle, and how it changes: everything that differs between systems. */
export abstract class WindowFrame extends KnownEvents {
  protected bounds: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private before: Rect | null = null;
  private simple = false;
  private maximized = false;
  protected visible = false;
  protected destroyed = false;
  private displayId: number | null = null;
  /** A window manager that keeps the window in this place, whatever is requested. */
  keptIn: Rect | null = null;

  constructor() {
    super('BrowserWindow', EVENTS);
  }

  abstract show(): void;
  /** As the system gives a window the focus, requested or not. */
  abstract focus(): void;
  /** Called when the page's size changed. */
  protected abstract resized(width: number, height: number): void;

  override emit(event: string, ...args: unknown[]): boolean {
    return OF_PLACE.has(event) ? tells(event, () => super.emit(event, ...args)) : super.emit(event, ...args);
  }

  /** The window's real rectangle, whatever the system reports. */
  get place(): Rect {
    return { ...this.bounds };
  }

  /** electron/electron docs/api/browser-window.md: on Wayland always at 0,0, for nobody may know where a window is. */
  getBounds(): Rect {
    return mode() === 'wayland' ? { ...this.bounds, x: 0, y: 0 } : this.place;
  }

  /** Its windows have no frame, as the pages behind them have none. */
  getContentBounds(): Rect {
    return this.getBounds();
  }

  setBounds(wanted: Partial<Rect>): void {
    acts('setBounds');
    if (this.filled) throw new Error('setBounds on a full-screen window: leave full screen first');
    this.maximized = false;
    const bounds = { ...this.bounds, ...wanted };
    // electron/electron docs/api/browser-window.md: a program cannot move a window on Wayland, nor be sure to change its size.
    if (mode() === 'wayland') return;
    this.fit(mode() === 'windows' ? this.scaledTo(bounds) : bounds);
    this.emit('move');
  }

  /** electron/electron#51730: across displays of different scale the size is taken in the scale of the display before. */
  private scaledTo(bounds: Rect): Rect {
    const from = screenDouble.getDisplayMatching(this.bounds).scaleFactor;
    const to = screenDouble.getDisplayMatching(bounds).scaleFactor;
    if (from === to) return bounds;
    const by = from / to;
    return { ...bounds, width: Math.round(bounds.width * by), height: Math.round(bounds.height * by) };
  }

  /** True for both kinds of full screen. */
  get filled(): boolean {
    return this.before !== null;
  }

  isFullScreen(): boolean {
    return this.filled && !this.simple;
  }

  isSimpleFullScreen(): boolean {
    return mode() === 'mac' ? this.simple : this.isFullScreen();
  }

  setFullScreen(on: boolean): void {
    acts('setFullScreen');
    const now = mode();
    switch (now) {
      case 'windows':
        // native_window_views.cc, SetFullScreen: the event comes first, whatever the state is; then the state changes.
        this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
        this.fill(on);
        return;
      case 'mac':
        // native_window_mac.mm, SetFullScreen: toggleFullScreen slides into its own space.
        setTimeout(() => {
          if (this.destroyed || on === this.filled) return;
          calls.spaces += 1;
          this.focus();
          this.fill(on);
          this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
        }, SPACE_SLIDE);
        return;
      case 'wayland':
      case 'x11':
        // native_window_views.cc, SetFullScreen: a hidden window is shown, with focus; leaving has no effect then.
        if (!this.visible && !on) return;
        if (!this.visible) this.show();
        setImmediate(() => {
          if (this.destroyed || on === this.filled) return;
          this.fill(on);
          this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
        });
        return;
      default:
        now satisfies never;
    }
  }

  /** native_window_mac.mm, SetSimpleFullScreen: done when it returns, without an event. */
  setSimpleFullScreen(on: boolean): void {
    if (mode() !== 'mac') {
      this.setFullScreen(on);
      return;
    }
    acts('setSimpleFullScreen');
    if (on !== this.filled) this.fill(on, true);
  }

  private fill(on: boolean, simple = false): void {
    if (on === this.filled) return;
    if (!on) {
      const back = this.before ?? this.bounds;
      this.before = null;
      this.simple = false;
      this.fit(back);
      return;
    }
    this.before = this.bounds;
    this.simple = simple;
    this.fit(screenDouble.getDisplayMatching(this.bounds).bounds);
  }

  getNormalBounds(): Rect {
    return { ...(this.before ?? this.bounds) };
  }

  /**
   * What a system does to its windows when the displays change. A plain window stays where it is, even if that is
   * nowhere; a maximised one follows its display, or goes to the primary one. A full-screen one does the same under
   * Linux; Windows and macOS move it with its old size.
   */
  displaysChanged(): void {
    if (mode() === 'windows') setTimeout(() => this.follow(), WINDOWS_MOVES_AFTER);
    else this.follow();
  }

  private follow(): void {
    if (this.destroyed || (!this.filled && !this.maximized)) return;
    const primary = screenDouble.primary();
    const display = screenDouble.displays.find(({ id }) => id === this.displayId) ?? primary;
    if (display === undefined) return;
    if (!this.filled) this.fit(display.workArea);
    else if (mode() === 'x11' || mode() === 'wayland') this.fit(display.bounds);
    else if (display === primary) this.fit({ ...this.bounds, x: display.bounds.x, y: display.bounds.y });
  }

  /** As the user does it. */
  movedTo(bounds: Rect): void {
    this.maximized = false;
    this.fit(bounds);
    this.emit('move');
  }

  private fit(wanted: Rect): void {
    const bounds = this.keptIn ?? wanted;
    this.bounds = { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
    this.displayId = screenDouble.getDisplayMatching(this.bounds).id;
    const { width, height } = bounds;
    this.emit('resize');
    this.resized(width, height);
  }

  /** native_window_views.cc, Maximize: a hidden window is shown. */
  maximize(): void {
    acts('maximize');
    this.visible = true;
    this.maximized = true;
    this.fit(screenDouble.getDisplayMatching(this.bounds).workArea);
    this.emit('maximize');
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  unmaximize(): void {
    acts('unmaximize');
    if (!this.maximized) return;
    this.maximized = false;
    this.emit('unmaximize');
  }
}
