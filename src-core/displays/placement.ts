import { movedInto, overlap, type Rect, shared } from './rect.ts';

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

export interface Arrangement {
  /** Bounds to give the desk so that it stays in reach; `null` when it may stay as it is. */
  readonly desk: Rect | null;
  /** `null` when the system tells of no display at all, as it may for a moment while one is being plugged in. */
  readonly projector: Placement | null;
}

/** Shares of the work area that a projector takes as a plain window; the second where the first would hide the desk. */
const WINDOW_SHARES = [0.6, 0.4];
/** No projector window is smaller, px; the screens are not laid out for less. */
const LEAST_WINDOW = { width: 480, height: 270 };
/** Height of a title bar, px; and how wide and high a piece of it must be for a hand to catch it. */
const TITLE = 32;
const CATCH = { width: 80, height: 16 };
/** Windows lets a maximised window stick out by some pixels on every side; that is not "on" the neighbour. */
const SLOP = 16;

const titleOf = ({ x, y, width, height }: Rect): Rect => ({ x, y, width, height: Math.min(height, TITLE) });

const canCatch = ({ width, height }: Rect): boolean => width >= CATCH.width && height >= CATCH.height;

/** Whether enough of a title bar can be caught on a display although `cover` lies above it. */
function isCatchable(title: Rect, { workArea }: DisplayArea, cover: Rect | null): boolean {
  const seen = shared(title, workArea);
  if (!canCatch(seen) || cover === null) return canCatch(seen);
  const hidden = shared(seen, cover);
  if (hidden.width === 0 || hidden.height === 0) return true;
  const left = hidden.x - seen.x;
  const right = seen.x + seen.width - (hidden.x + hidden.width);
  return Math.max(left, right) >= CATCH.width;
}

/** From left to right, then from top to bottom: how people number what hangs before them. */
export const inReadingOrder = <T extends Pick<DisplayArea, 'id' | 'bounds'>>(displays: readonly T[]): T[] =>
  displays.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || (a.id < b.id ? -1 : 1));

const primaryOf = (displays: readonly DisplayArea[]): DisplayArea | null =>
  displays.find((display) => display.primary) ?? displays[0] ?? null;

function holdingMost(rect: Rect, displays: readonly DisplayArea[]): DisplayArea | null {
  let best: DisplayArea | null = null;
  let most = 0;
  for (const display of displays) {
    const area = overlap(rect, display.bounds);
    if (area > most) {
      best = display;
      most = area;
    }
  }
  return best;
}

/**
 * The display that a window is on: that of its title bar, by which it is moved, else that of most of it; the primary one
 * (or the first) for a window that lies on none.
 */
export function displayUnder(window: Rect, displays: readonly DisplayArea[]): DisplayArea | null {
  return holdingMost(titleOf(window), displays) ?? holdingMost(window, displays) ?? primaryOf(displays);
}

/** True of two displays that show the same ground: one and the same, or a mirror that the system lists twice. */
function isMirror(a: DisplayArea, b: DisplayArea): boolean {
  const { width, height } = shared(a.bounds, b.bounds);
  return width > SLOP && height > SLOP;
}

/** How unlike a projector a display is: a laptop's panel is the least likely, then whatever the system calls primary. */
const unlikeness = (display: DisplayArea): number => (display.internal ? 2 : 0) + (display.primary ? 1 : 0);

/** A 16:9 window in a corner of the work area, the lower right one first: there it hides least of the desk. */
function windowOn(display: DisplayArea, desk: Rect | null): Rect {
  const { x, y, width, height } = display.workArea;
  const places = WINDOW_SHARES.flatMap((share): Rect[] => {
    const wish = Math.min(width * share, (height * share * 16) / 9);
    const w = Math.round(Math.min(width, Math.max(LEAST_WINDOW.width, wish)));
    const h = Math.round(Math.min(height, Math.max(LEAST_WINDOW.height, (wish * 9) / 16)));
    const [right, below] = [x + width - w, y + height - h];
    return [
      { x: right, y: below, width: w, height: h },
      { x, y: below, width: w, height: h },
      { x: right, y, width: w, height: h },
      { x, y, width: w, height: h },
    ];
  });
  const [usual] = places;
  if (usual === undefined) throw new Error('there is no corner to choose from');
  if (desk === null) return usual;
  const title = titleOf(desk);
  return places.find((place) => isCatchable(title, display, place)) ?? usual;
}

/**
 * Where the projector's window goes. It fills a display only where the operator's desk is not: on the desk's own display
 * (or one that only mirrors it) it is a plain window that leaves the desk's title bar free.
 */
function placeBeside(
  displays: readonly DisplayArea[],
  own: DisplayArea,
  desk: Rect | null,
  wanted: string | null,
): Placement {
  const apart = displays.filter((display) => !isMirror(display, own));
  const chosen = displays.find((display) => display.id === wanted);
  const target = chosen ?? apart.toSorted((a, b) => unlikeness(a) - unlikeness(b))[0] ?? own;
  const fullScreen = apart.includes(target);
  return { displayId: target.id, bounds: fullScreen ? target.bounds : windowOn(target, desk), fullScreen };
}

/** The desk brought back to the primary display, when nothing of its title bar can be caught where it is. */
function rescued(displays: readonly DisplayArea[], desk: Rect): Rect | null {
  const title = titleOf(desk);
  const home = primaryOf(displays)?.workArea;
  if (home === undefined || displays.some((display) => isCatchable(title, display, null))) return null;
  return { x: home.x, y: home.y, width: Math.min(desk.width, home.width), height: Math.min(desk.height, home.height) };
}

/**
 * Where both windows go. Whatever the displays are, the desk's title bar can be caught and the projector never lies over
 * all of the desk. The rule has no memory: the same displays, desk and choice give the same places.
 * @param told in whatever order the system lists them
 * @param desk the desk's window, or `null` while it is not open
 * @param wanted the display the operator chose; `null`, or one that is gone, leaves the choice to this rule
 */
export function arrange(told: readonly DisplayArea[], desk: Rect | null, wanted: string | null): Arrangement {
  const displays = inReadingOrder(told);
  const back = desk === null ? null : rescued(displays, desk);
  const at = back ?? desk;
  const own = at === null ? primaryOf(displays) : displayUnder(at, displays);
  if (own === null) return { desk: null, projector: null };
  const projector = placeBeside(displays, own, at, wanted);
  if (at === null || !projector.fullScreen) return { desk: back, projector };
  // A desk that hangs over onto the projector's display would be cut off there.
  const under = shared(at, projector.bounds);
  const hangsOver = under.width > SLOP && under.height > SLOP;
  return { desk: hangsOver ? movedInto(at, own.workArea) : back, projector };
}
