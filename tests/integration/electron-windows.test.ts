import { expect as onPage } from '@playwright/test';
import { describe, expect, test, vi } from 'vitest';
import type { DisplayDouble } from '../doubles/electron/link.ts';
import { type ElectronRun, electronSuite, startElectron } from './electron-run.ts';

const suite = electronSuite();
const { start } = suite;

const openProjector = (run: ElectronRun, displayId: string | null = null) =>
  run.page('desk').evaluate((id) => window.ekspose?.ask('projector.open', { displayId: id }), displayId);
const projectorOf = async (run: ElectronRun) =>
  (await run.inspect()).windows.find(({ url }) => url.endsWith('/projector.html'));

const laptop: DisplayDouble = {
  id: 1,
  label: 'Laptop',
  internal: true,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1366, height: 768 },
  workArea: { x: 0, y: 0, width: 1366, height: 728 },
};
const beamer: DisplayDouble = {
  ...laptop,
  id: 2,
  label: 'Proyektor',
  internal: false,
  bounds: { x: 1366, y: 0, width: 1024, height: 768 },
  workArea: { x: 1366, y: 0, width: 1024, height: 768 },
};

describe('the desk', () => {
  test('opens maximised and in front', async () => {
    const run = await start();
    const [desk] = (await run.inspect()).windows;
    expect(desk).toMatchObject({ bounds: laptop.workArea, focused: true, fullScreen: false });
  });

  test('is brought to the front by a second start, which ends by itself', async () => {
    const first = await start();
    await openProjector(first);
    await first.main.call('userFocus', { id: first.id('projector') });
    expect((await first.inspect()).windows[0]?.focused).toBe(false);
    const second = await startElectron(suite.browser, suite.dist, { data: first.data });
    expect(await second.ended).toBe(0);
    expect(first.process.exitCode).toBeNull();
    await vi.waitFor(async () => expect((await first.inspect()).windows[0]?.focused).toBe(true));
  });

  test('ends the application when it is closed, in order', async () => {
    const run = await start();
    await openProjector(run);
    await run.main.call('userClose', { id: run.id('desk') });
    expect(await run.ended).toBe(0);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the application in order', async (signal) => {
    const run = await start();
    run.process.kill(signal);
    expect(await run.ended).toBe(0);
  });

  test('zooms by keys, the projector does not; F11 fills the display and leaves it', async () => {
    const run = await start();
    await openProjector(run);
    const desk = run.id('desk');
    expect(await run.main.call('key', { id: desk, key: '+', control: true })).toBe(true);
    expect(await run.main.call('key', { id: desk, key: 'r', control: true })).toBe(false);
    expect(await run.main.call('key', { id: run.id('projector'), key: '+', control: true })).toBe(false);
    expect((await run.inspect()).windows.map(({ zoomLevel }) => zoomLevel)).toEqual([0.5, 0]);
    await run.main.call('key', { id: desk, key: '0', control: true });
    for (let n = 0; n < 20; n += 1) await run.main.call('key', { id: desk, key: '-', control: true });
    expect((await run.inspect()).windows[0]?.zoomLevel).toBe(-3);
    await run.main.call('key', { id: desk, key: 'F11', control: false });
    await vi.waitFor(async () => expect((await run.inspect()).windows[0]?.fullScreen).toBe(true));
    await run.main.call('key', { id: desk, key: 'F11', control: false });
    await vi.waitFor(async () => expect((await run.inspect()).windows[0]?.fullScreen).toBe(false));
  });

  test('is loaded again after its page has died, with the same state', async () => {
    const run = await start();
    await run.page('desk').evaluate(() => window.ekspose?.ask('sample.create', {}));
    const dead = run.page('desk');
    dead.goto('chrome://crash').catch(() => undefined);
    await vi.waitFor(() => expect(run.page('desk')).not.toBe(dead), 10_000);
    await onPage(run.page('desk').locator('p')).toHaveText('desk');
    const hello = await run.page('desk').evaluate(() => window.ekspose?.hello());
    expect(hello?.view).toHaveProperty('meeting.title');
  });
});

