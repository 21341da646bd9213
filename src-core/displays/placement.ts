export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A display as the system tells of it, in device-independent pixels. */
export interface DisplayArea {
  readonly id: string;
  readonly bounds: Rect;
  /** Without task bar or dock. */
  readonly workArea: Rect;
  readonly primary: boolean;
  /** The panel of a laptop, as far as the system knows. */
  readonly internal: boolean;
}

export interface Placement {
  readonly displayId: string;
  readonly bounds: Rect;
  readonly fullScreen: boolean;
}

/** Share of the work area that a projector takes as a plain window: large enough to read, small enough to see past. */
const WINDOW_SHARE = 0.6;
/** So much of a window must lie on some display for a hand to catch it, px. */
const CATCHABLE = 80;

const overlap = (a: Rect, b: Rect): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
};

/** The display on which most of a window lies; the primary one (or the first) for a window that lies on none. */
export function displayUnder(window: Rect, displays: readonly DisplayArea[]): DisplayArea | null {
  let best = displays.find((display) => display.primary) ?? displays[0] ?? null;
  let most = 0;
  for (const display of displays) {
    const area = overlap(window, display.bounds);
    if (area > most) {
      best = display;
      most = area;
    }
  }
  return best;
}

/** How unlike a projector a display is: a laptop's panel is the least likely, then whatever the system calls primary. */
const unlikeness = (display: DisplayArea): number => (display.internal ? 2 : 0) + (display.primary ? 1 : 0);

/** A 16:9 window in the lower right corner, so that the desk's head, its clock and its agenda stay in sight. */
function windowOn(display: DisplayArea): Rect {
  const { x, y, width, height } = display.workArea;
  const w = Math.round(Math.min(width * WINDOW_SHARE, (height * WINDOW_SHARE * 16) / 9));
  const h = Math.round((w * 9) / 16);
  return { x: x + width - w, y: y + height - h, width: w, height: h };
}

/**
 * Where the projector's window goes. It fills a display only where the operator's desk is not: with a single display (a
 * cable that mirrors counts as one), or on the desk's own, it is a plain window beside the desk.
 * @param desk the desk's window, or `null` while it is not open
 * @param wanted the display the operator chose; `null`, or one that is gone, leaves the choice to this rule
 * @returns `null` when the system tells of no display at all, as it may for a moment while one is being plugged in
 */
export function placeProjector(
  displays: readonly DisplayArea[],
  desk: Rect | null,
  wanted: string | null,
): Placement | null {
  const own = desk === null ? (displays.find((display) => display.primary) ?? null) : displayUnder(desk, displays);
  const chosen = displays.find((display) => display.id === wanted);
  const others = displays.filter((display) => display.id !== own?.id);
  const target = chosen ?? others.toSorted((a, b) => unlikeness(a) - unlikeness(b))[0] ?? own ?? displays[0];
  if (target === undefined) return null;
  const fullScreen = target.id !== own?.id;
  return { displayId: target.id, bounds: fullScreen ? target.bounds : windowOn(target), fullScreen };
}

/**
 * Keeps the desk in reach: a window that was left on a display that is gone comes back to the primary one.
 * @returns the bounds to give it, or `null` when it may stay as it is
 */
export function rescueDesk(displays: readonly DisplayArea[], desk: Rect): Rect | null {
  const title = { x: desk.x, y: desk.y, width: desk.width, height: Math.min(desk.height, CATCHABLE) };
  if (displays.length === 0 || displays.some((display) => overlap(title, display.workArea) >= CATCHABLE * CATCHABLE)) {
    return null;
  }
  const area = (displays.find((display) => display.primary) ?? displays[0])?.workArea;
  if (area === undefined) return null;
  return { x: area.x, y: area.y, width: Math.min(desk.width, area.width), height: Math.min(desk.height, area.height) };
}
