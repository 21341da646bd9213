import { type DisplayArea, isCatchable, type Placement, titleOf } from './placement.ts';
import type { Rect } from './rect.ts';

/** At which edge of the projector's display the strip is. */
export const STRIP_EDGES = ['top', 'bottom'] as const;
export type StripEdge = (typeof STRIP_EDGES)[number];

/** Its height in parts of the display's: what shows slides below it stays almost whole, and its digits are legible. */
const SHARE = 0.11;
/** A display in portrait counts as one of 4:3 that is as wide: its strip need not be higher. */
const LEAST_WIDE = 3 / 4;

function atEdge({ x, y, width, height }: Rect, edge: StripEdge, high: number): Rect {
  return { x, y: edge === 'top' ? y : y + height - high, width, height: high };
}

/**
 * Where the strip goes: at an edge of the display on which the projector would be. There it covers the task bar as well; on
 * the operator's own display it leaves the task bar free, and goes to the other edge if the desk's title bar would be
 * below it.
 * @param displays all that are connected
 * @param desk the desk's window, where it will be; `null` while it is not open
 * @param projector where the projector would be (`arrange`)
 * @returns device-independent pixels; `null` if that display is not connected
 */
export function stripBounds(
  displays: readonly DisplayArea[],
  desk: Rect | null,
  projector: Placement,
  edge: StripEdge,
): Rect | null {
  const display = displays.find(({ id }) => id === projector.displayId);
  if (display === undefined) return null;
  const { width, height } = display.bounds;
  const high = Math.round(Math.min(height, width * LEAST_WIDE) * SHARE);
  if (projector.fullScreen) return atEdge(display.bounds, edge, high);
  const other = edge === 'top' ? 'bottom' : 'top';
  const [wished, instead] = [atEdge(display.workArea, edge, high), atEdge(display.workArea, other, high)];
  const leavesDesk = (strip: Rect): boolean =>
    desk === null || displays.some((one) => isCatchable(titleOf(desk), one, strip));
  return leavesDesk(wished) || !leavesDesk(instead) ? wished : instead;
}
