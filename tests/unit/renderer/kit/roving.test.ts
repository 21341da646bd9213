import { expect, it } from 'vitest';
import { gridStep, rovingStep } from '#renderer/kit/roving.ts';

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowDown', 4, 0],
  ['ArrowLeft', 0, 4],
  ['ArrowUp', 3, 2],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['Enter', 1, null],
])('%s goes from control %i of five to %s', (key, at, to) => {
  expect(rovingStep(key, at, 5)).toBe(to);
});

it('goes nowhere where there is nothing', () => {
  expect(rovingStep('End', -1, 0)).toBeNull();
});

it.each([
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 4, 3],
  ['ArrowDown', 3, 7],
  ['ArrowUp', 7, 3],
  ['ArrowDown', 8, null],
  ['ArrowLeft', 0, null],
  ['ArrowRight', 9, null],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['Enter', 5, null],
])('in lines of four, %s goes from %i of ten to %s', (key, at, to) => {
  expect(gridStep(key, at, 10, 4)).toBe(to);
});
