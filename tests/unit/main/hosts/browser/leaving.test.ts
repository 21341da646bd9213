import { expect, test } from 'vitest';
import { leaving } from '#main/hosts/browser/leaving.ts';

const FULL = new Error('full');

/** The steps of leaving, with saving that fails until it is mended. */
function rig({ takes = 0 } = {}) {
  const steps: (readonly ['stay' | 'exit', unknown])[] = [];
  let time = 0;
  let isFull = true;
  const leave = leaving({
    async stop() {
      await Promise.resolve();
      time += takes;
      if (isFull) throw FULL;
    },
    stay: (problem) => void steps.push(['stay', problem]),
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
