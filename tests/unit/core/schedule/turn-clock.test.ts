import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUSE_LIMITS, type Limits, limitsAreSound, NO_LIMITS } from '#core/model/limits.ts';
import {
  type ClockAnchor,
  effectiveLimits,
  faceAt,
  minuteOf,
  phaseOf,
  spentAt,
  untilNextSecond,
} from '#core/schedule/turn-clock.ts';
import { duration, minutes, mono, seconds } from '#core/time/units.ts';

const running = (added = 0, spent = 0): ClockAnchor => ({ spent: duration(spent), anchor: mono(1_000), added });
const at = (ms: number) => mono(1_000 + ms);

describe('time spent', () => {
  it('counts from the anchor on top of what was spent before', () => {
    expect(spentAt(running(0, 5_000), at(2_500))).toBe(7_500);
  });
  it('stands still without an anchor', () => {
    expect(spentAt({ spent: duration(5_000), anchor: null, added: 0 }, at(99_999))).toBe(5_000);
  });
  it('does not run backwards', () => {
    expect(spentAt(running(0, 5_000), mono(0))).toBe(5_000);
  });
});

describe('phases', () => {
  it.each([
    [0, 'running'],
    [599_999, 'running'],
    [600_000, 'wrapUp'],
    [719_999, 'wrapUp'],
    [720_000, 'overtime'],
    [9_999_999, 'overtime'],
  ])('at %i ms of 10 and 12 minutes: %s', (ms, phase) => expect(phaseOf(duration(ms), HOUSE_LIMITS)).toBe(phase));

  it('of a turn without a limit is always running', () => {
    expect(phaseOf(minutes(600), NO_LIMITS)).toBe('running');
  });
  it('goes from running to overtime where no soft limit is set', () => {
    const limits: Limits = { soft: null, hard: minutes(5) };
    expect(phaseOf(duration(299_999), limits)).toBe('running');
    expect(phaseOf(minutes(5), limits)).toBe('overtime');
  });
});

describe('added time', () => {
  it('moves both marks', () => {
    expect(effectiveLimits(HOUSE_LIMITS, 120_000)).toEqual({ soft: minutes(12), hard: minutes(14) });
    expect(effectiveLimits(HOUSE_LIMITS, -60_000)).toEqual({ soft: minutes(9), hard: minutes(11) });
  });
  it('never moves a limit below a second', () => {
    expect(effectiveLimits(HOUSE_LIMITS, -3_600_000)).toEqual({ soft: seconds(1), hard: seconds(1) });
  });
  it('gives no limit to what has none', () => expect(effectiveLimits(NO_LIMITS, 60_000)).toEqual(NO_LIMITS));
  it('brings a turn back from overtime', () => {
    expect(faceAt(running(60_000), HOUSE_LIMITS, at(730_000))).toMatchObject({ phase: 'wrapUp', shown: 50_000 });
  });
});

describe('limits', () => {
  it.each([
    [HOUSE_LIMITS, true],
    [NO_LIMITS, true],
    [{ soft: minutes(12), hard: minutes(12) }, true],
    [{ soft: minutes(13), hard: minutes(12) }, false],
    [{ soft: minutes(1), hard: null }, false],
  ] as const)('%j sound: %s', (limits, sound) => expect(limitsAreSound(limits)).toBe(sound));
});

describe('the face', () => {
  it.each([
    [0, '12:00 left', 720_000, 'left'],
    [1, 'still 12:00', 720_000, 'left'],
    [1_000, '11:59', 719_000, 'left'],
    [719_999, 'the last second', 1_000, 'left'],
    [720_000, '00:00 as the limit falls', 0, 'over'],
    [720_999, 'still 00:00', 0, 'over'],
    [721_000, '+00:01', 1_000, 'over'],
  ])('after %i ms shows %s', (ms, _words, shown, meaning) => {
    expect(faceAt(running(), HOUSE_LIMITS, at(ms))).toMatchObject({ shown, meaning });
  });

  it('counts up where there is no limit', () => {
    const face = faceAt(running(), NO_LIMITS, at(65_900));
    expect(face).toEqual({ phase: 'running', shown: 65_000, meaning: 'spent', progress: 0 });
  });

  it('gives the share of the hard limit, 1 at most', () => {
    expect(faceAt(running(), HOUSE_LIMITS, at(360_000)).progress).toBe(0.5);
    expect(faceAt(running(), HOUSE_LIMITS, at(999_999)).progress).toBe(1);
  });
});

const anyLimits = fc.oneof(
  fc.constant<Limits>(NO_LIMITS),
  fc
    .tuple(fc.integer({ min: 1_000, max: 3_600_000 }), fc.integer({ min: 1_000, max: 3_600_000 }))
    .map(([a, b]): Limits => ({ soft: duration(Math.min(a, b)), hard: duration(Math.max(a, b)) })),
);
const anyClock = fc.record({
  spent: fc.integer({ min: 0, max: 7_200_000 }).map(duration),
  anchor: fc.integer({ min: 0, max: 1_000_000 }).map(mono),
  added: fc.integer({ min: -1_800_000, max: 1_800_000 }),
});

describe('the next second', () => {
  it('is when the shown second changes, and not before', () => {
    fc.assert(
      fc.property(anyClock, anyLimits, fc.integer({ min: 0, max: 7_200_000 }), (clock, limits, passed) => {
        const now = clock.anchor + passed;
        const wait = untilNextSecond(clock, limits, mono(now));
        if (wait === null) throw new Error('a running clock has a next second');
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(wait).toBeLessThanOrEqual(1_000);
        const shown = faceAt(clock, limits, mono(now)).shown;
        expect(faceAt(clock, limits, mono(now + wait - 1)).shown).toBe(shown);
        const next = faceAt(clock, limits, mono(now + wait));
        // In the second in which the limit falls the last "00:01 left" becomes "00:00 over"; all others differ by one.
        expect(Math.abs(next.shown - shown)).toBe(1_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is also when the phase changes, where the limits are whole seconds', () => {
    const whole = anyLimits.map(
      ({ soft, hard }): Limits => ({
        soft: soft === null ? null : duration(Math.ceil(soft / 1000) * 1000),
        hard: hard === null ? null : duration(Math.ceil(hard / 1000) * 1000),
      }),
    );
    fc.assert(
      fc.property(anyClock, whole, fc.integer({ min: 0, max: 7_200_000 }), (clock, limits, passed) => {
        const steady = { ...clock, added: Math.round(clock.added / 1000) * 1000 };
        const now = steady.anchor + passed;
        const wait = untilNextSecond(steady, limits, mono(now)) ?? 0;
        expect(faceAt(steady, limits, mono(now + wait - 1)).phase).toBe(faceAt(steady, limits, mono(now)).phase);
      }),
    );
  });

  it('never comes for a clock that stands still', () => {
    expect(untilNextSecond({ spent: duration(1), anchor: null, added: 0 }, HOUSE_LIMITS, at(0))).toBeNull();
  });
});

it('the first minute of a turn is minute 1', () => {
  expect([0, 59_999, 60_000, 719_999].map((ms) => minuteOf(duration(ms)))).toEqual([1, 1, 2, 12]);
});
