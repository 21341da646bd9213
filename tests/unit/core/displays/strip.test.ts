import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type DisplayArea } from '#core/displays/placement.ts';
import type { Rect } from '#core/displays/rect.ts';
import { STRIP_EDGES, stripBounds } from '#core/displays/strip.ts';
import { canReach, DISPLAY_ROOMS, displayOf } from '../../../support/display-arrangements.ts';

const areas = (displays: readonly ReturnType<typeof displayOf>[]): DisplayArea[] =>
  displays.map(({ id, bounds, workArea, internal }, n) => ({
    ...{ id: String(id), bounds, workArea, internal, primary: n === 0 },
  }));
const laptop = displayOf(1, [1366, 768], { internal: true });
const beamer = displayOf(2, [1024, 768], { at: [1366, 0] });
const maximised: Rect = laptop.workArea;

function stripOn(displays: readonly ReturnType<typeof displayOf>[], edge: 'top' | 'bottom', desk: Rect | null): Rect {
  const all = areas(displays);
  const { projector } = arrange(all, desk, null);
  const found = projector === null ? null : stripBounds(all, desk, projector, edge);
  if (found === null) throw new Error('no strip');
  return found;
}

describe('on a display of its own', () => {
  test('it is at the very edge, over a task bar as well, as wide as the display and a ninth as high', () => {
    expect(stripOn([laptop, beamer], 'top', maximised)).toEqual({ x: 1366, y: 0, width: 1024, height: 84 });
    expect(stripOn([laptop, beamer], 'bottom', maximised)).toEqual({ x: 1366, y: 684, width: 1024, height: 84 });
  });
  test('of a display in portrait it is no higher than of one in landscape that is as wide', () => {
    const portrait = displayOf(2, [1080, 1920], { at: [1366, 0] });
    expect(stripOn([laptop, portrait], 'bottom', maximised)).toMatchObject({ width: 1080, height: 89 });
  });
});

describe('on the desk’s own display', () => {
  test('it leaves the task bar free, and goes to the other edge rather than over the desk’s title bar', () => {
    const bottom = { x: 0, y: 644, width: 1366, height: 84 };
    expect(stripOn([laptop], 'bottom', maximised)).toEqual(bottom);
    expect(stripOn([laptop], 'top', maximised)).toEqual(bottom);
    const low = { x: 100, y: 300, width: 900, height: 400 };
    expect(stripOn([laptop], 'top', low)).toMatchObject({ y: 0 });
    const lowest = { x: 100, y: 660, width: 900, height: 400 };
    expect(stripOn([laptop], 'bottom', lowest)).toMatchObject({ y: 0 });
  });
  test('without a desk it is where it is wished', () => {
    expect(stripOn([laptop], 'top', null)).toMatchObject({ y: 0 });
  });
});

test('a display that is gone has no strip', () => {
  const { projector } = arrange(areas([laptop, beamer]), maximised, null);
  if (projector === null) throw new Error('no projector');
  expect(stripBounds(areas([laptop]), maximised, projector, 'top')).toBeNull();
});

test('in every room, wherever the desk is, its title bar can be caught and the strip is inside one display', () => {
  const desks = fc.record({
    x: fc.integer({ min: -200, max: 1100 }),
    y: fc.integer({ min: 0, max: 600 }),
    width: fc.constant(900),
    height: fc.constant(560),
  });
  fc.assert(
    fc.property(fc.constantFrom(...DISPLAY_ROOMS), fc.constantFrom(...STRIP_EDGES), desks, (room, edge, wished) => {
      const all = areas(room.displays);
      const { desk, projector } = arrange(all, wished, room.wanted ?? null);
      const at = desk ?? wished;
      if (projector === null) return;
      const strip = stripBounds(all, at, projector, edge);
      const display = room.displays.find(({ id }) => String(id) === projector.displayId);
      if (strip === null || display === undefined) throw new Error('no strip');
      const { x, y, width, height } = display.bounds;
      expect(strip.x).toBeGreaterThanOrEqual(x);
      expect(strip.y).toBeGreaterThanOrEqual(y);
      expect(strip.x + strip.width).toBeLessThanOrEqual(x + width);
      expect(strip.y + strip.height).toBeLessThanOrEqual(y + height);
      expect(canReach(room.displays, at, strip)).toBe(true);
    }),
  );
});
