import type { Limits } from '../model/limits.ts';
import { type Duration, duration, elapsed, MINUTE, type Mono, plus, ZERO } from '../time/units.ts';

/** What a window needs to paint a turn's clock without further messages. */
export interface ClockAnchor {
  /** Spent up to `anchor` while running, otherwise in total, ms. */
  readonly spent: Duration;
  /** Reading of the main process's monotonic clock while running, else `null`. */
  readonly anchor: Mono | null;
  /** Time added to the limits, ms; negative when shortened. */
  readonly added: number;
}

export type Phase = 'running' | 'wrapUp' | 'overtime';

/** Time spent in the turn at `now`. A clock that runs backwards counts as standing still. */
export function spentAt(clock: ClockAnchor, now: Mono): Duration {
  if (clock.anchor === null) return clock.spent;
  return plus(clock.spent, duration(Math.max(0, elapsed(clock.anchor, now))));
}

/** The limits plus the added time, which moves both. Never below one second. */
export function effectiveLimits(limits: Limits, added: number): Limits {
  const move = (limit: Duration | null) => (limit === null ? null : duration(Math.max(1000, limit + added)));
  return { soft: move(limits.soft), hard: move(limits.hard) };
}

/**
 * At which time spent an item ends: at its limit with the added time, or if nothing is counted down at its planned length
 * with that time. 0 if nothing is planned.
 */
export const endOf = (limits: Limits, planned: Duration, added: number): Duration =>
  effectiveLimits({ soft: null, hard: limits.hard ?? (planned > 0 ? planned : null) }, added).hard ?? ZERO;

/** The limits that the clock counts down: a break without a limit counts down its planned length. */
export function countedLimits(limits: Limits, { isBreak, planned }: { isBreak: boolean; planned: Duration }): Limits {
  return isBreak && limits.hard === null && planned > 0 ? { soft: null, hard: planned } : limits;
}

/**
 * An item without a limit (a prayer, an anthem) has a title on the projector instead of a clock; only the desk sees its
 * length.
 */
export const isUnclocked = ({ limits, isBreak }: { limits: Limits; isBreak: boolean }): boolean =>
  !isBreak && limits.hard === null;

/**
 * running → wrapUp (from the soft limit) → overtime (from the hard limit on): docs/design.md#time. Without a hard limit a turn
 * is always `running`.
 */
export function phaseOf(spent: Duration, limits: Limits): Phase {
  if (limits.hard === null) return 'running';
  if (spent >= limits.hard) return 'overtime';
  return limits.soft !== null && spent >= limits.soft ? 'wrapUp' : 'running';
}

export interface ClockFace {
  readonly phase: Phase;
  /** What the big digits show, in whole seconds as ms: time left, or time over, or (no limit) time spent. */
  readonly shown: Duration;
  readonly meaning: 'left' | 'over' | 'spent';
  /** 0 to 1 of the hard limit; 0 without one. */
  readonly progress: number;
}

/**
 * What a clock shows at `now`. Time left is rounded up and overtime down, so that 00:00 is shown for exactly the second
 * in which the limit falls and the whole countdown changes on the same boundaries.
 */
export function faceAt(clock: ClockAnchor, limits: Limits, now: Mono): ClockFace {
  const spent = spentAt(clock, now);
  const { soft, hard } = effectiveLimits(limits, clock.added);
  const phase = phaseOf(spent, { soft, hard });
  if (hard === null) return { phase, shown: duration(Math.floor(spent / 1000) * 1000), meaning: 'spent', progress: 0 };
  const left = hard - spent;
  const progress = Math.min(1, spent / hard);
  return left > 0
    ? { phase, shown: duration(Math.ceil(left / 1000) * 1000), meaning: 'left', progress }
    : { phase, shown: duration(Math.floor((spent - hard) / 1000) * 1000), meaning: 'over', progress };
}

/** How long until the painted second changes, 1 to 1000 ms; `null` when the clock stands still. */
export function untilNextSecond(clock: ClockAnchor, limits: Limits, now: Mono): Duration | null {
  if (clock.anchor === null) return null;
  const spent = spentAt(clock, now);
  const { hard } = effectiveLimits(limits, clock.added);
  const phaseShift = hard === null ? 0 : hard % 1000;
  const into = (((spent - phaseShift) % 1000) + 1000) % 1000;
  return duration(1000 - into);
}

/** Which minute of the turn it is at `spent`: 1 in the first 60 seconds. */
export const minuteOf = (spent: Duration): number => Math.floor(spent / MINUTE) + 1;
