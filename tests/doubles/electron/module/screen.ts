import type { DisplayDouble, Rect } from '../link.ts';
import { appDouble } from './app.ts';
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

class ScreenDouble extends KnownEvents {
  displays: DisplayDouble[] = given === undefined ? USUAL : (JSON.parse(given) as DisplayDouble[]);

  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  private get now(): (DisplayDouble & { size: { width: number; height: number } })[] {
    if (!appDouble.ready) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    return this.displays.map((display) => ({
      ...display,
      size: { width: display.bounds.width, height: display.bounds.height },
    }));
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

  getDisplayMatching(rect: Rect): DisplayDouble {
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const holds = ({ bounds }: DisplayDouble): boolean =>
      x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
    return this.now.find(holds) ?? this.getPrimaryDisplay();
  }
}

export const screenDouble = new ScreenDouble();
