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

/** A display with a task bar: so many pixels are taken from the left, above and below. */
function area(
  id: string,
  [x, y, width, height]: number[],
  [left = 0, above = 0, below = 40]: number[] = [],
): DisplayArea {
  const bounds = { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
  const workArea = {
    ...{ x: bounds.x + left, y: bounds.y + above },
    ...{ width: bounds.width - left, height: bounds.height - above - below },
  };
  return { id, bounds, workArea, primary: id === '0', internal: false };
}

const someDesk = fc.record({
  x: fc.integer({ min: -5000, max: 8000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 900, max: 3900 }),
  height: fc.integer({ min: 560, max: 2200 }),
});
type Case = [Rect, [DisplayArea[], string | null][]];

/** A title bar that can be grabbed only where the larger of two mirrors shows it. */
const OF_A_MIRROR: Case = [
  { x: -11, y: 25, width: 900, height: 560 },
  [[[area('0', [-1024, -345, 1024, 768]), area('1', [-1024, -345, 1093, 614])], '0']],
];
/** One that can be grabbed only on the other display, by a hand's breadth, and is under a task bar on its own. */
const UNDER_A_BAR: Case = [
  { x: -1024, y: 638, width: 917, height: 560 },
  [[[area('0', [-187, 40, 1093, 614], [0, 0, 0]), area('1', [-188, 654, 1366, 768], [0, 25, 0])], null]],
];
const FIRST: Rect = { x: 0, y: 0, width: 900, height: 560 };
/** A mirror that is larger than the first, and reaches into a third by less than a title bar. */
const INTO_A_THIRD: Case = [
  FIRST,
  [
    [[area('0', [-1366, 0, 1366, 768])], null],
    [[area('0', [0, 0, 540, 960])], null],
    [[area('0', [0, -768, 1366, 768])], null],
    [
      [
        { ...area('0', [0, -422, 800, 600]), internal: true, primary: false },
        { ...area('1', [11, 178, 1366, 768], [62, 0, 0]), internal: true, primary: true },
        area('2', [0, -422, 819, 614], [0, 25, 0]),
      ],
      null,
    ],
  ],
];
/** Moved off the projector, most of the desk is on another display than before. */
const ON_ANOTHER: Case = [
  FIRST,
  [
    [[area('0', [-683, 449, 683, 512], [62, 0, 0])], null],
    [
      [
        area('0', [-80, 0, 640, 480]),
        area('1', [560, 0, 1366, 768]),
        { ...area('2', [-17, 768, 1366, 768]), internal: true },
        area('3', [-80, 0, 1366, 768]),
      ],
      null,
    ],
  ],
];
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
    { numRuns: 2000, examples: [OF_A_MIRROR, UNDER_A_BAR, INTO_A_THIRD, ON_ANOTHER] },
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
