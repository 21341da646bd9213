import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { STRIP_EDGES } from '#core/displays/strip.ts';
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

/** The strip's own window. */
function stripOf({ windows }: DoubleWindows): BrowserWindowDouble {
  const [only, ...others] = windows.all('projector');
  if (only === undefined || others.length > 0) throw new Error(`${1 + others.length} windows of the projector`);
  return plain.window(only.id);
}

async function withStrip(mode: Mode, displays: readonly DisplayDouble[], edge: 'top' | 'bottom' = 'bottom') {
  const run = await openWindows(mode, displays);
  await run.windows.open('projector', null);
  rest();
  await run.windows.strip.show(edge);
  rest();
  return run;
}
/** Long enough for what follows an event, and shorter than anything that is repeated, ms. */
const soon = (): void => {
  vi.advanceTimersByTime(20);
};
const top = ({ topLevel, covered }: BrowserWindowDouble) => ({ topLevel, covered });
const ON_TOP = { topLevel: 'screen-saver', covered: false };

describe.each(PLACING)('on %s', (mode) => {
  test('it is opaque and slim, above everything, takes neither keys nor focus, and the full window makes room', async () => {
    const run = await withStrip(mode, [laptop, beamer]);
    const strip = stripOf(run);
    expect(run.windows.get('projector')).toBeNull();
    expect(strip.options).toMatchObject({ frame: false, focusable: false, transparent: false, skipTaskbar: true });
    expect(strip.options.webPreferences).toMatchObject({ backgroundThrottling: false, sandbox: true });
    expect(strip.isVisible()).toBe(true);
    expect(top(strip)).toEqual(ON_TOP);
    expect(strip.place).toEqual({ x: 1366, y: 684, width: 1024, height: 84 });
    expect([strip.isFocused(), run.window('desk').isFocused()]).toEqual([false, true]);
    // What it sends and is sent are the projector's.
    expect(run.windows.audienceOf(strip.webContents as never)).toBe('projector');
    expect(run.windows.placing()).toMatchObject({ projector: '2', fills: false, room: { width: 1024, height: 84 } });
  });

  test.each(DISPLAY_ROOMS)('it is at the edge of the projector’s display, whatever its scale: $name', async (room) => {
    const { displays, wanted, projector } = room;
    for (const edge of STRIP_EDGES) {
      const run = await openWindows(mode, displays);
      await run.windows.open('projector', wanted ?? null);
      rest();
      await run.windows.strip.show(edge);
      rest();
      const strip = stripOf(run).place;
      const on = displays.find(({ id }) => String(id) === projector.on);
      if (on === undefined) throw new Error('no display');
      const within = projector.fills ? on.bounds : on.workArea;
      expect([strip.x, strip.width], edge).toEqual([within.x, within.width]);
      const ends = [within.y, within.y + within.height - strip.height];
      // On the operator's own display it may not cover the desk's title bar.
      if (projector.fills) expect(strip.y, edge).toBe(ends[edge === 'top' ? 0 : 1]);
      else expect(ends, edge).toContain(strip.y);
      expect(canReach(displays, run.window('desk').place, strip), edge).toBe(true);
    }
    expect(plain.inspect().calls).toMatchObject({ inEvent: [], spaces: 0 });
  });

  test('another program that comes to the front is below it again at once, and one without the focus soon after', async () => {
    const run = await withStrip(mode, [laptop, beamer]);
    plain.does.foreignInFront({ takesFocus: true });
    expect(top(stripOf(run))).toEqual({ topLevel: null, covered: true });
    soon();
    expect(top(stripOf(run))).toEqual(ON_TOP);
    plain.does.foreignInFront({ takesFocus: false });
    plain.does.userFocus({ id: run.window('desk').id });
    soon();
    expect(top(stripOf(run))).toEqual(ON_TOP);
    plain.does.foreignInFront({ takesFocus: false });
    rest();
    expect(top(stripOf(run))).toEqual(ON_TOP);
    expect(plain.inspect().calls).toMatchObject({ inEvent: [], spaces: 0 });
  });

  test('it follows its display: another size, unplugged, plugged in again', async () => {
    const run = await withStrip(mode, [laptop, beamer], 'top');
    const larger = displayOf(2, [1920, 1080], { label: 'EPSON PJ', at: [1366, 0], scale: 1.5 });
    run.displays([laptop, larger]);
    expect(stripOf(run).place).toEqual({ x: 1366, y: 0, width: 1280, height: 79 });
    plain.does.foreignInFront({ takesFocus: false });
    run.displays([laptop], false);
    soon();
    expect(top(stripOf(run))).toEqual(ON_TOP);
    rest();
    expect(stripOf(run).place).toEqual({ x: 0, y: 644, width: 1366, height: 84 });
    expect(run.windows.placing()).toMatchObject({ projector: '1', lost: true, fills: false });
    run.displays([laptop, beamer]);
    expect(stripOf(run).place).toEqual({ x: 1366, y: 0, width: 1024, height: 84 });
    expect(run.windows.placing()).toMatchObject({ projector: '2', lost: false });
  });

  test('switched off, it is gone and the projector fills its display again, with nothing left that repeats', async () => {
    const run = await withStrip(mode, [laptop, beamer]);
    const timers = vi.getTimerCount();
    const { id } = stripOf(run);
    await run.windows.strip.hide();
    rest();
    expect(plain.inspect().windows.map((window) => window.id)).not.toContain(id);
    expect(run.window('projector')).toMatchObject({ filled: true, place: beamer.bounds });
    expect(run.windows.strip.isOn()).toBe(false);
    expect(vi.getTimerCount()).toBe(timers - 1);
  });

  test('a projector that was closed stays closed after it', async () => {
    const run = await openWindows(mode, [laptop, beamer]);
    await run.windows.strip.show('top');
    rest();
    expect(stripOf(run).place).toMatchObject({ x: 1366, y: 0 });
    await run.windows.strip.hide();
    rest();
    expect(run.windows.all('projector')).toEqual([]);
  });

  test('opening the projector, or closing it, ends the strip', async () => {
    const run = await withStrip(mode, [laptop, beamer]);
    await run.windows.open('projector', '2');
    rest();
    expect(run.windows.all('projector')).toHaveLength(1);
    expect(run.window('projector').filled).toBe(true);
    await run.windows.strip.show('top');
    run.windows.close('projector');
    rest();
    expect(run.windows.all('projector')).toEqual([]);
    expect(run.windows.strip.isOn()).toBe(false);
  });

  test('on, off and on at once: the last counts, and there is one window', async () => {
    const run = await withStrip(mode, [laptop, beamer]);
    await Promise.all([run.windows.strip.hide(), run.windows.strip.show('top'), run.windows.strip.show('bottom')]);
    rest();
    expect(stripOf(run).place).toMatchObject({ y: 684, height: 84 });
    // Closed by the system.
    stripOf(run).destroy();
    expect(run.windows.strip.isOn()).toBe(false);
  });
});

test('where windows cannot be placed there is no strip', async () => {
  const run = await openWindows('wayland', [laptop, beamer]);
  expect(run.windows.canPlace).toBe(false);
});
