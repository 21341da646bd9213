import { movedInto, overlap, type Rect, shared } from './rect.ts';

/** A display as the system reports it, in device-independent pixels. */
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
  /** Bounds that keep the desk within reach; `null` if it may stay as it is. */
  readonly desk: Rect | null;
  /** `null` while the system reports no display at all, which happens briefly when one is being connected. */
  readonly projector: Placement | null;
}

/** Size of a windowed projector as shares of the work area; the second is for when the first would hide the desk. */
const WINDOW_SHARES = [0.6, 0.4];
/** Smallest projector window, px; the screens are not designed for less. */
const LEAST_WINDOW = { width: 480, height: 270 };
/** Height of a title bar, px; and the width and height of the part that a mouse can grab. */
const TITLE = 32;
const CATCH = { width: 80, height: 16 };
/** A maximised window on Windows exceeds its display by some pixels; that does not put it on the neighbour. */
const SLOP = 16;
/** Displays of different scale may overlap by what their sizes were rounded up, px. */
const ROUNDED = 2;

export const titleOf = ({ x, y, width, height }: Rect): Rect => ({ x, y, width, height: Math.min(height, TITLE) });

const canCatch = ({ width, height }: Rect): boolean => width >= CATCH.width && height >= CATCH.height;

/** Whether enough of a title bar can be grabbed on a display despite `cover` above it. */
export function isCatchable(title: Rect, { workArea }: DisplayArea, cover: Rect | null): boolean {
  const seen = shared(title, workArea);
  if (!canCatch(seen) || cover === null) return canCatch(seen);
  const hidden = shared(seen, cover);
  if (hidden.width === 0 || hidden.height === 0) return true;
  const left = hidden.x - seen.x;
  const right = seen.x + seen.width - (hidden.x + hidden.width);
  return Math.max(left, right) >= CATCH.width;
}

/** From left to right, then from top to bottom: the order in which people number displays. */
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
 * The display that a window is on: that of its title bar, else that of most of its area, else the primary (or first)
 * one.
 */
export function displayUnder(window: Rect, displays: readonly DisplayArea[]): DisplayArea | null {
  return holdingMost(titleOf(window), displays) ?? holdingMost(window, displays) ?? primaryOf(displays);
}

/** Whether two displays show the same area: the same one, or a mirror that the system lists separately. */
function isMirror(a: DisplayArea, b: DisplayArea): boolean {
  const { width, height } = shared(a.bounds, b.bounds);
  return width > ROUNDED && height > ROUNDED;
}

/** How unlikely a display is to be a projector: a laptop's panel most, then the system's primary display. */
const unlikeness = (display: DisplayArea): number => (display.internal ? 2 : 0) + (display.primary ? 1 : 0);

/** A 16:9 window in a corner of the work area, the lower right one first, where it hides least of the desk. */
function windowOn(display: DisplayArea, desk: Rect | null, displays: readonly DisplayArea[]): Rect {
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
  // On whichever display: of a mirror that is larger, the title bar may be where only that one shows it.
  return places.find((place) => displays.some((one) => isCatchable(title, one, place))) ?? usual;
}

/**
 * Where the projector's window goes. It fills a display only where the desk is not: on the desk's own display (or its
 * mirror) it is a window that leaves the desk's title bar free.
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
  return { displayId: target.id, bounds: fullScreen ? target.bounds : windowOn(target, desk, displays), fullScreen };
}

/** The desk moved to the primary display, if none of its title bar can be grabbed where it is. */
function rescued(displays: readonly DisplayArea[], desk: Rect): Rect | null {
  const title = titleOf(desk);
  const home = primaryOf(displays)?.workArea;
  if (home === undefined || displays.some((display) => isCatchable(title, display, null))) return null;
  return { x: home.x, y: home.y, width: Math.min(desk.width, home.width), height: Math.min(desk.height, home.height) };
}

/** Both places for a desk that is there; where it is moved to, the rule may choose otherwise. */
function placedFrom(displays: readonly DisplayArea[], desk: Rect | null, wanted: string | null): Arrangement {
  const back = desk === null ? null : rescued(displays, desk);
  const at = back ?? desk;
  const own = at === null ? primaryOf(displays) : displayUnder(at, displays);
  if (own === null) return { desk: null, projector: null };
  const projector = placeBeside(displays, own, at, wanted);
  if (at === null || !projector.fullScreen) return { desk: back, projector };
  // A desk that extends onto the projector's display would be cut off there.
  const under = shared(at, projector.bounds);
  const hangsOver = under.width > SLOP && under.height > SLOP;
  // Nor may the part of it that could be grabbed be there alone, under a task bar everywhere else.
  const isFree = displays.some((display) => isCatchable(titleOf(at), display, projector.bounds));
  return { desk: hangsOver || !isFree ? movedInto(at, own.workArea) : back, projector };
}

/**
 * Where both windows go. For any displays, the desk's title bar can be grabbed and the projector never covers the whole
 * desk. The rule has no memory: the same displays, desk and choice give the same places.
 * @param told the displays, in the system's order
 * @param desk the desk's window, or `null` while it is not open
 * @param wanted the display the operator chose; `null` or a disconnected one lets this rule choose
 */
export function arrange(told: readonly DisplayArea[], desk: Rect | null, wanted: string | null): Arrangement {
  const displays = inReadingOrder(told);
  let [moved, places]: [Rect | null, Arrangement] = [null, placedFrom(displays, desk, wanted)];
  // Where the desk comes to be, most of it may be on another display: the projector goes where it goes for that one.
  for (let n = 0; n < displays.length && places.desk !== null; n += 1) {
    moved = places.desk;
    places = placedFrom(displays, moved, wanted);
  }
  return { desk: places.desk ?? moved, projector: places.projector };
}
