import { describe, expect, test } from 'vitest';
import { arrange, type DisplayArea, displayUnder } from '#core/displays/placement.ts';
import type { Rect } from '#core/displays/rect.ts';

const display = (
  id: string,
  x: number,
  width: number,
  height: number,
  more: Partial<DisplayArea> = {},
): DisplayArea => ({
  id,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height: height - 40 },
  primary: false,
  internal: false,
  ...more,
});
const laptop = display('laptop', 0, 1366, 768, { primary: true, internal: true });
const beamer = display('beamer', 1366, 1024, 768);
const television = display('tv', 2390, 1920, 1080);
const placeProjector = (displays: readonly DisplayArea[], desk: Rect | null, wanted: string | null) =>
  arrange(displays, desk, wanted).projector;
const rescueDesk = (displays: readonly DisplayArea[], desk: Rect) => arrange(displays, desk, null).desk;
const deskOnLaptop = { x: 0, y: 0, width: 1366, height: 728 };
const deskOnBeamer = { x: 1400, y: 20, width: 900, height: 700 };

describe('the projector', () => {
  test('fills the second display', () => {
    expect(placeProjector([laptop, beamer], deskOnLaptop, null)).toEqual({
      displayId: 'beamer',
      bounds: beamer.bounds,
      fullScreen: true,
    });
  });

  test('is a plain window where there is one display, and leaves the top of the desk in sight', () => {
    const placed = placeProjector([laptop], deskOnLaptop, null);
    expect(placed?.fullScreen).toBe(false);
    expect(placed?.displayId).toBe('laptop');
    expect(placed?.bounds.y).toBeGreaterThan(200);
    expect((placed?.bounds.x ?? 0) + (placed?.bounds.width ?? 0)).toBe(1366);
    expect((placed?.bounds.y ?? 0) + (placed?.bounds.height ?? 0)).toBe(728);
    expect((placed?.bounds.width ?? 0) / (placed?.bounds.height ?? 1)).toBeCloseTo(16 / 9, 1);
  });

  test('takes the display that the operator chose', () => {
    expect(placeProjector([laptop, beamer, television], deskOnLaptop, 'tv')).toMatchObject({
      displayId: 'tv',
      fullScreen: true,
    });
  });

  test('does not cover the desk even when its display was chosen', () => {
    expect(placeProjector([laptop, beamer], deskOnLaptop, 'laptop')).toMatchObject({
      displayId: 'laptop',
      fullScreen: false,
    });
  });

  test('is on the laptop’s own panel when the desk is on the other display', () => {
    expect(placeProjector([laptop, beamer], deskOnBeamer, null)).toMatchObject({
      displayId: 'laptop',
      fullScreen: true,
    });
  });

  test('prefers an external display to a laptop’s panel that is not the primary one', () => {
    const panel = display('panel', -1366, 1366, 768, { internal: true });
    const main = display('main', 0, 1920, 1080, { primary: true });
    const beside = display('beamer', 1920, 1024, 768);
    expect(placeProjector([panel, main, beside], { ...main.bounds }, null)?.displayId).toBe('beamer');
  });

  test('falls back when the chosen display is gone, without covering the only screen', () => {
    expect(placeProjector([laptop], deskOnLaptop, 'beamer')).toMatchObject({ displayId: 'laptop', fullScreen: false });
  });

  test('avoids the primary display while the desk is not open yet', () => {
    expect(placeProjector([laptop, beamer], null, null)?.displayId).toBe('beamer');
    expect(placeProjector([laptop], null, null)?.fullScreen).toBe(false);
  });

  test('stays where it is while the system reports no display', () => {
    expect(placeProjector([], deskOnLaptop, null)).toBeNull();
  });
});

test('a window is on the display that contains most of it', () => {
  expect(displayUnder({ x: 1200, y: 0, width: 600, height: 400 }, [laptop, beamer])?.id).toBe('beamer');
  expect(displayUnder({ x: 9000, y: 0, width: 10, height: 10 }, [beamer, laptop])?.id).toBe('laptop');
  expect(displayUnder({ x: 0, y: 0, width: 10, height: 10 }, [])).toBeNull();
});

describe('a cable that mirrors', () => {
  const mirror = { ...laptop, id: 'mirror', primary: false, internal: false };

  test('counts as the desk’s own display although it is listed', () => {
    expect(placeProjector([laptop, mirror], deskOnLaptop, null)?.fullScreen).toBe(false);
    expect(placeProjector([laptop, mirror], deskOnLaptop, 'mirror')?.fullScreen).toBe(false);
  });

  test('leaves a third display to the projector', () => {
    const tv = { ...television, bounds: { ...television.bounds, x: 1366 } };
    expect(placeProjector([laptop, mirror, tv], deskOnLaptop, null)).toMatchObject({
      displayId: 'tv',
      fullScreen: true,
    });
  });
});

describe('the desk', () => {
  test('is on the display of its title bar, by which it is moved', () => {
    const above = { ...television, bounds: { x: 0, y: -1080, width: 1920, height: 1080 } };
    expect(displayUnder({ x: 100, y: -60, width: 1000, height: 700 }, [laptop, above])?.id).toBe('tv');
  });

  test('is drawn off the display that the projector fills', () => {
    const across = { x: 900, y: 10, width: 900, height: 600 };
    expect(arrange([laptop, beamer], across, null)).toEqual({
      desk: { x: 466, y: 10, width: 900, height: 600 },
      projector: { displayId: 'beamer', bounds: beamer.bounds, fullScreen: true },
    });
  });

  test('may stick out by the border of a maximised window', () => {
    expect(rescueDesk([laptop, beamer], { x: -8, y: -8, width: 1382, height: 744 })).toBeNull();
  });

  test('keeps its title bar free of the projector’s plain window wherever it is', () => {
    expect(placeProjector([laptop], { x: 560, y: 400, width: 806, height: 328 }, null)?.bounds).toMatchObject({
      x: 0,
    });
  });

  test('comes back when its title bar is above the upper edge', () => {
    expect(rescueDesk([laptop], { x: 100, y: -70, width: 900, height: 600 })).toEqual({
      x: 0,
      y: 0,
      width: 900,
      height: 600,
    });
  });

  test('stays where its title bar can be caught', () => {
    expect(rescueDesk([laptop, beamer], deskOnBeamer)).toBeNull();
    expect(rescueDesk([], deskOnBeamer)).toBeNull();
  });

  test('comes back to the primary display when its own is gone, no larger than that', () => {
    expect(rescueDesk([laptop], { x: 2390, y: 0, width: 1920, height: 1040 })).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
    });
    expect(rescueDesk([laptop], { x: 1360, y: 700, width: 900, height: 700 })).toMatchObject({ x: 0, y: 0 });
  });
});
