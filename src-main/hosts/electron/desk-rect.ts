import type { BrowserWindow } from 'electron';
import type { DisplayArea } from '#core/displays/placement.ts';
import type { Rect } from '#core/displays/rect.ts';
import type { PlacedWindow } from './window-place.ts';

/**
 * The desk's rectangle: the one it is moving to, else its present one. A desk that fills its display is a window that
 * lost its title bar for a while.
 */
export function deskRect(desk: BrowserWindow, placed: PlacedWindow | null, areas: readonly DisplayArea[]): Rect {
  if (desk.isMinimized()) return desk.getNormalBounds();
  const { bounds, mode } = placed?.heading() ?? placed?.now() ?? { bounds: desk.getBounds(), mode: 'plain' };
  if (mode !== 'full') return bounds;
  const { x, y } = bounds;
  const filled = areas.find(({ bounds: at }) => x >= at.x && x < at.x + at.width && y >= at.y && y < at.y + at.height);
  return filled?.workArea ?? bounds;
}