describe('the projector', () => {
  test('fills the second display and leaves the keyboard to the desk', async () => {
    const run = await start();
    expect(await openProjector(run)).toEqual({ ok: true, value: { url: null } });
    await vi.waitFor(async () =>
      expect(await projectorOf(run)).toMatchObject({ fullScreen: true, bounds: beamer.bounds }),
    );
    expect(await projectorOf(run)).toMatchObject({ visible: true, focused: false });
    expect(await run.page('projector').evaluate(() => [innerWidth, innerHeight])).toEqual([1024, 768]);
  });

  test('leaves full screen when its display is taken away, and comes back to it', async () => {
    const run = await start();
    await openProjector(run);
    await vi.waitFor(async () => expect((await projectorOf(run))?.fullScreen).toBe(true));
    await run.main.call('setDisplays', { displays: [laptop], event: 'removed' });
    await vi.waitFor(async () => expect((await projectorOf(run))?.fullScreen).toBe(false));
    const alone = await projectorOf(run);
    expect((alone?.bounds.x ?? 0) + (alone?.bounds.width ?? 0)).toBeLessThanOrEqual(1366);
    expect(alone?.bounds.y).toBeGreaterThan(200);
    await run.main.call('setDisplays', { displays: [laptop, beamer], event: 'added' });
    await vi.waitFor(async () =>
      expect(await projectorOf(run)).toMatchObject({ fullScreen: true, bounds: beamer.bounds }),
    );
  });

  test('follows its display when that changes its size', async () => {
    const run = await start();
    await openProjector(run);
    await vi.waitFor(async () => expect((await projectorOf(run))?.fullScreen).toBe(true));
    const larger = { ...beamer, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } };
    await run.main.call('setDisplays', { displays: [laptop, larger], event: 'metrics' });
    await vi.waitFor(async () =>
      expect(await projectorOf(run)).toMatchObject({ fullScreen: true, bounds: larger.bounds }),
    );
  });

  test('is a plain window where there is one display', async () => {
    const run = await start({ env: { EKSPOSE_DOUBLE_DISPLAYS: JSON.stringify([laptop]) } });
    await openProjector(run);
    expect(await projectorOf(run)).toMatchObject({ visible: true, fullScreen: false });
  });

  test('closes when the desk says so, and the desk is told', async () => {
    const run = await start();
    await openProjector(run);
    await vi.waitFor(() => expect(JSON.stringify(run.messages('desk'))).toContain('"projectorOpen":true'));
    await run.page('desk').evaluate(() => window.ekspose?.ask('projector.close', {}));
    await vi.waitFor(async () => expect(await projectorOf(run)).toBeUndefined());
    const last = JSON.stringify(run.messages('desk').at(-2)) + JSON.stringify(run.messages('desk').at(-1));
    expect(last).toContain('"projectorOpen":false');
  });
});

test('the display is kept awake while a meeting is open, and not before or after', async () => {
  const run = await start();
  const desk = run.page('desk');
  expect((await run.inspect()).blockers).toEqual([]);
  await desk.evaluate(() => window.ekspose?.ask('sample.create', {}));
  await desk.evaluate(async () => {
    const view = (await window.ekspose?.hello())?.view;
    const meeting = view !== undefined && 'meeting' in view ? view.meeting : null;
    await window.ekspose?.send({ type: 'turn.call', itemId: meeting?.agenda.order[0] ?? '' });
  });
  await vi.waitFor(async () => expect((await run.inspect()).blockers).toEqual(['prevent-display-sleep']));
  await desk.evaluate(() => window.ekspose?.ask('meeting.close', {}));
  expect((await run.inspect()).blockers).toEqual([]);
});
