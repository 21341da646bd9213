import { describe, expect, test, vi } from 'vitest';
import { overlap } from '#core/displays/rect.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { DisplayDouble, Inspection, Rect } from '../doubles/electron/link.ts';
import { canReach, DISPLAY_ROOMS, type DisplayRoom, displayOf } from '../support/display-rooms.ts';
import { type ElectronRun, electronSuite } from './electron-run.ts';

const { start } = electronSuite();

const laptop = displayOf(1, [1366, 768], { label: 'Panel laptop', internal: true });
const beamer = displayOf(2, [1024, 768], { label: 'EPSON PJ', at: [1366, 0] });
const television = displayOf(3, [1920, 1080], { label: 'TV', at: [2390, 0] });

const withDisplays = (displays: readonly DisplayDouble[], data?: string) =>
  start({ env: { EKSPOSE_DOUBLE_DISPLAYS: JSON.stringify(displays) }, ...(data === undefined ? {} : { data }) });
const openProjector = (run: ElectronRun, displayId: string | null = null) =>
  run.page('desk').evaluate((id) => window.ekspose?.ask('projector.open', { displayId: id }), displayId);
const hostOf = async (run: ElectronRun): Promise<DeskView['host']> => {
  const hello = await run.page('desk').evaluate(() => window.ekspose?.hello());
  if (hello?.audience !== 'desk') throw new Error(JSON.stringify(hello));
  return (hello.view as DeskView).host;
};
type WindowState = Inspection['windows'][number];
const windowOf = (windows: readonly WindowState[], name: string): WindowState => {
  const found = windows.find(({ url }) => url.endsWith(`/${name}.html`));
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
const look = async (run: ElectronRun) => {
  const { windows } = await run.inspect();
  return { desk: windowOf(windows, 'desk'), projector: windowOf(windows, 'projector') };
};

/** What must hold in any room: the desk in reach, never under the projector. */
function expectSafe(displays: readonly DisplayDouble[], desk: Rect, projector: { bounds: Rect; fullScreen: boolean }) {
  expect(canReach(displays, desk, projector.bounds)).toBe(true);
  if (!projector.fullScreen) return;
  expect(displays.map(({ bounds }) => bounds)).toContainEqual(projector.bounds);
  expect(overlap(desk, projector.bounds)).toBe(0);
}

describe('in every room, one after the other while the projector is open', () => {
  test.each(['forwards', 'backwards', 'with a plain desk'] as const)('%s', async (way) => {
    const rooms = way === 'backwards' ? DISPLAY_ROOMS.toReversed() : DISPLAY_ROOMS;
    const run = await withDisplays(rooms[0]?.displays ?? []);
    await openProjector(run);
    if (way === 'with a plain desk') {
      const bounds = { x: 380, y: 60, width: 980, height: 620 };
      await run.main.call('userMove', { id: run.id('desk'), bounds });
    }
    let before = 0;
    for (const { name, displays } of rooms) {
      const event = displays.length > before ? 'added' : displays.length < before ? 'removed' : 'metrics';
      before = displays.length;
      await run.main.call('setDisplays', { displays: [...displays], event });
      await vi.waitFor(async () => {
        const { desk, projector } = await look(run);
        expectSafe(displays, desk.bounds, projector);
        // Settled: what the desk is told is what the windows are.
        const { placing } = await hostOf(run);
        expect(placing?.fills, name).toBe(projector.fullScreen);
        const on = displays.find(({ id }) => String(id) === placing?.projector);
        if (projector.fullScreen) expect(projector.bounds, name).toEqual(on?.bounds);
        else expect(overlap(projector.bounds, on?.workArea ?? laptop.bounds), name).toBeGreaterThan(0);
      }, 10_000);
    }
  });
});

/** Opens the projector in a room while the desk is on its primary display. */
async function expectOpens(run: ElectronRun, { displays, wanted, projector: place, name }: DisplayRoom) {
  await openProjector(run, wanted ?? null);
  await vi.waitFor(async () => {
    const { desk, projector } = await look(run);
    expect(projector.fullScreen, name).toBe(place.fills);
    expectSafe(displays, desk.bounds, projector);
    expect(projector).toMatchObject({ focused: false, visible: true });
  }, 10_000);
  expect((await hostOf(run)).placing, name).toMatchObject({ projector: place.on, fills: place.fills });
}

test.each(DISPLAY_ROOMS.filter(({ wanted }) => wanted !== undefined).map((room) => [room.name, room] as const))(
  'the projector opens: %s',
  async (_name, room) => expectOpens(await withDisplays(room.displays), room),
);

test('the projector opens in every room where nothing was chosen', async () => {
  const rooms = DISPLAY_ROOMS.filter(({ wanted }) => wanted === undefined);
  const run = await withDisplays(rooms[0]?.displays ?? []);
  for (const room of rooms) {
    await run.main.call('setDisplays', { displays: [...room.displays], event: 'metrics' });
    const home = room.displays[0]?.workArea ?? laptop.workArea;
    await run.main.call('userMove', { id: run.id('desk'), bounds: home });
    await expectOpens(run, room);
    await run.page('desk').evaluate(() => window.ekspose?.ask('projector.close', {}));
    await vi.waitFor(async () => expect((await run.inspect()).windows).toHaveLength(1));
  }
});

describe('a display that was chosen', () => {
  test('is the projector’s again on the next day, though it has another id', async () => {
    const first = await withDisplays([laptop, beamer, television]);
    await openProjector(first, '3');
    await vi.waitFor(async () => expect((await look(first)).projector.bounds).toEqual(television.bounds));
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const moved = { ...television, id: 44, bounds: { ...television.bounds, x: -1920 } };
    const second = await withDisplays([laptop, { ...beamer, id: 43 }, moved], first.data);
    await openProjector(second);
    await vi.waitFor(async () =>
      expect((await look(second)).projector).toMatchObject({ fullScreen: true, bounds: moved.bounds }),
    );
  });

  test('is taken again when it comes back while the projector is open', async () => {
    const run = await withDisplays([laptop, beamer, television]);
    await openProjector(run, '3');
    await run.main.call('setDisplays', { displays: [laptop, beamer], event: 'removed' });
    await vi.waitFor(async () => expect((await look(run)).projector.bounds).toEqual(beamer.bounds));
    await run.main.call('setDisplays', { displays: [laptop, beamer, { ...television, id: 9 }], event: 'added' });
    await vi.waitFor(async () =>
      expect((await look(run)).projector).toMatchObject({ fullScreen: true, bounds: television.bounds }),
    );
  });
});

test('a display that goes and returns in one breath is filled again, wherever the system put the window meanwhile', async () => {
  const run = await withDisplays([laptop, beamer]);
  await openProjector(run);
  await vi.waitFor(async () => expect((await look(run)).projector.fullScreen).toBe(true));
  await Promise.all([
    run.main.call('setDisplays', { displays: [laptop], event: 'removed' }),
    run.main.call('setDisplays', { displays: [laptop, beamer], event: 'added' }),
  ]);
  await vi.waitFor(async () =>
    expect((await look(run)).projector).toMatchObject({ fullScreen: true, bounds: beamer.bounds }),
  );
});

test('the loss of the projector’s display is told to the desk until it has one again', async () => {
  const run = await withDisplays([laptop, beamer]);
  await openProjector(run);
  const room = { width: expect.any(Number), height: expect.any(Number) };
  expect((await hostOf(run)).placing).toEqual({ desk: '1', projector: '2', fills: true, lost: false, room });
  await run.main.call('setDisplays', { displays: [laptop], event: 'removed' });
  await vi.waitFor(async () =>
    expect((await hostOf(run)).placing).toEqual({ desk: '1', projector: '1', fills: false, lost: true, room }),
  );
  await run.main.call('setDisplays', { displays: [laptop, beamer], event: 'added' });
  await vi.waitFor(async () => expect((await hostOf(run)).placing).toMatchObject({ fills: true, lost: false }));
});

test('the desk is told how large the room’s page is, so that its picture is laid out alike', async () => {
  const run = await withDisplays([laptop, beamer]);
  expect((await hostOf(run)).placing?.room).toBeNull();
  await openProjector(run);
  const { width, height } = beamer.bounds;
  await vi.waitFor(async () => expect((await hostOf(run)).placing?.room).toEqual({ width, height }));
  await run.main.call('setDisplays', { displays: [laptop], event: 'removed' });
  await vi.waitFor(async () => {
    const { bounds } = (await look(run)).projector;
    expect((await hostOf(run)).placing?.room).toEqual({ width: bounds.width, height: bounds.height });
    expect(bounds.width).toBeLessThan(laptop.bounds.width);
  });
});

test('a projector makes room when the desk is carried to its display', async () => {
  const run = await withDisplays([laptop, beamer]);
  await openProjector(run);
  await vi.waitFor(async () => expect((await look(run)).projector.bounds).toEqual(beamer.bounds));
  await run.main.call('userMove', {
    id: run.id('desk'),
    bounds: { x: 1400, y: 40, width: 900, height: 620 },
  });
  await vi.waitFor(async () => {
    const { desk, projector } = await look(run);
    expect(projector).toMatchObject({ fullScreen: true, bounds: laptop.bounds });
    expectSafe([laptop, beamer], desk.bounds, projector);
  });
});

describe('the displays are made known', () => {
  const labels = async (run: ElectronRun) =>
    (await run.inspect()).windows.filter(({ url }) => url.includes('/document/'));
  const identify = (run: ElectronRun) => run.page('desk').evaluate(() => window.ekspose?.ask('displays.identify', {}));

  test('by a number on each, which takes neither keyboard nor mouse, until a key is struck', async () => {
    const displays = [laptop, { ...beamer, bounds: { ...beamer.bounds, x: -1024 } }, television];
    const run = await withDisplays(displays);
    await openProjector(run);
    expect(await identify(run)).toMatchObject({ ok: true });
    const shown = await labels(run);
    expect(shown).toHaveLength(3);
    for (const label of shown) {
      expect(label).toMatchObject({ visible: true, focused: false, alwaysOnTop: true, takesMouse: false });
      expect(label.options).toMatchObject({ frame: false, focusable: false, skipTaskbar: true });
      expect(label.options.webPreferences).toMatchObject({ javascript: false, sandbox: true });
    }
    expect((await look(run)).desk.focused).toBe(true);
    const texts = await Promise.all(
      run.windows
        .pages()
        .filter((page) => page.url().includes('/document/'))
        .map((page) => page.locator('body').innerText()),
    );
    // From left to right, as the desk lists them.
    expect(texts.map((text) => text.split(/\s*\n\s*/))).toEqual([
      ['1', 'EPSON PJ', '1024 × 768'],
      ['2', 'Panel laptop', '1366 × 768'],
      ['3', 'TV', '1920 × 1080'],
    ]);
    expect((await hostOf(run)).displays.map(({ label }) => label)).toEqual(['EPSON PJ', 'Panel laptop', 'TV']);
    expect(await run.main.call('key', { id: run.id('desk'), key: 'F8', control: false })).toBe(false);
    expect(await labels(run)).toEqual([]);
  });

  test('for some seconds', async () => {
    const run = await withDisplays([laptop, beamer]);
    await identify(run);
    expect(await labels(run)).toHaveLength(2);
    await vi.waitFor(async () => expect(await labels(run)).toEqual([]), 10_000);
  });

  test('anew at a second asking, and not when a display goes', async () => {
    const run = await withDisplays([laptop, beamer]);
    await Promise.all([identify(run), identify(run)]);
    expect(await labels(run)).toHaveLength(2);
    await run.main.call('setDisplays', { displays: [laptop], event: 'removed' });
    await vi.waitFor(async () => expect(await labels(run)).toEqual([]));
  });
});

test('the desk fills its display and is a window again when the page asks', async () => {
  const run = await withDisplays([laptop]);
  await openProjector(run);
  const fill = (on: boolean) => run.page('desk').evaluate((to) => window.ekspose?.ask('desk.fill', { on: to }), on);
  expect(await fill(true)).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect((await look(run)).desk.fullScreen).toBe(true));
  // Plugging in a projector meanwhile moves the projector's window and leaves the desk as it is.
  await run.main.call('setDisplays', { displays: [laptop, beamer], event: 'added' });
  await vi.waitFor(async () => expect((await look(run)).projector.bounds).toEqual(beamer.bounds));
  expect((await look(run)).desk).toMatchObject({ fullScreen: true, bounds: laptop.bounds });
  await fill(false);
  await vi.waitFor(async () => expect((await look(run)).desk.fullScreen).toBe(false));
});
