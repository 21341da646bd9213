import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { depth } from '../../../support/depth.ts';
import { play, prepared } from '../../../support/workspace-play.ts';
import { anyStep } from '../../../support/workspace-steps.ts';

const INTERLEAVINGS = depth(2000, 20_000, 'EKSPOSE_INTERLEAVINGS');

const traceLimit = Error.stackTraceLimit;
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  // Refusals are thrown by the thousand here, and their traces would take a third of the time.
  Error.stackTraceLimit = 1;
});
afterAll(() => {
  vi.useRealTimers();
  Error.stackTraceLimit = traceLimit;
});

test('whatever comes between, nothing that was answered is lost, no window is left behind, and nothing hangs', {
  timeout: 60_000 + INTERLEAVINGS * 100,
}, async () => {
  const start = await prepared();
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), fc.nat(), async (steps, seed) => {
      const problems = await play(start, steps, seed);
      vi.clearAllTimers();
      expect(problems).toEqual([]);
    }),
    { numRuns: INTERLEAVINGS },
  );
});
