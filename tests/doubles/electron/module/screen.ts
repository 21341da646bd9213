import type { DisplayDouble, Rect } from '../link.ts';
import { appDouble } from './app.ts';
import { tells } from './calls.ts';
import { KnownEvents } from './strict.ts';

/** A laptop and a projector beside it, unless the variable says otherwise. */
const USUAL: DisplayDouble[] = [
  {
    id: 1,
    label: 'Laptop',
    internal: true,
    scaleFactor: 1,
    bounds: { x: 0, y: 0, width: 1366, height: 768 },
    workArea: { x: 0, y: 0, width: 1366, height: 728 },
  },
  {
    id: 2,
    label: 'Proyektor',
    internal: false,
    scaleFactor: 1,
    bounds: { x: 1366, y: 0, width: 1024, height: 768 },
    workArea: { x: 1366, y: 0, width: 1024, height: 768 },
  },
];

const given = process.env.EKSPOSE_DOUBLE_DISPLAYS;

const sharedArea = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

class ScreenDouble extends KnownEvents {
  displays: DisplayDouble[] = given === undefined ? USUAL : (JSON.parse(given) as DisplayDouble[]);

  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  override emit(event: string, ...args: unknown[]): boolean {
    return tells(event, () => super.emit(event, ...args));
  }

  private get now(): (DisplayDouble & { size: { width: number; height: number } })[] {
    if (!appDouble.ready) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    return this.displays.map((display) => ({
      ...display,
      size: { width: display.bounds.width, height: display.bounds.height },
    }));
  }

  /** The first one, for the double itself. */
  primary(): DisplayDouble | undefined {
    return this.displays[0];
  }

  getAllDisplays(): DisplayDouble[] {
    return this.now;
  }

  /** The first one is the primary. */
  getPrimaryDisplay(): DisplayDouble {
    const primary = this.now[0];
    if (primary === undefined) throw new Error('no display');
    return primary;
  }

  /** As the system does: the display that contains most of it. */
  getDisplayMatching(rect: Rect): DisplayDouble {
    const [best] = this.now.toSorted((a, b) => sharedArea(rect, b.bounds) - sharedArea(rect, a.bounds));
    return best !== undefined && sharedArea(rect, best.bounds) > 0 ? best : this.getPrimaryDisplay();
  }
}

export const screenDouble = new ScreenDouble();
