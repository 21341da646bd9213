/**
 * The three kinds of time. They are branded so that an instant cannot be added to an instant, nor a wall-clock reading
 * be used as a monotonic one.
 */
declare const kind: unique symbol;

/** A point on the wall clock: milliseconds since 1970-01-01T00:00Z. Only recorded, never used to count a turn. */
export type Instant = number & { readonly [kind]: 'instant' };
/** A length of time in milliseconds. */
export type Duration = number & { readonly [kind]: 'duration' };
/** A reading of the main process's monotonic clock in milliseconds. Meaningless in another run of the process. */
export type Mono = number & { readonly [kind]: 'mono' };

export const instant = (ms: number): Instant => ms as Instant;
export const duration = (ms: number): Duration => ms as Duration;
export const mono = (ms: number): Mono => ms as Mono;

export const seconds = (n: number): Duration => duration(n * 1000);
/** ms. */
export const MINUTE = 60_000;

export const minutes = (n: number): Duration => duration(n * MINUTE);

export const ZERO: Duration = duration(0);

export const plus = (a: Duration, b: Duration): Duration => duration(a + b);
export const later = (at: Instant, by: Duration): Instant => instant(at + by);
/** How long after `from` is `to`; negative if before. */
export const between = (from: Instant, to: Instant): Duration => duration(to - from);
/** How long the monotonic clock ran from `from` to `to`. */
export const elapsed = (from: Mono, to: Mono): Duration => duration(to - from);

/** One reading of both clocks, taken together. */
export interface ClockReading {
  readonly mono: Mono;
  readonly now: Instant;
}
