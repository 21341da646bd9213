import { useMemo } from 'react';
import { useClock, useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useNow } from '../kernel/use-now.ts';
import { type DeskTimetable, deskTimetable } from './timetable.ts';

/** The present timetable: recomputed once a minute, and when its input changes (not while typing). */
export function useDeskTimetable(): DeskTimetable {
  const clock = useClock();
  const { store } = useRuntime();
  const now = useNow();
  const agenda = useMeetingValue((meeting) => meeting.agenda);
  const current = useMeetingValue((meeting) => meeting.current);
  const status = useMeetingValue((meeting) => meeting.status);
  const limits = useMeetingValue((meeting) => meeting.limits);
  const changeover = useMeetingValue((meeting) => meeting.changeover);
  const startAt = useMeetingValue((meeting) => meeting.startAt);
  const plans = useMeetingValue((meeting) => meeting.plans);
  const date = useMeetingValue((meeting) => meeting.date);
  const zone = useMeetingValue((meeting) => meeting.zone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the parts of the meeting that the plan depends on
  return useMemo(() => {
    const { meeting } = store.current();
    if (meeting === null) return { rows: new Map(), finish: now, day: date, delay: null };
    return deskTimetable(meeting, clock.now(), clock.mono());
  }, [store, clock, now, agenda, current, status, limits, changeover, startAt, plans, date, zone]);
}
