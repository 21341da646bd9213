import { expect, it, vi } from 'vitest';
import { actionChain } from '#renderer/desk/kernel/keys/action-chain.ts';

it('runs one action after another, also after one that failed, and reports that one', async () => {
  const told: unknown[] = [];
  const chain = actionChain((error) => told.push(error));
  const done: string[] = [];
  const failure = new Error('refused');
  let finishFirst: (value: unknown) => void = () => undefined;
  const first = new Promise((resolve) => {
    finishFirst = resolve;
  });
  chain.add(() => first.then(() => void done.push('first')));
  chain.add(() => Promise.reject(failure));
  chain.add(async () => void done.push('third'));
  await Promise.resolve();
  expect(done).toEqual([]);
  finishFirst(null);
  await vi.waitFor(() => expect(done).toEqual(['first', 'third']));
  expect(told).toEqual([failure]);
});
