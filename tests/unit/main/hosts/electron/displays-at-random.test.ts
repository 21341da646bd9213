import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { overlap, type Rect } from '#core/displays/rect.ts';
import { windowSet } from '#main/hosts/electron/windows.ts';
import type { DisplayDouble } from '../../../../doubles/electron/link.ts';
import { MODES, type Mode } from '../../../../doubles/electron/module/mode.ts';
import { plain } from '../../../../doubles/electron/plain.ts';
import { canReach } from '../../../../support/display-arrangements.ts';
import { someDisplays } from '../../../../support/some-displays.ts';

vi.mock('electron', () => import('../../../../doubles/electron/plain.ts'));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The first one is the primary, as the double has it; a scale of their own, since it does not follow from the bounds. */
const room = fc.tuple(someDisplays, fc.constantFrom(1, 1.25, 2)).map(([areas, scale]): DisplayDouble[] =>
  areas
    .toSorted((a, b) => Number(b.primary) - Number(a.primary))
    .map(({ id, bounds, workArea, internal }, index) => ({
      id: Number(id) + 1,
      label: `Layar ${id}`,
      internal,
      scaleFactor: index === 0 ? 1 : scale,
      bounds,
      workArea,
    })),
);

const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('displays' as const), displays: room }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('deskMoves' as const),
      bounds: fc.record({
        x: fc.integer({ min: -2000, max: 4000 }),
        y: fc.integer({ min: -500, max: 2000 }),
        width: fc.integer({ min: 900, max: 1900 }),
        height: fc.integer({ min: 560, max: 1000 }),
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('choose' as const), id: fc.option(fc.integer({ min: 1, max: 5 })) }),
  },
);
/** How long after a change the next one comes: in the same breath, while the windows still move, or at rest. */
const pauses = fc.constantFrom(0, 0, 5, 30, 400, 2_500, 15_000);
const AT_REST = 15_000;
/** Calls that change a window, for each change of the displays; both windows together. */
const CALLS_FOR_A_CHANGE = 60;

/** A display that moves by so little (px) keeps its window, as a scaled size is not exact either: `window-steps.ts`. */
const INEXACT = 4;
/** How far a side of one is from that of the other. */
const farthest = (a: Rect, b: Rect | undefined): number =>
  b === undefined
    ? Number.POSITIVE_INFINITY
    : Math.max(
        ...[a.x - b.x, a.y - b.y, a.x + a.width - b.x - b.width, a.y + a.height - b.y - b.height].map((by) =>
          Math.abs(by),
        ),
      );

async function open(mode: Mode, displays: readonly DisplayDouble[]) {
  plain.start({ mode, displays });
  const windows = windowSet({ system: mode, preloads: '/nowhere', gaveUp: () => undefined });
  await windows.open('desk', null);
  await windows.open('projector', null);
  vi.advanceTimersByTime(100);
  const idOf = (audience: 'desk' | 'projector') => windows.get(audience)?.id ?? -1;
  return { windows, desk: idOf('desk'), projector: idOf('projector') };
}

test.each(MODES)(
  'whatever the displays do on %s, the desk can be reached and the projector is where it belongs',
  async (mode) => {
    await fc.assert(
      fc.asyncProperty(
        room,
        fc.array(fc.tuple(change, pauses), { minLength: 1, maxLength: 8 }),
        async (first, changes) => {
          const run = await open(mode, first);
          let displays = first;
          for (const [next, pause] of changes) {
            if (next.kind === 'displays') {
              const event =
                next.displays.length > displays.length
                  ? 'added'
                  : next.displays.length < displays.length
                    ? 'removed'
                    : 'metrics';
              displays = next.displays;
              plain.does.setDisplays({ displays, event });
            } else if (next.kind === 'deskMoves') plain.window(run.desk).movedTo(next.bounds);
            else await run.windows.open('projector', next.id === null ? null : String(next.id));
            vi.advanceTimersByTime(pause);
          }
          vi.advanceTimersByTime(AT_REST);

          const { calls } = plain.inspect();
          expect(calls.inEvent).toEqual([]);
          expect(calls.spaces).toBe(0);
          expect(calls.count).toBeLessThan(CALLS_FOR_A_CHANGE * (changes.length + 2));
          const [desk, projector] = [plain.window(run.desk), plain.window(run.projector)];
          const placing = run.windows.placing();
          if (mode === 'wayland') {
            // Nobody may know where a window is: nothing is filled unasked, and the desk says that a hand is needed.
            expect(projector.filled).toBe(false);
            expect(placing).toMatchObject({ projector: null, fills: false, byHand: true });
            return;
          }
          expect(canReach(displays, desk.place, projector.place)).toBe(true);
          expect(placing.fills).toBe(projector.filled);
          // What is reported as misplaced is among displays that overlap.
          if (placing.byHand) {
            expect(displays.some((a) => displays.some((b) => a !== b && overlap(a.bounds, b.bounds) > 0))).toBe(true);
            return;
          }
          const own = displays.find(({ id }) => String(id) === placing.projector);
          if (projector.filled) expect(farthest(projector.place, own?.bounds)).toBeLessThanOrEqual(INEXACT);
          else expect(overlap(projector.place, own?.workArea ?? desk.place)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  },
);
