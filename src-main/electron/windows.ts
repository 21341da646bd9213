import { type BrowserWindow, screen, type WebContents } from 'electron';
import { placeProjector, rescueDesk } from '#core/displays/placement.ts';
import { AUDIENCES, type Audience } from '#core/protocol/messages.ts';
import { type AudienceWindowOptions, audienceWindow, loadPage } from './audience-window.ts';
import { displayAreas, onDisplaysChange } from './displays.ts';
import { type ProjectorPlace, projectorPlace } from './projector-place.ts';

export interface WindowSet {
  /** Opens the audience's window, or brings the open one to the front (the projector: to the place wanted). */
  open(audience: Audience, displayId: string | null): Promise<void>;
  close(audience: Audience): void;
  get(audience: Audience): BrowserWindow | null;
  /** Whose window a message came from; `null` for one that is not ours. */
  audienceOf(contents: WebContents): Audience | null;
  /** Called whenever a window opened or closed, or the displays changed. */
  onChange(listener: () => void): void;
}

/** The application's windows, at most one for each audience. Must be made after `ready`. */
export function windowSet(options: AudienceWindowOptions): WindowSet {
  const windows = new Map<Audience, BrowserWindow>();
  const listeners = new Set<() => void>();
  let place: ProjectorPlace | null = null;
  let wantedDisplay: string | null = null;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const get = (audience: Audience): BrowserWindow | null => windows.get(audience) ?? null;

  const placeNow = (): void => {
    place?.put(placeProjector(displayAreas(screen), get('desk')?.getBounds() ?? null, wantedDisplay));
  };

  const make = async (audience: Audience): Promise<void> => {
    const window = audienceWindow(audience, options);
    windows.set(audience, window);
    window.on('closed', () => {
      windows.delete(audience);
      if (audience === 'projector') place = null;
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
    } else {
      place = projectorPlace(window);
      placeNow();
      // Without taking the keyboard from the operator.
      window.showInactive();
      get('desk')?.focus();
    }
    changed();
  };

  onDisplaysChange(screen, () => {
    const desk = get('desk');
    const rescue = desk === null ? null : rescueDesk(displayAreas(screen), desk.getBounds());
    if (rescue !== null) desk?.setBounds(rescue);
    placeNow();
    changed();
  });

  return {
    get,
    async open(audience, displayId) {
      if (audience === 'projector') wantedDisplay = displayId;
      const window = get(audience);
      if (window === null) return make(audience);
      if (window.isMinimized()) window.restore();
      if (audience === 'desk') {
        window.show();
        window.focus();
      } else {
        placeNow();
        window.moveTop();
      }
    },
    close: (audience) => get(audience)?.close(),
    audienceOf: (contents) => AUDIENCES.find((audience) => windows.get(audience)?.webContents === contents) ?? null,
    onChange: (listener) => void listeners.add(listener),
  };
}
