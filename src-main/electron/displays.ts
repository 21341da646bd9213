import type { Display, Screen } from 'electron';
import type { DisplayArea } from '#core/displays/placement.ts';
import type { DisplayInfo } from '#core/views/desk.ts';

/** What the placement rule knows of each display. */
export function displayAreas(screen: Screen): DisplayArea[] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map((display: Display) => ({
    id: String(display.id),
    bounds: display.bounds,
    workArea: display.workArea,
    primary: display.id === primary,
    internal: display.internal,
  }));
}

/** What the desk is told of each display; the size is in the projector's own pixels. */
export function displayInfos(screen: Screen): DisplayInfo[] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map((display: Display) => ({
    id: String(display.id),
    label: display.label,
    width: Math.round(display.size.width * display.scaleFactor),
    height: Math.round(display.size.height * display.scaleFactor),
    primary: display.id === primary,
  }));
}

/** Calls back after any change of the displays, once for the handful of events that one cable makes. */
export function onDisplaysChange(screen: Screen, changed: () => void): void {
  let waiting = false;
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      changed();
    });
  };
  screen.on('display-added', soon);
  screen.on('display-removed', soon);
  screen.on('display-metrics-changed', soon);
}
