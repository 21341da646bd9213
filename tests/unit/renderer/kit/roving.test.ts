import { expect, it } from 'vitest';
import { rovingStep } from '#renderer/kit/roving.ts';

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
