import type { Meeting } from '#core/model/meeting.ts';
import { MINUTE } from '#core/time/units.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { startTicker } from '#renderer/kit/ticker.ts';
import { type Subscribe, sharedSubscription } from '../kernel/shared-subscription.ts';
import { type DeskTimetable, deskTimetable } from './timetable.ts';

export interface TimetableStore {
  current(): DeskTimetable;
  readonly subscribe: Subscribe;
}

/** The input of the timetable; typing, and notes on the screen, are not part of it. */
const partsOf = (meeting: Meeting): readonly unknown[] => [
  meeting.id,
  meeting.agenda,
  meeting.current,
  meeting.status,
  meeting.limits,
  meeting.changeover,
  meeting.startAt,
  meeting.plans,
  meeting.date,
  meeting.zone,
  meeting.finishedAt,
];

type Source = Pick<ViewStore<DeskView>, 'current' | 'subscribe'>;

/**
 * The present timetable, computed once for everything that shows a part of it: once a minute, and when its input
 * changes.
 */
export function timetableStore(
  store: Source,
  clock: Pick<MainClock, 'now' | 'mono'>,
  start = startTicker,
): TimetableStore {
  let parts: readonly unknown[] = [];
  let value: DeskTimetable | null = null;

  const current = (): DeskTimetable => {
    const { meeting } = store.current();
    const now = clock.now();
    const next = [Math.floor(now / MINUTE), ...(meeting === null ? [] : partsOf(meeting))];
    if (value !== null && next.length === parts.length && next.every((part, index) => part === parts[index]))
      return value;
    parts = next;
    value =
      meeting === null
        ? { rows: new Map(), finish: now, day: '', delay: null }
        : deskTimetable(meeting, now, clock.mono());
    return value;
  };

  // Each row listens, and most changes of the meeting are none of the timetable's.
  const subscribe = sharedSubscription((tell) => {
    let told = current();
    const look = (): void => {
      const next = current();
      if (next === told) return;
      told = next;
      tell();
    };
    const ends = [store.subscribe(look), start(() => MINUTE - (clock.now() % MINUTE) + 1, look).stop];
    return () => {
      for (const end of ends) end();
    };
  });
  return { current, subscribe };
}
