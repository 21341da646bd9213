import { expect as onPage } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DeskView } from '#core/views/desk.ts';
import { displayOf } from '../support/display-arrangements.ts';
import { deskShown, type ElectronRun, electronSuite, forget, startElectron } from './electron-run.ts';

// How windows behave under each system is in tests/unit/main/hosts/electron; here are the real process and real pages.
const suite = electronSuite();

const ask = (
  run: ElectronRun,
  type: 'projector.open' | 'projector.close' | 'projector.strip' | 'settings.edit',
  payload: object = {},
) => run.page('desk').evaluate(([name, given]) => window.ekspose?.ask(name as never, given as never), [type, payload]);
const open = (run: ElectronRun, displayId: string | null = null) => ask(run, 'projector.open', { displayId });
const projectorOf = async (run: ElectronRun) =>
  (await run.inspect()).windows.find(({ url }) => url.endsWith('/projector.html'));
const hostOf = async (run: ElectronRun): Promise<DeskView['host']> => {
  const hello = await run.page('desk').evaluate(() => window.ekspose?.hello());
  if (hello?.audience !== 'desk') throw new Error(JSON.stringify(hello));
  return (hello.view as DeskView).host;
};

const laptop = displayOf(1, [1366, 768], { label: 'Panel laptop', internal: true });
const beamer = displayOf(2, [1024, 768], { label: 'EPSON PJ', at: [1366, 0] });
const television = displayOf(3, [1920, 1080], { label: 'TV', at: [2390, 0] });
const withDisplays = (displays: readonly object[]) => ({ EKSPOSE_DOUBLE_DISPLAYS: JSON.stringify(displays) });

