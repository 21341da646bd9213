import type { Clocks } from '#core/protocol/messages.ts';
import { type Instant, instant, type Mono, mono } from '#core/time/units.ts';

/**
 * The main process's monotonic clock as this window knows it. Each message contains main's reading; the smallest
 * difference seen belongs to the least delayed message, so it is used.
 */
export interface MainClock {
  heard(clocks: Clocks): void;
  mono(): Mono;
  now(): Instant;
}

export function mainClock(localMono: () => number = () => performance.now()): MainClock {
  let ahead = Number.POSITIVE_INFINITY;
  return {
    heard: (clocks) => {
      ahead = Math.min(ahead, localMono() - clocks.mono);
    },
    mono: () => mono(Number.isFinite(ahead) ? localMono() - ahead : 0),
    now: () => instant(Date.now()),
  };
}
