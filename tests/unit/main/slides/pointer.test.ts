import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pointer } from '#main/slides/pointer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a mark stays while it moves, and goes away by itself', () => {
  const changes = vi.fn();
  const { point, current } = pointer(changes);
  const at = (x: number) => ({ itemId: 'i1', page: 2, x, y: 0.5 });
  point(null);
  expect(changes).not.toHaveBeenCalled();
  point(at(0.1));
  vi.advanceTimersByTime(7_000);
  point(at(0.2));
  vi.advanceTimersByTime(7_000);
  expect(current()).toEqual(at(0.2));
  vi.advanceTimersByTime(1_500);
  expect(current()).toBeNull();
  expect(changes).toHaveBeenCalledTimes(3);
});
