import { expect, it } from 'vitest';
import { ANSWER_LIMIT, answerWatch } from '#renderer/client/answer-watch.ts';
import { steppedTimers } from '../../../support/stepped-timers.ts';

it('counts what waits once the oldest has waited too long, until it is answered', async () => {
  const { timers, advance } = steppedTimers();
  const watch = answerWatch(timers.now, (run, ms) => void timers.later(run, ms));
  const told: number[] = [];
  watch.subscribe(() => told.push(watch.late()));
  const answers: (() => void)[] = [];
  const call = () => watch.watch(new Promise<void>((resolve) => answers.push(resolve)));
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await Promise.resolve();
  };
  void call();
  advance(ANSWER_LIMIT - 1);
  await answer();
  advance(ANSWER_LIMIT);
  expect(told).toEqual([]);
  void call();
  advance(ANSWER_LIMIT - 1);
  void call();
  expect(watch.late()).toBe(0);
  advance(1);
  expect(watch.late()).toBe(2);
  // The second is still well in time.
  await answer();
  expect(watch.late()).toBe(0);
  advance(ANSWER_LIMIT);
  expect(watch.late()).toBe(1);
  await answer();
  expect(told).toEqual([2, 0, 1, 0]);
});

it('hands on how a call ended, and counts one that failed as ended', async () => {
  const { timers, advance } = steppedTimers();
  const watch = answerWatch(timers.now, (run, ms) => void timers.later(run, ms));
  await expect(watch.watch(Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  advance(ANSWER_LIMIT);
  expect(watch.late()).toBe(0);
});
