import type { DisplayDouble, Rect } from '../doubles/electron/link.ts';

/** Displays as the system reports them, and where the projector belongs while the desk is on the first one. */
export interface DisplayRoom {
  readonly name: string;
  /** The first one is the primary. */
  readonly displays: readonly DisplayDouble[];
  /** What the operator chose, if anything. */
  readonly wanted?: string;
  readonly projector: { readonly on: string; readonly fills: boolean };
}

interface Given {
  readonly label?: string;
  readonly internal?: boolean;
  readonly scale?: number;
  readonly at?: readonly [number, number];
  /** The task bar, which is at the bottom unless `bar` says otherwise. */
  readonly bar?: 'below' | 'left' | 'above' | 'none';
}

/** @param pixels the display's own; the system reports them divided by the scale */
export function displayOf(id: number, pixels: readonly [number, number], given: Given = {}): DisplayDouble {
  const { label = `Layar ${id}`, internal = false, scale = 1, at = [0, 0], bar = 'below' } = given;
  const [width, height] = pixels.map((length) => Math.round(length / scale)) as [number, number];
  const bounds: Rect = { x: at[0], y: at[1], width, height };
  const cut = { below: [0, 0, 0, 40], left: [62, 0, 62, 0], above: [0, 25, 0, 25], none: [0, 0, 0, 0] }[bar];
  const [x = 0, y = 0, w = 0, h = 0] = cut;
  const workArea = { x: bounds.x + x, y: bounds.y + y, width: width - w, height: height - h };
  return { id, label, internal, scaleFactor: scale, bounds, workArea };
}

const laptop = displayOf(1, [1366, 768], { label: 'Panel laptop', internal: true });
const beamer = (given: Given = {}, id = 2) =>
  displayOf(id, [1024, 768], { label: 'EPSON PJ', at: [1366, 0], ...given });
const tv = (at: readonly [number, number], id = 3) => displayOf(id, [1920, 1080], { label: 'TV ruang rapat', at });

/** More than twenty arrangements, in an order in which one may become the next during a meeting. */
export const DISPLAY_ROOMS: readonly DisplayRoom[] = [
  { name: 'a laptop and a projector', displays: [laptop, beamer()], projector: { on: '2', fills: true } },
  { name: 'the cable is pulled: one screen', displays: [laptop], projector: { on: '1', fills: false } },
  {
    name: 'the projector is back, with another id',
    displays: [laptop, beamer({}, 7)],
    projector: { on: '7', fills: true },
  },
  {
    name: 'the projector stands at the left',
    displays: [laptop, beamer({ at: [-1024, 0] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'the projector hangs above',
    displays: [laptop, beamer({ at: [171, -768] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'the projector changes to 1920×1080',
    displays: [laptop, displayOf(2, [1920, 1080], { label: 'EPSON PJ', at: [1366, 0] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'the projector falls to 800×600',
    displays: [laptop, displayOf(2, [800, 600], { label: 'EPSON PJ', at: [1366, 0], bar: 'none' })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'the laptop at 125 %',
    displays: [{ ...displayOf(1, [1366, 768], { internal: true, scale: 1.25 }) }, beamer({ at: [1093, 0] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'the laptop at 150 %',
    displays: [displayOf(1, [1366, 768], { internal: true, scale: 1.5 }), beamer({ at: [911, 0] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'a projector of four thousand pixels at 150 %',
    displays: [laptop, displayOf(2, [3840, 2160], { label: 'Layar LED', scale: 1.5, at: [1366, -300] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'the other display becomes the primary one',
    displays: [
      beamer({ at: [0, 0] }),
      displayOf(1, [1366, 768], { label: 'Panel laptop', internal: true, at: [-1366, 0] }),
    ],
    projector: { on: '1', fills: true },
  },
  { name: 'the cable mirrors: one display', displays: [beamer({ at: [0, 0] })], projector: { on: '2', fills: false } },
  {
    name: 'the cable mirrors: listed twice',
    displays: [displayOf(1, [1024, 768], { internal: true }), beamer({ at: [0, 0] })],
    projector: { on: '1', fills: false },
  },
  {
    name: 'a mirror is chosen',
    displays: [displayOf(1, [1366, 768], { internal: true }), beamer({ at: [0, 0] })],
    wanted: '2',
    projector: { on: '2', fills: false },
  },
  {
    name: 'a mirror and a television apart',
    displays: [displayOf(1, [1024, 768], { internal: true }), beamer({ at: [0, 0] }), tv([1024, 0])],
    projector: { on: '3', fills: true },
  },
  {
    name: 'three displays, none chosen',
    displays: [laptop, beamer(), tv([2390, 0])],
    projector: { on: '2', fills: true },
  },
  {
    name: 'three displays, the television chosen',
    displays: [laptop, beamer(), tv([2390, 0])],
    wanted: '3',
    projector: { on: '3', fills: true },
  },
  {
    name: 'the desk’s own display chosen',
    displays: [laptop, beamer()],
    wanted: '1',
    projector: { on: '1', fills: false },
  },
  { name: 'what was chosen is gone', displays: [laptop, beamer()], wanted: '3', projector: { on: '2', fills: true } },
  {
    name: 'a portrait display',
    displays: [laptop, displayOf(4, [1080, 1920], { at: [1366, -600] })],
    projector: { on: '4', fills: true },
  },
  {
    name: 'a portrait tablet alone',
    displays: [displayOf(1, [800, 1280], { internal: true })],
    projector: { on: '1', fills: false },
  },
  {
    name: 'the lid is closed: the projector alone',
    displays: [beamer({ at: [0, 0] })],
    projector: { on: '2', fills: false },
  },
  {
    name: 'the lid is closed: two others',
    displays: [tv([0, 0]), beamer({ at: [1920, 0] })],
    projector: { on: '2', fills: true },
  },
  {
    name: 'two of the same make, without names',
    displays: [
      laptop,
      displayOf(5, [1280, 1024], { label: '', at: [1366, 0] }),
      displayOf(6, [1280, 1024], { label: '', at: [-1280, 0] }),
    ],
    wanted: '6',
    projector: { on: '6', fills: true },
  },
  {
    name: 'task bars at the left and above, and a gap between',
    displays: [
      displayOf(1, [1366, 768], { internal: true, bar: 'left' }),
      displayOf(2, [1280, 800], { at: [1500, 90], bar: 'above' }),
    ],
    projector: { on: '2', fills: true },
  },
  { name: 'a very small screen', displays: [displayOf(1, [800, 600])], projector: { on: '1', fills: false } },
];

const STEP = 4;
const has = (rect: Rect, x: number, y: number): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

/**
 * Whether the desk's title bar can be grabbed: somewhere 80 px of it, 16 px high, are on a work area and not under
 * `cover`. Checks the points of a grid, independently of how the application computes it.
 */
export function canReach(displays: readonly { workArea: Rect }[], desk: Rect, cover: Rect | null): boolean {
  const seen = (x: number, y: number, area: Rect): boolean => has(area, x, y) && (cover === null || !has(cover, x, y));
  return displays.some(({ workArea }) => {
    let run = 0;
    for (let x = desk.x; x < desk.x + desk.width; x += STEP) {
      let rows = 0;
      for (let y = desk.y; y < desk.y + Math.min(32, desk.height); y += STEP) if (seen(x, y, workArea)) rows += 1;
      run = rows >= 16 / STEP ? run + 1 : 0;
      if (run >= 80 / STEP) return true;
    }
    return false;
  });
}
