import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Limits } from '#core/model/limits.ts';
import { type ClockAnchor, type ClockFace, faceAt } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { afterPaint } from '#renderer/kit/after-paint.ts';
import { setDigits } from '#renderer/kit/clock-parts.ts';
import { useClock, useRuntime } from '../kernel/desk-context.tsx';
import { type Subscribe, sharedSubscription } from '../kernel/shared-subscription.ts';
import { type Beat, beatOf } from './beat.ts';
import type { DeskTimetable } from './timetable.ts';
import { type TimetableStore, timetableStore } from './timetable-store.ts';

interface PassingTime {
  readonly beat: Beat;
  readonly timetable: TimetableStore;
  /** Informs of another timetable once the page has been painted. */
  readonly afterPaint: Subscribe;
}

const PassingTimeContext = createContext<PassingTime | null>(null);

/** Gives the open meeting's timetable and the beat of its clock to all within. */
export function PassingTimeProvider({ children }: { children: ReactNode }) {
  const { store, clock } = useRuntime();
  const time = useMemo(() => {
    const timetable = timetableStore(store, clock);
    const painted = sharedSubscription((tell) => {
      const later = afterPaint(tell);
      const end = timetable.subscribe(later.soon);
      return () => {
        end();
        later.cancel();
      };
    });
    return { beat: beatOf(store, clock), timetable, afterPaint: painted };
  }, [store, clock]);
  return <PassingTimeContext value={time}>{children}</PassingTimeContext>;
}

function usePassingTime(): PassingTime {
  const time = useContext(PassingTimeContext);
  if (time === null) throw new Error('usePassingTime outside PassingTimeProvider');
  return time;
}

export const useBeat = (): Beat => usePassingTime().beat;

/**
 * A part of the timetable as it stands; rerenders only when that part is another value.
 * @param select must answer with something of the timetable itself or a primitive, never with a fresh object
 */
export function useTimetable<T>(select: (timetable: DeskTimetable) => T): T {
  const { timetable } = usePassingTime();
  return useSyncExternalStore(timetable.subscribe, () => select(timetable.current()));
}

/** Runs what paints without React; what it throws is thrown in the component, whose error screen then shows. */
function usePaintErrors(): (paint: () => void) => void {
  const [, fail] = useState(null);
  return useCallback((paint) => {
    try {
      paint();
    } catch (error) {
      fail(() => {
        throw error;
      });
    }
  }, []);
}

/**
 * Calls `paint` before each paint of the component, and after the next paint of the page whenever the timetable is another: for
 * what stands in each row, so that React has nothing to do when all of them shift, and they hold up no command's own frame.
 */
export function useTimetablePaint(paint: (timetable: DeskTimetable) => void): void {
  const { timetable, afterPaint: subscribe } = usePassingTime();
  const latest = useRef(paint);
  const safely = usePaintErrors();
  useLayoutEffect(() => {
    latest.current = paint;
    paint(timetable.current());
  });
  useLayoutEffect(
    () => subscribe(() => safely(() => latest.current(timetable.current()))),
    [subscribe, timetable, safely],
  );
}

const whole = (timetable: DeskTimetable): DeskTimetable => timetable;

/** All of the timetable: rerenders whenever any time of it is another. */
export const useDeskTimetable = (): DeskTimetable => useTimetable(whole);

/**
 * A part of what the active turn's clock shows, looked at with each second; rerenders only when it is another.
 * @param select must answer with a primitive
 */
export function useFaceValue<T extends string | number | boolean>(
  turn: ClockAnchor,
  limits: Limits,
  select: (face: ClockFace) => T,
): T {
  const clock = useClock();
  return useSyncExternalStore(useBeat().subscribe, () => select(faceAt(turn, limits, clock.mono())));
}

/**
 * Calls `paint` before the first paint, with each second of the active turn, and when the turn or what is painted is
 * another: for what changes each second, so that React has nothing to do with it.
 */
export function useTurnPaint(turn: ClockAnchor, limits: Limits, paint: (face: ClockFace) => void): void {
  const clock = useClock();
  const beat = useBeat();
  const latest = useRef<(() => void) | null>(null);
  const safely = usePaintErrors();
  useLayoutEffect(() => {
    latest.current = () => paint(faceAt(turn, limits, clock.mono()));
    latest.current();
  });
  useLayoutEffect(() => beat.subscribe(() => safely(() => latest.current?.())), [beat, safely]);
}

/** The digits of the active turn's clock: "07:24", "+01:15" past the limit. */
export function TurnDigits({ turn, limits }: { turn: ClockAnchor; limits: Limits }) {
  const place = useRef<HTMLSpanElement>(null);
  useTurnPaint(turn, limits, (face) => setDigits(place.current, formatTimer(face.shown, face.meaning === 'over')));
  return <span className="d-row-clock" ref={place} />;
}
