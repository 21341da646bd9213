import { type BrowserWindow, screen, type WebContents } from 'electron';
import { type DisplayChoice, wantedDisplay } from '#core/displays/choices.ts';
import { arrange, displayUnder, type Placement } from '#core/displays/placement.ts';
import { stripBounds } from '#core/displays/strip.ts';
import { boundsOnTheWay, type WindowPlace } from '#core/displays/window-steps.ts';
import { AUDIENCES, type Audience } from '#core/protocol/messages.ts';
import type { Locale } from '#core/text/format.ts';
import type { Placing } from '#core/views/desk.ts';
import type { HostStrip } from '../port.ts';
import { type AudienceWindowOptions, audienceWindow, loadPage } from './audience-window.ts';
import { deskRect } from './desk-rect.ts';
import { displayAreas, displayInfos, onDisplaysChange } from './displays.ts';
import { stripWindow } from './strip-window.ts';
import { offerEditMenu } from './window-menu.ts';
import { type PlacedWindow, placedWindow } from './window-place.ts';
import { fillingOf, type WindowSystem } from './window-system.ts';

export interface WindowSet {
  /** Opens the audience's window, or brings the open one to the front (the projector: to the wanted place). */
  open(audience: Audience, displayId: string | null): Promise<void>;
  close(audience: Audience): void;
  get(audience: Audience): BrowserWindow | null;
  /** Its windows that show its page: the projector has another one while the strip takes its place. */
  all(audience: Audience): readonly BrowserWindow[];
  /** The audience of the window from which a message came; `null` if it is not ours. */
  audienceOf(contents: WebContents): Audience | null;
  readonly canPlace: boolean;
  /** The slim strip in place of the projector's window. */
  readonly strip: HostStrip;
  placing(): Placing;
  /** Sets the projector's display for each set of displays. */
  keepChoices(choices: readonly DisplayChoice[]): void;
  /** Makes a window fill its display, or a window again. */
  fill(audience: Audience, on: boolean): void;
  /** Sets the language of the context menu. */
  speak(language: Locale): void;
  /** Called whenever a window opened, closed or moved to another display, or the displays changed. */
  onChange(listener: () => void): void;
}

export interface WindowSetOptions extends Omit<AudienceWindowOptions, 'toggleFull'> {
  readonly system: WindowSystem;
}

/** A window is at rest if it was neither moved nor resized for so long, ms. */
const AT_REST = 300;
/** A system may move windows some time after it reported its displays; they are checked again after this, ms. */
const SECOND_LOOK = 1_000;

/** @returns a function that runs `act` once calls to it have stopped for so long */
function onceQuiet(act: () => void, quiet = AT_REST): () => void {
  let waiting: NodeJS.Timeout | null = null;
  return () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(act, quiet);
  };
}

