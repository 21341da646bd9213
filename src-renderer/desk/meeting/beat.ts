import { itemOf } from '#core/model/meeting.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { untilNextSecond } from '#core/schedule/turn-clock.ts';
import { MINUTE } from '#core/time/units.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { startTicker } from '#renderer/kit/ticker.ts';
import { type Subscribe, sharedSubscription } from '../kernel/shared-subscription.ts';

/** What everything at the desk that shows passing time is painted by. */
export interface Beat {
  /** Called on each second's boundary of a running turn, and on each minute's boundary. */
  readonly subscribe: Subscribe;
}

type Source = Pick<ViewStore<DeskView>, 'current' | 'subscribe'>;

/**
 * One timer for the whole window, so that everything that shows the same second changes in the same frame: each frame costs
 * more than all that is painted in it.
 */
export function beatOf(store: Source, clock: Pick<MainClock, 'now' | 'mono'>, start = startTicker): Beat {
  const running = () => {
    const { meeting } = store.current();
    const item = meeting === null ? null : itemOf(meeting, meeting.current);
    return meeting === null || item === null ? null : { turn: item.turn, limits: clockLimitsOf(meeting, item) };
  };
  const wait = (): number => {
    const minute = MINUTE - (clock.now() % MINUTE);
    const live = running();
    const second = live === null ? null : untilNextSecond(live.turn, live.limits, clock.mono());
    // A little behind the boundary: just before it the old second would be shown once more.
    return Math.min(minute, second ?? minute) + 1;
  };
  const subscribe = sharedSubscription((tick) => {
    let turn = running()?.turn;
    let ticker = start(wait, tick);
    const unsubscribe = store.subscribe(() => {
      const next = running()?.turn;
      if (next === turn) return;
      turn = next;
      ticker.stop();
      ticker = start(wait, tick);
    });
    return () => {
      unsubscribe();
      ticker.stop();
    };
  });
  return { subscribe };
}
