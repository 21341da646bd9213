import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type DisplayArea } from '#core/displays/placement.ts';
import { overlap, type Rect } from '#core/displays/rect.ts';
import type { DisplayDouble } from '../../../doubles/electron/link.ts';
import { canReach, DISPLAY_ROOMS } from '../../../support/display-arrangements.ts';
import { someDisplays } from '../../../support/some-displays.ts';

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