/** The size of a window's page, or `null` while the system reports none that a page could be laid out for. */
function pageSize(window: BrowserWindow | null): Placing['room'] {
  if (window === null || window.isMinimized()) return null;
  const { width, height } = window.getContentBounds();
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The application's windows, at most one per audience. Must be created after `ready`. */
export function windowSet({ system, ...options }: WindowSetOptions): WindowSet {
  const filling = fillingOf(system);
  const places = system !== 'wayland';
  const windows = new Map<Audience, BrowserWindow>();
  /** Of those that are shown: one whose page is still loading is put at its place when it comes. */
  const atPlaces = new Map<Audience, PlacedWindow>();
  const listeners = new Set<() => void>();
  let choices: readonly DisplayChoice[] = [];
  let chosenLast: string | null = null;
  let wanted: Placement | null = null;
  let lost = false;
  let language: Locale = 'id';

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const strip = stripWindow({
    ...options,
    filling,
    changed,
    place: () => placeNow(),
    makeRoom() {
      const full = get('projector');
      full?.destroy();
      return full !== null;
    },
    comeBack: () => open('projector', null),
  });
  const get = (audience: Audience): BrowserWindow | null => windows.get(audience) ?? null;
  const all = (audience: Audience): BrowserWindow[] =>
    [get(audience), audience === 'projector' ? strip.get() : null].flatMap((window) => window ?? []);
  const placedOf = (audience: Audience): PlacedWindow | null => atPlaces.get(audience) ?? null;
  const deskNow = () => {
    const desk = get('desk');
    return desk === null ? null : deskRect(desk, placedOf('desk'), displayAreas(screen));
  };

  const placeOf = ({ bounds, fullScreen }: Placement): WindowPlace => ({ bounds, mode: fullScreen ? 'full' : 'plain' });

  /** Moves the desk within reach and the projector, or the strip, to its place, if necessary. */
  const placeNow = (): void => {
    if (!places) return;
    const wish = wantedDisplay(choices, displayInfos(screen), chosenLast);
    const areas = displayAreas(screen);
    const at = deskNow();
    const arrangement = arrange(areas, at, wish);
    const desk = placedOf('desk');
    // If maximised or filling, it stays so at the new place.
    if (desk !== null && arrangement.desk !== null) {
      desk.send({ bounds: arrangement.desk, mode: (desk.heading() ?? desk.now()).mode });
    }
    const projector = placedOf('projector');
    const edge = strip.edge();
    if ((projector === null && edge === null) || arrangement.projector === null) return;
    lost = !arrangement.projector.fullScreen && (lost || wanted?.fullScreen === true);
    wanted = arrangement.projector;
    projector?.put(placeOf(wanted));
    const bounds = edge === null ? null : stripBounds(areas, arrangement.desk ?? at, wanted, edge);
    if (bounds !== null) strip.put(bounds);
  };

  /** The desk was moved to another display: whatever filled that display makes room. */
  const deskMoved = onceQuiet(() => {
    if (get('desk') === null) return;
    placeNow();
    changed();
  });
  const projectorResized = onceQuiet(changed);

  const fill = (audience: Audience, on: boolean): void => {
    const window = get(audience);
    if (window === null || filling.isFull(window) === on) return;
    filling.setFull(window, on);
    // Filled by hand it is below the others; and one that was above them no longer is when it becomes a window again.
    if (audience === 'projector') window.setAlwaysOnTop(false);
    projectorResized();
  };

  const show = (audience: Audience, window: BrowserWindow): void => {
    if (audience === 'desk') {
      window.maximize();
      window.show();
      window.on('move', deskMoved);
      window.on('resize', deskMoved);
      // Another program comes to the front, or goes: it may be in front of the strip as well.
      window.on('blur', strip.raise);
      window.on('focus', strip.raise);
      return;
    }
    window.on('resize', projectorResized);
    placeNow();
    // At its place at once, and shown before it fills, since filling shows a hidden window and gives it the focus.
    if (places && wanted !== null) window.setBounds(boundsOnTheWay(placeOf(wanted)));
    window.showInactive();
    get('desk')?.focus();
  };

  const make = async (audience: Audience): Promise<void> => {
    const window = audienceWindow(audience, {
      ...options,
      toggleFull: () => fill(audience, !filling.isFull(window)),
    });
    offerEditMenu(window, () => language);
    const placed = placedWindow(window, { filling, onTop: audience === 'projector', settled: changed });
    windows.set(audience, window);
    window.on('closed', () => {
      windows.delete(audience);
      atPlaces.delete(audience);
      if (audience === 'projector') {
        wanted = null;
        lost = false;
      }
      changed();
    });
    try {
      await loadPage(window, audience);
    } catch (error) {
      if (!window.isDestroyed()) window.destroy();
      throw error;
    }
    if (window.isDestroyed()) return;
    atPlaces.set(audience, placed);
    show(audience, window);
    changed();
  };

  const check = (): void => {
    const before = lost;
    placeNow();
    placedOf('projector')?.check();
    strip.raise();
    // The projector has just become a window on the operator's own display: the desk stays in front of it.
    if (lost && !before) get('desk')?.moveTop();
    changed();
  };
  const secondLook = onceQuiet(check, SECOND_LOOK);
  onDisplaysChange(screen, () => {
    check();
    secondLook();
  });

  const open: WindowSet['open'] = async (audience, displayId) => {
    if (audience === 'projector') {
      strip.end();
      chosenLast = displayId ?? chosenLast;
      lost = false;
      wanted = null;
    }
    const window = get(audience);
    if (window === null) return make(audience);
    if (window.isMinimized()) window.restore();
    if (audience === 'desk') {
      window.show();
      window.focus();
    } else {
      placeNow();
      if (places) placedOf('projector')?.check();
      window.moveTop();
      changed();
    }
  };

  return {
    get,
    all,
    fill,
    open,
    canPlace: places,
    strip,
    speak(next) {
      language = next;
    },
    close(audience) {
      if (audience === 'projector' && strip.isOn()) {
        strip.end();
        changed();
      }
      get(audience)?.close();
    },
    audienceOf: (contents) =>
      AUDIENCES.find((audience) => all(audience).some(({ webContents }) => webContents === contents)) ?? null,
    placing() {
      const desk = deskNow();
      const projector = placedOf('projector') ?? strip.placed();
      const full = projector?.now().mode === 'full';
      const missed = projector?.missed() ?? false;
      const areas = displayAreas(screen);
      const known = places && projector !== null ? wanted : null;
      const seen = missed && projector !== null ? displayUnder(projector.now().bounds, areas)?.id : known?.displayId;
      return {
        desk: desk === null || !places ? null : (displayUnder(desk, areas)?.id ?? null),
        projector: seen ?? null,
        fills: !strip.isOn() && (projector?.heading() == null ? full : (known?.fullScreen ?? full)),
        room: pageSize(get('projector') ?? strip.get()),
        lost,
        byHand: missed || (projector !== null && !places && !full),
      };
    },
    keepChoices(next) {
      choices = next;
    },
    onChange: (listener) => void listeners.add(listener),
  };
}