describe('one run with the habits of Windows', () => {
  let run: ElectronRun;
  beforeAll(async () => {
    const env = { ...withDisplays([laptop, beamer]), EKSPOSE_DOUBLE_MODE: 'windows' };
    run = await startElectron(suite.browser, suite.dist, { env });
    await deskShown(run);
  });
  afterAll(async () => {
    run.process.kill('SIGKILL');
    await run.ended;
    forget(run.data);
  });

  test('the desk opens maximised and in front; its caches are where its data folder was chosen', async () => {
    const { windows, paths } = await run.inspect();
    expect(windows[0]).toMatchObject({ bounds: laptop.workArea, focused: true, fullScreen: false });
    expect(paths.sessionData).toBe(`${run.data}/electron`);
  });

  test('the projector fills the second display and leaves the keyboard to the desk', async () => {
    expect(await open(run)).toEqual({ ok: true, value: { url: null } });
    await vi.waitFor(async () =>
      expect(await projectorOf(run)).toMatchObject({ fullScreen: true, bounds: beamer.bounds }),
    );
    expect(await projectorOf(run)).toMatchObject({ visible: true, focused: false });
    await vi.waitFor(async () =>
      expect(await run.page('projector').evaluate(() => [innerWidth, innerHeight])).toEqual([1024, 768]),
    );
  });

  test('it comes back to its display after that was taken away, and the desk is told', async () => {
    await run.main.call('setDisplays', { displays: [laptop], event: 'removed' });
    await vi.waitFor(async () => expect((await hostOf(run)).placing).toMatchObject({ fills: false, lost: true }));
    await run.main.call('setDisplays', { displays: [laptop, beamer], event: 'added' });
    await vi.waitFor(async () => expect((await hostOf(run)).placing).toMatchObject({ fills: true, lost: false }));
    expect((await run.inspect()).calls.inEvent).toEqual([]);
    expect(run.output()).toBe('');
  });

  test('the strip takes the projector’s place at the edge of its display, is sent the projector’s view, and goes with its setting', async () => {
    await ask(run, 'projector.strip', { on: true });
    expect((await hostOf(run)).strip).toBe('off');
    await ask(run, 'settings.edit', { fields: { strip: 'bottom' } });
    await ask(run, 'projector.strip', { on: true });
    expect(await projectorOf(run)).toMatchObject({
      ...{ visible: true, focused: false, topLevel: 'screen-saver', fullScreen: false },
      bounds: { x: 1366, y: 684, width: 1024, height: 84 },
      options: { focusable: false, frame: false, transparent: false },
    });
    expect(await hostOf(run)).toMatchObject({ strip: 'on', projectorOpen: true });
    const strip = run.page('projector');
    expect(await strip.evaluate(async () => (await window.ekspose?.hello())?.view)).toMatchObject({ stage: 'strip' });
    // It is sent what changes, as the full window would be.
    const before = run.messages('projector').length;
    await ask(run, 'settings.edit', { fields: { theme: 'dark' } });
    await vi.waitFor(() =>
      expect(JSON.stringify(run.messages('projector').slice(before))).toContain('"stage":"strip"'),
    );
    await ask(run, 'settings.edit', { fields: { strip: 'top' } });
    await vi.waitFor(async () => expect((await projectorOf(run))?.bounds.y).toBe(0));

    await ask(run, 'settings.edit', { fields: { strip: 'off' } });
    await vi.waitFor(async () =>
      expect(await projectorOf(run)).toMatchObject({ fullScreen: true, bounds: beamer.bounds }),
    );
    expect((await run.inspect()).windows.filter(({ options }) => options.focusable === false)).toEqual([]);
    expect((await hostOf(run)).strip).toBe('off');
    expect((await run.inspect()).calls.inEvent).toEqual([]);
    expect(run.output()).toBe('');
  });

  test('each display shows its number above everything, taking neither keyboard nor mouse, until a key is struck', async () => {
    expect(await run.page('desk').evaluate(() => window.ekspose?.ask('displays.identify', {}))).toMatchObject({
      ok: true,
    });
    const labels = async () => (await run.inspect()).windows.filter(({ url }) => url.includes('/document/'));
    const shown = await labels();
    expect(shown).toHaveLength(2);
    for (const label of shown) {
      expect(label).toMatchObject({ visible: true, focused: false, topLevel: 'screen-saver', takesMouse: false });
      expect(label.options.webPreferences).toMatchObject({ javascript: false, sandbox: true });
    }
    const pages = run.windows.pages().filter((page) => page.url().includes('/document/'));
    const texts = await Promise.all(pages.map((page) => page.locator('body').innerText()));
    expect(texts.map((text) => text.split(/\s*\n\s*/))).toEqual([
      ['1', 'Panel laptop', '1366 × 768'],
      ['2', 'EPSON PJ', '1024 × 768'],
    ]);
    expect(await run.main.call('key', { id: run.id('desk'), key: 'F8' })).toBe(false);
    expect(await labels()).toEqual([]);
  });

  test('the desk zooms by keys, the projector does not', async () => {
    const desk = run.id('desk');
    expect(await run.main.call('key', { id: desk, key: '+', control: true, shift: true })).toBe(true);
    expect(await run.main.call('key', { id: desk, key: 'r', control: true })).toBe(false);
    // AltGr is control and alt: it types.
    expect(await run.main.call('key', { id: desk, key: '0', control: true, alt: true })).toBe(false);
    expect(await run.main.call('key', { id: run.id('projector'), key: '+', control: true })).toBe(false);
    expect((await run.inspect()).windows.map(({ zoomLevel }) => zoomLevel)).toEqual([0.5, 0]);
    for (let n = 0; n < 10; n += 1) await run.main.call('key', { id: desk, key: '-', control: true });
    expect((await run.inspect()).windows[0]?.zoomLevel).toBe(-3);
  });

  test('a second start brings the desk to the front and ends by itself', async () => {
    await run.main.call('userFocus', { id: run.id('projector') });
    const second = await startElectron(suite.browser, suite.dist, { data: run.data });
    expect(await second.ended).toBe(0);
    expect(run.process.exitCode).toBeNull();
    await vi.waitFor(async () => expect((await run.inspect()).windows[0]?.focused).toBe(true));
  });

  test('the projector closes when the desk says so, and the desk is told', async () => {
    await ask(run, 'projector.close');
    await vi.waitFor(async () => expect(await projectorOf(run)).toBeUndefined());
    await vi.waitFor(async () => expect((await hostOf(run)).projectorOpen).toBe(false));
  });

  test('the display is kept awake while a meeting is open, and not before or after', async () => {
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

  test('the desk is loaded again after its page has died', async () => {
    const dead = run.page('desk');
    dead.goto('chrome://crash').catch(() => undefined);
    await vi.waitFor(() => expect(run.page('desk')).not.toBe(dead), 10_000);
    await onPage(run.page('desk').locator('p')).toHaveText('desk');
    expect((await hostOf(run)).kind).toBe('electron');
  });
});

test('a display that was chosen is the projector’s again on the next day, though it has another id', async () => {
  const first = await suite.start({ env: withDisplays([laptop, beamer, television]) });
  await open(first, '3');
  await vi.waitFor(async () => expect((await projectorOf(first))?.bounds).toEqual(television.bounds));
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const moved = { ...television, id: 44, bounds: { ...television.bounds, x: -1920 } };
  const second = await suite.start({ env: withDisplays([laptop, { ...beamer, id: 43 }, moved]), data: first.data });
  await open(second);
  await vi.waitFor(async () =>
    expect(await projectorOf(second)).toMatchObject({ fullScreen: true, bounds: moved.bounds }),
  );
});

// electron/electron docs/breaking-changes.md, 38.0: native Wayland by default, where no program places a window.
test('under Wayland without XWayland nothing is filled unasked, and the desk says so', async () => {
  const env = { EKSPOSE_DOUBLE_MODE: 'wayland', XDG_SESSION_TYPE: 'wayland', DISPLAY: '' };
  const run = await suite.start({ env: { ...env, ...withDisplays([laptop, beamer]) } });
  await open(run);
  await vi.waitFor(async () => expect(await projectorOf(run)).toMatchObject({ visible: true, fullScreen: false }));
  expect(await hostOf(run)).toMatchObject({ strip: 'unable', displays: [], placing: { fills: false, byHand: true } });
});
