import type { Display, Screen } from 'electron';
import { type DisplayArea, inReadingOrder } from '#core/displays/placement.ts';
import type { DisplayInfo } from '#core/views/desk.ts';

/** Some drivers fill the name with whatever follows in memory. */
const LONGEST_LABEL = 100;

/** What the placement rule needs to know of each display. */
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

/** How the desk sees each display; the size is in the display's own pixels. */
export function displayInfos(screen: Screen): DisplayInfo[] {
  const told = new Map(screen.getAllDisplays().map((display) => [String(display.id), display]));
  return inReadingOrder(displayAreas(screen)).flatMap(({ id, primary, internal }) => {
    const display = told.get(id);
    if (display === undefined) return [];
    const { label, size, scaleFactor } = display;
    const [width, height] = [Math.round(size.width * scaleFactor), Math.round(size.height * scaleFactor)];
    return [{ id, label: label.slice(0, LONGEST_LABEL), width, height, primary, internal }];
  });
}

/** Calls back after any change of the displays, once for the several events that one cable causes. */
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
