import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { overlap } from '#core/displays/rect.ts';
import type { DisplayDouble } from '../../../../doubles/electron/link.ts';
import type { BrowserWindowDouble } from '../../../../doubles/electron/module/browser-window.ts';
import { MODES, type Mode } from '../../../../doubles/electron/module/mode.ts';
import { plain } from '../../../../doubles/electron/plain.ts';
import { canReach, DISPLAY_ROOMS, displayOf } from '../../../../support/display-arrangements.ts';
import { type DoubleWindows, openWindows, rest } from '../../../../support/double-windows.ts';

vi.mock('electron', () => import('../../../../doubles/electron/plain.ts'));
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Those under which a program can place windows. */
const PLACING: readonly Mode[] = MODES.filter((mode) => mode !== 'wayland');
const laptop = displayOf(1, [1366, 768], { label: 'Panel laptop', internal: true });
const beamer = displayOf(2, [1024, 768], { label: 'EPSON PJ', at: [1366, 0] });
const television = displayOf(3, [1920, 1080], { label: 'TV', at: [2390, 0] });

async function openBoth(mode: Mode, displays: readonly DisplayDouble[], wanted: string | null = null) {
  const run = await openWindows(mode, displays);
  await run.windows.open('projector', wanted);
  rest();
  return run;
}

const look = ({ filled, place, topLevel }: BrowserWindowDouble) => ({ filled, place, topLevel });

/** What must hold with any displays: the desk within reach, never under the projector, and the desk is informed. */
function expectSafe({ window, windows }: DoubleWindows, displays: readonly DisplayDouble[], name: string): void {
  const [desk, projector] = [window('desk'), window('projector')];
  expect(canReach(displays, desk.place, projector.place), name).toBe(true);
  const { fills, projector: told, byHand } = windows.placing();
  expect({ fills, byHand }, name).toEqual({ fills: projector.filled, byHand: false });
  const on = displays.find(({ id }) => String(id) === told);
  if (fills) expect(projector.place, name).toEqual(on?.bounds);
  else expect(overlap(projector.place, on?.workArea ?? laptop.bounds), name).toBeGreaterThan(0);
  expect(plain.inspect().calls, name).toMatchObject({ inEvent: [], spaces: 0 });
}

