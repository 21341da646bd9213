import { type BrowserWindow, screen, type WebContents } from 'electron';
import { type DisplayChoice, wantedDisplay } from '#core/displays/choices.ts';
import { arrange, displayUnder, type Placement } from '#core/displays/placement.ts';
import type { Rect } from '#core/displays/rect.ts';
import { AUDIENCES, type Audience } from '#core/protocol/messages.ts';
import type { Placing } from '#core/views/desk.ts';
import { type AudienceWindowOptions, audienceWindow, loadPage } from './audience-window.ts';
import { displayAreas, displayInfos, onDisplaysChange } from './displays.ts';
import { moveWindow, type WindowPlace, windowPlace } from './window-place.ts';

export interface WindowSet {
  /** Opens the audience's window, or brings the open one to the front (the projector: to the place wanted). */
  open(audience: Audience, displayId: string | null): Promise<void>;
  close(audience: Audience): void;
  get(audience: Audience): BrowserWindow | null;
  /** Whose window a message came from; `null` for one that is not ours. */
  audienceOf(contents: WebContents): Audience | null;
  placing(): Placing;
  /** Sets to which display the projector goes in which room. */
  keepChoices(choices: readonly DisplayChoice[]): void;
  /** Called whenever a window opened, closed or went to another display, or the displays changed. */
  onChange(listener: () => void): void;
}

/** A window is at rest when it has not moved, or become larger or smaller, for so long, ms. */
const AT_REST = 300;

/** @returns what calls `act` once the calls to it have ceased */
function atRest(act: () => void): () => void {
  let waiting: NodeJS.Timeout | null = null;
  return () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(act, AT_REST);
  };
}

/** Where the desk counts as being. One that fills its display is a window of it that has lost its title for a while. */
function deskRect(desk: BrowserWindow): Rect {
  if (desk.isMinimized()) return desk.getNormalBounds();
  const bounds = desk.getBounds();
  if (!desk.isFullScreen()) return bounds;
  const areas = displayAreas(screen);
  const { x, y } = bounds;
  const filled = areas.find(({ bounds: at }) => x >= at.x && x < at.x + at.width && y >= at.y && y < at.y + at.height);
  return filled?.workArea ?? bounds;
}

/** The size of a window's page, or `null` while the system gives none that a page could be laid out for. */
function pageSize(window: BrowserWindow | null): Placing['room'] {
  if (window === null || window.isMinimized()) return null;
  const { width, height } = window.getContentBounds();
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The application's windows, at most one for each audience. Must be made after `ready`. */
export function windowSet(options: AudienceWindowOptions): WindowSet {
  const windows = new Map<Audience, BrowserWindow>();
  const listeners = new Set<() => void>();
  let choices: readonly DisplayChoice[] = [];
  let chosenLast: string | null = null;
  let place: WindowPlace | null = null;
  let placed: Placement | null = null;
  let lost = false;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const get = (audience: Audience): BrowserWindow | null => windows.get(audience) ?? null;

  /** Brings the desk into reach and the projector to its place, as far as they are not there. */
  const placeNow = (): void => {
    const desk = get('desk');
    const wanted = wantedDisplay(choices, displayInfos(screen), chosenLast);
    const arrangement = arrange(displayAreas(screen), desk === null ? null : deskRect(desk), wanted);
    if (desk !== null && arrangement.desk !== null) moveWindow(desk, arrangement.desk);
    if (place === null || arrangement.projector === null) return;
    const { projector } = arrangement;
    lost = !projector.fullScreen && (lost || placed?.fullScreen === true);
    placed = projector;
    place.put(projector);
  };

  /** The desk was carried to another display: what filled that one makes room. */
  const deskMoved = atRest(() => {
    if (get('desk') === null) return;
    placeNow();
    changed();
  });
  const projectorResized = atRest(changed);

  const make = async (audience: Audience): Promise<void> => {
    const window = audienceWindow(audience, options);
    windows.set(audience, window);
    window.on('closed', () => {
      windows.delete(audience);
      if (audience === 'projector') {
        place = null;
        placed = null;
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
    if (audience === 'desk') {
      window.maximize();
      window.show();
      window.on('move', deskMoved);
    } else {
      place = windowPlace(window);
      window.on('resize', projectorResized);
      placeNow();
      // Without taking the keyboard from the operator.
      window.showInactive();
      get('desk')?.focus();
    }
    changed();
  };

  onDisplaysChange(screen, () => {
    const before = lost;
    placeNow();
    place?.check();
    // The projector has just become a window on the operator's own display: the work goes on in front of it.
    if (lost && !before) get('desk')?.moveTop();
    changed();
  });

  return {
    get,
    async open(audience, displayId) {
      if (audience === 'projector') {
        chosenLast = displayId ?? chosenLast;
        lost = false;
        placed = null;
      }
      const window = get(audience);
      if (window === null) return make(audience);
      if (window.isMinimized()) window.restore();
      if (audience === 'desk') {
        window.show();
        window.focus();
      } else {
        placeNow();
        place?.check();
        window.moveTop();
        changed();
      }
    },
    close: (audience) => get(audience)?.close(),
    audienceOf: (contents) => AUDIENCES.find((audience) => windows.get(audience)?.webContents === contents) ?? null,
    placing() {
      const desk = get('desk');
      return {
        desk: desk === null ? null : (displayUnder(deskRect(desk), displayAreas(screen))?.id ?? null),
        projector: placed?.displayId ?? null,
        fills: placed?.fullScreen ?? false,
        room: pageSize(get('projector')),
        lost,
      };
    },
    keepChoices(next) {
      choices = next;
    },
    onChange: (listener) => void listeners.add(listener),
  };
}
