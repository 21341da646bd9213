import { type Duration, type Instant, instant, mono } from '#core/time/units.ts';
import type { Clock } from '../meeting/journal.ts';

/** A clock that advances only when told to, so that two days pass in a moment. */
export interface StepClock extends Clock {
  step(by: Duration): void;
}

export function stepClock(start: Instant): StepClock {
  let passed = 0;
  return {
    now: () => instant(start + passed),
    mono: () => mono(passed),
    step(by) {
      passed += by;
    },
  };
}
