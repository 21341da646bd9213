import { expect, test } from 'vitest';
import { instant } from '#core/time/units.ts';
import { type SaveQueue, saveQueue } from '#main/meeting/save-queue.ts';

interface Rig {
  readonly queue: SaveQueue;
  /** One for each write under way or done; settling it ends the write. */
  readonly writes: { done(): Promise<void>; fail(message: string): Promise<void> }[];
  readonly states: ReturnType<SaveQueue['state']>[];
  /** Lets the waiting retry happen. */
  retry(): void;
  retriesWaiting(): number;
}

/** Microtasks only: nothing here waits for real time. */
const settle = async () => {
  for (let n = 0; n < 10; n += 1) await Promise.resolve();
};

function rig(): Rig {
  const writes: Rig['writes'] = [];
  const states: Rig['states'] = [];
  const waiting: (() => void)[] = [];
  const queue = saveQueue({
    write: () =>
      new Promise((resolve, reject) => {
        writes.push({
          done: async () => {
            resolve();
            await settle();
          },
          fail: async (message) => {
            reject(new Error(message));
            await settle();
          },
        });
      }),
    onState: () => states.push(queue.state()),
    now: () => instant(1000),
    wait: (_ms, then) => {
      waiting.push(then);
      return { cancel: () => waiting.splice(waiting.indexOf(then), 1) };
    },
  });
  return {
    queue,
    writes,
    states,
    retry: () => {
      for (const then of waiting.splice(0)) then();
    },
    retriesWaiting: () => waiting.length,
  };
}

test('a change is durable only when its write has returned', async () => {
  const { queue, writes } = rig();
  queue.changed();
  expect(queue.state()).toMatchObject({ seq: 1, durable: 0, at: null });
  await writes[0]?.done();
  expect(queue.state()).toMatchObject({ seq: 1, durable: 1, at: 1000 });
});

test('changes that come during a write share the next one, and are not called durable by the first', async () => {
  const { queue, writes } = rig();
  queue.changed();
  queue.changed();
  queue.changed();
  expect(writes).toHaveLength(1);
  await writes[0]?.done();
  expect(queue.state()).toMatchObject({ seq: 3, durable: 1 });
  expect(writes).toHaveLength(2);
  await writes[1]?.done();
  expect(queue.state()).toMatchObject({ seq: 3, durable: 3 });
  expect(writes).toHaveLength(2);
});

test('a failed write is said, kept and tried again until it succeeds', async () => {
  const { queue, writes, retry, states } = rig();
  queue.changed();
  await writes[0]?.fail('ENOSPC: no space left on device');
  expect(queue.state()).toMatchObject({
    durable: 0,
    failing: { code: 'saveFailed', detail: 'ENOSPC: no space left on device' },
  });
  expect(states.at(-1)?.failing).not.toBeNull();
  queue.changed();
  expect(writes).toHaveLength(1);
  retry();
  await settle();
  await writes[1]?.done();
  expect(queue.state()).toMatchObject({ seq: 2, durable: 2, failing: null });
});

test('flush waits for everything, and rejects while saving fails', async () => {
  const { queue, writes } = rig();
  queue.changed();
  let flushed = false;
  const flushing = queue.flush().then(() => {
    flushed = true;
  });
  queue.changed();
  await writes[0]?.done();
  expect(flushed).toBe(false);
  await writes[1]?.done();
  await flushing;
  expect(flushed).toBe(true);

  queue.changed();
  await writes[2]?.fail('EIO');
  const failed = queue.flush();
  const expectation = expect(failed).rejects.toThrow('EROFS');
  await settle();
  await writes[3]?.fail('EROFS');
  await expectation;
});

test('after stop a failure is no longer tried again', async () => {
  const { queue, writes, retriesWaiting } = rig();
  queue.changed();
  queue.stop();
  await writes[0]?.fail('EIO');
  expect(retriesWaiting()).toBe(0);
});
