import { expect, test } from 'vitest';
import { leaving } from '#main/hosts/browser/leaving.ts';

const FULL = new Error('full');

/** The steps of leaving, with saving that fails until it is mended. */
function rig({ takes = 0 } = {}) {
  const steps: (readonly ['stay' | 'stay without a desk' | 'exit', unknown])[] = [];
  let time = 0;
  let isFull = true;
  const leave = leaving({
    async stop() {
      await Promise.resolve();
      time += takes;
      if (isFull) throw FULL;
    },
    stay: (problem, opensDesk) => void steps.push([opensDesk ? 'stay' : 'stay without a desk', problem]),
    exit: async (problem) => void steps.push(['exit', problem]),
    report: () => undefined,
    now: () => time,
  });
  return {
    steps,
    mend: () => {
      isFull = false;
    },
    async at(ms: number, ...asked: ('asked' | 'deskEnded' | 'forced')[]): Promise<void> {
      time = ms;
      for (const how of asked) leave[how]();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('what is not saved keeps the application running until the operator asks once more', async () => {
  const { steps, at } = rig();
  await at(0, 'asked');
  expect(steps).toEqual([['stay', FULL]]);
  await at(60_000, 'asked');
  expect(steps).toEqual([
    ['stay', FULL],
    ['exit', FULL],
  ]);
});

test('one Ctrl+C that arrives twice asks once, whether the first is still being tried or not', async () => {
  const { steps, at } = rig();
  await at(0, 'asked', 'asked');
  await at(20, 'asked');
  expect(steps).toEqual([['stay', FULL]]);
});

test('much later it is a first request again: something may have been saved since', async () => {
  const { steps, at } = rig();
  await at(0, 'asked');
  await at(600_000, 'asked');
  expect(steps).toEqual([
    ['stay', FULL],
    ['stay', FULL],
  ]);
});

test('once there is room it leaves at the next request, however soon that comes', async () => {
  const { steps, at, mend } = rig();
  await at(0, 'asked');
  mend();
  await at(10, 'asked');
  expect(steps.at(-1)).toEqual(['exit', null]);
});

test('a system that ends the session is not asked, even while the operator’s request is being tried', async () => {
  const { steps, at } = rig();
  await at(0, 'asked', 'forced');
  expect(steps).toEqual([['exit', FULL]]);
});

test('the end of the desk’s window never means leaving without saving: it is opened again, however late it ends', async () => {
  for (const late of [300, 1300, 60_000, 600_000]) {
    const { steps, at } = rig();
    // The terminal's Ctrl+C reaches the window too, and the window that is opened again may crash.
    await at(0, 'asked');
    await at(late, 'deskEnded');
    await at(late + 2000, 'deskEnded');
    expect(steps).toEqual([
      ['stay', FULL],
      ['stay', FULL],
      ['stay', FULL],
    ]);
  }
});

test('whoever reads why the window came back may leave with one Ctrl+C, also just after it ended once more', async () => {
  const { steps, at } = rig();
  await at(0, 'deskEnded');
  await at(4000, 'deskEnded');
  await at(4500, 'asked');
  expect(steps.map(([what]) => what)).toEqual(['stay', 'stay', 'exit']);
});

test('a request counts from when it came, however long saving tries', async () => {
  const { steps, at } = rig({ takes: 30_000 });
  await at(0, 'asked');
  // Half a second after it was said: the same press, or not read yet.
  await at(30_500, 'asked');
  expect(steps).toEqual([['stay', FULL]]);
  const later = rig({ takes: 30_000 });
  await later.at(0, 'asked');
  await later.at(140_000, 'asked');
  expect(later.steps.map(([what]) => what)).toEqual(['stay', 'exit']);
});

test('a window that ends while a request is tried is opened again by what comes of that', async () => {
  const { steps, at } = rig();
  await at(0, 'asked', 'deskEnded');
  expect(steps).toEqual([['stay', FULL]]);
});

test('a window that ends again and again is left closed, until it has not ended for a while or somebody asks', async () => {
  const { steps, at } = rig();
  const said = (): string[] => steps.splice(0).map(([what]) => what);
  for (const ms of [0, 5000, 10_000]) await at(ms, 'deskEnded');
  expect(said()).toEqual(['stay', 'stay', 'stay']);
  await at(15_000, 'deskEnded');
  // Opened by hand, and no better.
  await at(110_000, 'deskEnded');
  expect(said()).toEqual(['stay without a desk', 'stay without a desk']);
  await at(300_000, 'deskEnded');
  expect(said()).toEqual(['stay']);

  const other = rig();
  for (const ms of [0, 5000, 10_000, 15_000]) await other.at(ms, 'deskEnded');
  await other.at(15_100, 'asked');
  expect(other.steps.map(([what]) => what).slice(3)).toEqual(['stay without a desk', 'exit']);
});

test('what the operator asks for opens the desk, however often its window ended', async () => {
  const { steps, at } = rig();
  for (const ms of [0, 100, 200, 300]) await at(ms, 'deskEnded');
  await at(130_000, 'asked');
  expect(steps.at(-1)).toEqual(['stay', FULL]);
});
