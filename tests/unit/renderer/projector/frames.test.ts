import { expect, it } from 'vitest';
import { type Duration, instant, mono } from '#core/time/units.ts';
import type { ProjectorView } from '#core/views/projector.ts';
import { type Frame, frameStore } from '#renderer/projector/frames.ts';
import { running } from '../../../support/projector-views.ts';

const NOW = Date.parse('2021-05-17T01:42:10Z');

/** The view `ms` later. */
const frameAt = (view: ProjectorView, ms: number): Frame => ({
  view,
  beat: { mono: mono(ms), now: instant(NOW + ms) },
  connected: true,
});

const turn: ProjectorView = { ...running, clock: { spent: 0 as Duration, anchor: mono(0), added: 0 as Duration } };

/** How the screen hears of frames that come one after the other: drawn anew, or the seconds alone. */
function heard(...frames: Frame[]): string[] {
  const [first, ...others] = frames;
  if (first === undefined) return [];
  const store = frameStore(first);
  const found: string[] = [];
  store.subscribe(() => found.push('all'));
  store.onSecond(() => found.push('seconds'));
  for (const frame of others) {
    store.next(frame);
    expect(store.now()).toBe(frame);
  }
  return found;
}

it('draws nothing anew for a second', () => {
  expect(heard(frameAt(turn, 1000), frameAt(turn, 2000), frameAt(turn, 3000))).toEqual(['seconds', 'seconds']);
});

it('draws the screen anew for another view, a lost connection, the next minute and another phase', () => {
  const before = frameAt(turn, 1000);
  expect(heard(before, frameAt({ ...turn }, 2000))).toEqual(['all']);
  expect(heard(before, { ...before, connected: false })).toEqual(['all']);
  expect(heard(before, frameAt(turn, 51_000))).toEqual(['all']);
  const soft = running.limits.soft ?? Number.NaN;
  expect(heard(frameAt(turn, soft - 500), frameAt(turn, soft + 500))).toEqual(['all']);
});

it('keeps the frame that was drawn until another is', () => {
  const first = frameAt(turn, 1000);
  const store = frameStore(first);
  store.next(frameAt(turn, 2000));
  expect(store.current()).toBe(first);
});
