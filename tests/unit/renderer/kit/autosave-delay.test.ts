import { expect, it } from 'vitest';
import { LONGEST_MS, PAUSE_MS, typingPause } from '#renderer/kit/autosave-delay.ts';
import { steppedTimers } from '../../../support/stepped-timers.ts';

function typist() {
  const { timers, advance } = steppedTimers();
  const sent: number[] = [];
  let typed = 0;
  const told: boolean[] = [];
  const pause = typingPause(
    () => sent.push(typed),
    timers,
    (isTyping) => told.push(isTyping),
  );
  const key = (): void => {
    typed += 1;
    pause.typed();
  };
  return { pause, sent, told, key, advance };
}

it('sends once, a pause after the last key', () => {
  const { sent, key, advance, pause } = typist();
  key();
  advance(PAUSE_MS - 1);
  key();
  advance(PAUSE_MS - 1);
  expect(sent).toEqual([]);
  expect(pause.waiting).toBe(true);
  advance(1);
  advance(10_000);
  expect(sent).toEqual([2]);
  expect(pause.waiting).toBe(false);
});

it('sends under typing without any pause, and what was typed is never older than the bound', () => {
  const { sent, key, advance } = typist();
  for (let typed = 1; typed <= 100; typed += 1) {
    key();
    advance(50);
  }
  expect(sent.length).toBeGreaterThanOrEqual(Math.floor(5000 / LONGEST_MS));
  const keysPerSave = sent.map((typed, index) => typed - (sent[index - 1] ?? 0));
  expect(Math.max(...keysPerSave)).toBeLessThanOrEqual(LONGEST_MS / 50 + 1);
});

it('sends nothing that was called off', () => {
  const { sent, key, advance, pause } = typist();
  key();
  pause.cancel();
  advance(10_000);
  expect(sent).toEqual([]);
});

it('tells of typing from the first key to a pause after the last, however often it sends meanwhile', () => {
  const { sent, told, key, advance, pause } = typist();
  for (let typed = 1; typed <= 60; typed += 1) {
    key();
    advance(50);
  }
  expect(sent.length).toBeGreaterThan(2);
  expect(told).toEqual([true]);
  advance(PAUSE_MS);
  expect(told).toEqual([true, false]);
  expect(sent.at(-1)).toBe(60);
  advance(10_000);
  expect(told).toEqual([true, false]);
  key();
  pause.cancel();
  expect(told).toEqual([true, false, true, false]);
});

it('sets no timer for a letter while another one runs', () => {
  const { timers } = steppedTimers();
  let set = 0;
  const later: typeof timers.later = (run, ms) => {
    set += 1;
    return timers.later(run, ms);
  };
  const pause = typingPause(() => undefined, { ...timers, later });
  for (let typed = 1; typed <= 5; typed += 1) pause.typed();
  expect(set).toBe(1);
});