// electron/electron shell/browser/native_window_views.cc, SetFullScreen (Windows): the events come before the state.
describe.each(PLACING)('on %s', (mode) => {
  test.each(['forwards', 'backwards', 'with a plain desk'] as const)('every room after the other, %s', async (way) => {
    const rooms = way === 'backwards' ? DISPLAY_ROOMS.toReversed() : DISPLAY_ROOMS;
    const run = await openBoth(mode, rooms[0]?.displays ?? []);
    if (way === 'with a plain desk') run.window('desk').movedTo({ x: 380, y: 60, width: 980, height: 620 });
    for (const { name, displays } of rooms) {
      run.displays(displays);
      expectSafe(run, displays, name);
    }
  });

  test('displays that change while the projector’s page is loading do not place it before it is there', async () => {
    const run = await openWindows(mode, [laptop]);
    const opening = run.windows.open('projector', null);
    run.displays([laptop, beamer]);
    rest();
    expect(run.window('projector').filled).toBe(false);
    await opening;
    rest();
    expectSafe(run, [laptop, beamer], 'opened');
    expect(run.window('projector').filled).toBe(true);
  });

  test.each(DISPLAY_ROOMS)('the projector opens: $name', async ({ displays, wanted, projector, name }) => {
    const run = await openBoth(mode, displays, wanted ?? null);
    expect(run.window('projector').filled).toBe(projector.fills);
    expectSafe(run, displays, name);
    expect(run.windows.placing()).toMatchObject({ projector: projector.on, fills: projector.fills });
    // Without taking the keyboard from the operator.
    expect([run.window('projector').isFocused(), run.window('desk').isFocused()]).toEqual([false, true]);
    expect(run.window('projector').isVisible()).toBe(true);
  });

  test('a display that disconnects and returns at once is filled again, wherever the system put the window', async () => {
    const run = await openBoth(mode, [laptop, beamer]);
    run.displays([laptop], false);
    run.displays([laptop, beamer]);
    expect(look(run.window('projector'))).toMatchObject({ filled: true, place: beamer.bounds });
  });

  test('the loss of the projector’s display is reported until it has one again, and the size of its page', async () => {
    const run = await openBoth(mode, [laptop, beamer]);
    const room = { width: 1024, height: 768 };
    const there = { desk: '1', projector: '2', fills: true, lost: false, room, byHand: false };
    expect(run.windows.placing()).toEqual(there);
    run.displays([laptop]);
    expect(run.windows.placing()).toMatchObject({ projector: '1', fills: false, lost: true });
    expect(run.windows.placing().room?.width).toBeLessThan(laptop.bounds.width);
    run.displays([laptop, beamer]);
    expect(run.windows.placing()).toEqual(there);
  });

  test('a chosen display is used again when it comes back with another id', async () => {
    const run = await openBoth(mode, [laptop, beamer, television], '3');
    expect(run.window('projector').place).toEqual(television.bounds);
    const marks = [laptop, beamer, television].map(({ id, label, bounds: { width, height } }) => ({
      ...{ id: String(id), label, width, height },
    }));
    run.windows.keepChoices([{ displays: marks, projector: 2 }]);
    run.displays([laptop, beamer]);
    expect(run.window('projector').place).toEqual(beamer.bounds);
    run.displays([laptop, beamer, { ...television, id: 9 }]);
    expect(look(run.window('projector'))).toMatchObject({ filled: true, place: television.bounds });
  });

  test('a projector makes room when the desk is carried to its display', async () => {
    const run = await openBoth(mode, [laptop, beamer]);
    run.window('desk').movedTo({ x: 1400, y: 40, width: 900, height: 620 });
    rest();
    expect(look(run.window('projector'))).toMatchObject({ filled: true, place: laptop.bounds });
  });

  test('the desk fills its display, and a projector that is plugged in meanwhile leaves it so', async () => {
    const run = await openBoth(mode, [laptop]);
    run.windows.fill('desk', true);
    rest();
    run.displays([laptop, beamer]);
    expect(run.window('projector').place).toEqual(beamer.bounds);
    expect(look(run.window('desk'))).toMatchObject({ filled: true, place: laptop.bounds });
    run.windows.fill('desk', false);
    rest();
    expect(run.window('desk').filled).toBe(false);
    expect(plain.inspect().calls).toMatchObject({ inEvent: [], spaces: 0 });
  });

  // The task bar moves down only for a window that is activated, which the projector never is; `floating` stays below it.
  test('the projector is above the task bar while it fills a display, and only then', async () => {
    const run = await openBoth(mode, [laptop, beamer]);
    expect(run.window('projector').topLevel).toBe('screen-saver');
    run.displays([laptop]);
    expect(run.window('projector').topLevel).toBeNull();
  });

  test('F11 makes it a window below the others, and a key held down does it once', async () => {
    const run = await openBoth(mode, [laptop, beamer]);
    const id = run.window('projector').id;
    plain.does.key({ id, key: 'F11' });
    for (let n = 0; n < 5; n += 1) plain.does.key({ id, key: 'F11', isAutoRepeat: true });
    rest();
    expect(look(run.window('projector'))).toMatchObject({ filled: false, topLevel: null });
    // A hand has put it so: nothing but another room changes it.
    expect(run.windows.placing()).toMatchObject({ fills: false, byHand: false });
    expect(plain.does.key({ id, key: 'F11', alt: true })).toBe(false);
  });
});

// electron/electron docs/api/browser-window.md: on Wayland bounds are 0,0 and no program moves a window.
describe('on wayland', () => {
  test('nothing is filled unasked, no display is offered, and the desk says that a hand is needed', async () => {
    const run = await openBoth('wayland', [laptop, beamer]);
    expect(run.window('projector').filled).toBe(false);
    expect(run.windows.canPlace).toBe(false);
    expect(run.windows.placing()).toMatchObject({ desk: null, projector: null, fills: false, byHand: true });
    run.displays([laptop]);
    run.displays([laptop, beamer]);
    expect(run.window('projector').filled).toBe(false);
    expect(plain.inspect().calls.inEvent).toEqual([]);
  });

  test('a projector that was made full screen by hand is reported so', async () => {
    const run = await openBoth('wayland', [laptop, beamer]);
    plain.does.key({ id: run.window('projector').id, key: 'F11' });
    rest();
    expect(run.windows.placing()).toMatchObject({ fills: true, byHand: false });
  });
});

test('a projector that the system does not place correctly is reported, and not requested without end', async () => {
  const run = await openWindows('x11', [laptop, beamer]);
  await run.windows.open('projector', null);
  // A window manager that keeps every window on the primary display.
  const projector = run.window('projector');
  projector.keptIn = laptop.bounds;
  rest();
  expect(run.windows.placing()).toMatchObject({ projector: '1', byHand: true });
  const { count } = plain.inspect().calls;
  expect(count).toBeLessThan(30);
  rest();
  expect(plain.inspect().calls.count).toBe(count);
});
