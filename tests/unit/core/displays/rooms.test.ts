import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type DisplayArea } from '#core/displays/placement.ts';
import { overlap, type Rect } from '#core/displays/rect.ts';
import type { DisplayDouble } from '../../../doubles/electron/link.ts';
import { canReach, DISPLAY_ROOMS } from '../../../support/display-rooms.ts';

const areasOf = (displays: readonly DisplayDouble[]): DisplayArea[] =>
  displays.map(({ id, bounds, workArea, internal }, index) => ({
    id: String(id),
    bounds,
    workArea,
    internal,
    primary: index === 0,
  }));

/** What must hold of every arrangement, whatever the displays. */
function checkSafety(displays: readonly DisplayArea[], before: Rect, wanted: string | null): Rect {
  const { desk: moved, projector } = arrange(displays, before, wanted);
  const desk = moved ?? before;
  if (projector === null) throw new Error('there are displays, so there is a place');
  expect(canReach(displays, desk, projector.bounds)).toBe(true);
  const own = displays.find(({ id }) => id === projector.displayId);
  if (projector.fullScreen) {
    expect(projector.bounds).toEqual(own?.bounds);
    // The desk is not on the display that the projector fills, but for the border of a maximised window.
    const { x, y, width, height } = projector.bounds;
    const inner = { x: x + 16, y: y + 16, width: width - 32, height: height - 32 };
    expect(overlap(desk, inner)).toBe(0);
  } else {
    expect(overlap(projector.bounds, own?.workArea ?? desk)).toBe(projector.bounds.width * projector.bounds.height);
  }
  // Placed once, everything stays: the rule does not chase its own tail.
  expect(arrange(displays, desk, wanted)).toEqual({ desk: null, projector });
  return desk;
}

describe('the rooms', () => {
  test('are more than twenty', () => expect(DISPLAY_ROOMS.length).toBeGreaterThanOrEqual(20));

  test.each(DISPLAY_ROOMS.map((room) => [room.name, room] as const))('%s', (_name, { displays, wanted, projector }) => {
    const areas = areasOf(displays);
    const home = areas[0]?.workArea ?? { x: 0, y: 0, width: 0, height: 0 };
    const placed = arrange(areas, home, wanted ?? null);
    expect(placed.desk).toBeNull();
    expect(placed.projector).toMatchObject({ displayId: projector.on, fullScreen: projector.fills });
    checkSafety(areas, home, wanted ?? null);
  });

  test('one after the other, with the desk wherever the last one left it', () => {
    let desk: Rect = { x: 100, y: 60, width: 1000, height: 640 };
    for (const { displays, wanted } of DISPLAY_ROOMS) desk = checkSafety(areasOf(displays), desk, wanted ?? null);
  });
});

/** Displays side by side, over one another, apart, or one a mirror of another; of any usual size and scale. */
const someDisplays = fc
  .array(
    fc.record({
      size: fc.constantFrom([1366, 768], [1024, 768], [1920, 1080], [800, 600], [1080, 1920], [3840, 2160]),
      scale: fc.constantFrom(1, 1.25, 1.5, 2),
      side: fc.constantFrom('right', 'left', 'above', 'below', 'mirror'),
      shift: fc.integer({ min: -700, max: 700 }),
      gap: fc.constantFrom(0, 0, 0, 40),
      bar: fc.constantFrom([0, 0, 0, 40], [62, 0, 62, 0], [0, 25, 0, 25], [0, 0, 0, 0]),
      internal: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((rows) => fc.record({ rows: fc.constant(rows), primary: fc.integer({ min: 0, max: rows.length - 1 }) }))
  .map(({ rows, primary }): DisplayArea[] => {
    const placed: DisplayArea[] = [];
    for (const [index, { size, scale, side, shift, gap, bar, internal }] of rows.entries()) {
      // Nobody can work on less than 640 pixels, whatever the scale.
      const by = Math.min(...size) / scale < 480 ? 1 : scale;
      const [width, height] = size.map((length) => Math.round(length / by)) as [number, number];
      const all = placed.map(({ bounds }) => bounds);
      const edge = {
        left: Math.min(0, ...all.map(({ x }) => x)),
        top: Math.min(0, ...all.map(({ y }) => y)),
        right: Math.max(0, ...all.map((one) => one.x + one.width)),
        bottom: Math.max(0, ...all.map((one) => one.y + one.height)),
      };
      const at = {
        right: [edge.right + gap, shift],
        left: [edge.left - width - gap, shift],
        above: [shift, edge.top - height - gap],
        below: [shift, edge.bottom + gap],
        mirror: [all[0]?.x ?? 0, all[0]?.y ?? 0],
      }[side] as [number, number];
      const bounds = { x: at[0], y: at[1], width, height };
      const [x = 0, y = 0, w = 0, h = 0] = bar;
      const workArea = { x: bounds.x + x, y: bounds.y + y, width: width - w, height: height - h };
      placed.push({ id: String(index), bounds, workArea, internal, primary: index === primary });
    }
    return placed;
  });
const someDesk = fc.record({
  x: fc.integer({ min: -5000, max: 8000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 900, max: 3900 }),
  height: fc.integer({ min: 560, max: 2200 }),
});
const someWish = fc.option(fc.integer({ min: 0, max: 5 }).map(String), { nil: null });

test('whatever the displays do, the desk can be reached and the projector fills only where the desk is not', () => {
  fc.assert(
    fc.property(
      someDesk,
      fc.array(fc.tuple(someDisplays, someWish), { minLength: 1, maxLength: 6 }),
      (first, changes) => {
        let desk: Rect = first;
        for (const [displays, wanted] of changes) desk = checkSafety(displays, desk, wanted);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the same displays, desk and choice give the same places, in whatever order the system lists them', () => {
  fc.assert(
    fc.property(someDisplays, someDesk, someWish, (displays, desk, wanted) => {
      const otherwise = structuredClone(displays).toReversed();
      expect(arrange(otherwise, { ...desk }, wanted)).toEqual(arrange(displays, desk, wanted));
    }),
  );
});
