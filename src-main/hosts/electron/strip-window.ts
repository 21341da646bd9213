import type { BrowserWindow } from 'electron';
import type { Rect } from '#core/displays/rect.ts';
import type { StripEdge } from '#core/displays/strip.ts';
import { oneByOne } from '../../storage/one-by-one.ts';
import type { HostStrip } from '../port.ts';
import { type AudienceWindowOptions, audienceWindow, loadPage } from './audience-window.ts';
import { type PlacedWindow, placedWindow } from './window-place.ts';
import type { Filling } from './window-system.ts';

/** The strip in place of the projector's window, which makes room for it and comes back. */
export interface StripWindow extends HostStrip {
  /** At which edge it is; `null` while it is off. */
  edge(): StripEdge | null;
  /** The window, as long as it is open or being opened. */
  get(): BrowserWindow | null;
  placed(): PlacedWindow | null;
  /** Moves it. */
  put(bounds: Rect): void;
  /** Puts it above the windows of every program, soon. */
  raise(): void;
  /** Ends it; nothing comes back. */
  end(): void;
}

export interface StripWindowOptions extends Pick<AudienceWindowOptions, 'preloads' | 'icon' | 'gaveUp'> {
  readonly filling: Filling;
  /** Called when it is on or off, at rest in its place, or was closed. */
  changed(): void;
  /** Calls `put` with its place among the displays of now. */
  place(): void;
  /** Closes the projector's window at once. @returns whether there was one */
  makeRoom(): boolean;
  /** Opens the projector's window again. */
  comeBack(): Promise<void>;
}

/** No event says that another program has put a window of its own above all others: it is raised again after this, ms. */
const BEAT = 2_000;

/** Opaque, without a frame and never with the focus: the keys stay with the program that shows slides. */
const LOOK = {
  frame: false,
  transparent: false,
  hasShadow: false,
  roundedCorners: false,
  focusable: false,
  skipTaskbar: true,
  resizable: false,
  movable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
} as const;

export function stripWindow(options: StripWindowOptions): StripWindow {
  const { filling, changed, place, makeRoom, comeBack, ...ofWindow } = options;
  const inTurn = oneByOne();
  let edge: StripEdge | null = null;
  let madeRoom = false;
  let shown: { readonly window: BrowserWindow; readonly placed: PlacedWindow } | null = null;
  let bounds: Rect | null = null;
  let beat: NodeJS.Timeout | null = null;
  let isRaising = false;

  function end(): void {
    const window = shown?.window;
    [edge, madeRoom, shown, bounds] = [null, false, null, null];
    if (beat !== null) clearInterval(beat);
    beat = null;
    if (window !== undefined && !window.isDestroyed()) window.destroy();
  }

  /** Both: one sets the level, the other the order among the windows of that level. Neither takes the focus. */
  function raiseNow(): void {
    if (shown === null || beat === null || shown.window.isDestroyed()) return;
    shown.window.setAlwaysOnTop(true, 'screen-saver');
    shown.window.moveTop();
  }

  /** Opens it hidden and loads its page. @returns whether it is still wanted then */
  async function load(): Promise<boolean> {
    const window = audienceWindow('projector', { ...ofWindow, toggleFull: () => undefined }, LOOK);
    // It never fills a display, so nothing else sets its level.
    shown = { window, placed: placedWindow(window, { filling, onTop: false, settled: changed }) };
    const isWanted = (): boolean => shown?.window === window;
    window.on('closed', () => {
      if (!isWanted()) return;
      end();
      changed();
    });
    try {
      await loadPage(window, 'projector');
    } catch (error) {
      if (isWanted()) throw error;
    }
    return isWanted();
  }

  async function hide(): Promise<void> {
    if (edge === null) return;
    const comesBack = madeRoom;
    end();
    if (comesBack) await comeBack();
    else changed();
  }

  async function show(next: StripEdge): Promise<void> {
    const isOn = edge !== null;
    edge = next;
    if (isOn) {
      place();
      return changed();
    }
    madeRoom = makeRoom();
    // Its page asks for what it shows while it is loaded: from now on, that is the strip's.
    changed();
    try {
      if (!(await load())) return;
    } catch (error) {
      await hide();
      throw error;
    }
    place();
    // At its place at once; the steps after it correct what a display of another scale made of it.
    if (bounds !== null) shown?.window.setBounds(bounds);
    shown?.window.showInactive();
    beat = setInterval(raiseNow, BEAT);
    raiseNow();
    changed();
  }

  return {
    isOn: () => edge !== null,
    edge: () => edge,
    get: () => shown?.window ?? null,
    placed: () => shown?.placed ?? null,
    show: (next) => inTurn(() => show(next)),
    hide: () => inTurn(hide),
    end,
    put(next) {
      bounds = next;
      shown?.placed.send({ bounds: next, mode: 'plain' });
    },
    raise() {
      if (isRaising) return;
      isRaising = true;
      // Never inside an event of a window.
      setImmediate(() => {
        isRaising = false;
        raiseNow();
      });
    },
  };
}
