import { expect, test } from 'vitest';
import { leaving } from '#main/hosts/browser/leaving.ts';

const FULL = new Error('full');

/** The steps of leaving, with saving that fails until it is mended. */
function rig() {
  const steps: unknown[] = [];
  let time = 0;
  let isFull = true;
  const leave = leaving({
    async stop() {
      await Promise.resolve();
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
    async at(ms: number, ...asked: ('asked' | 'forced')[]): Promise<void> {
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
