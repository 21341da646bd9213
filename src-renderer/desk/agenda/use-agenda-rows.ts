import { useMemo, useRef } from 'react';
import { useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useDeskTimetable } from '../meeting/use-timetable.ts';
import { type AgendaRow, agendaRows, reuseRows } from './agenda-rows.ts';

/** The agenda's rows; an unchanged row stays the same object. */
export function useAgendaRows(): readonly AgendaRow[] {
  const { store } = useRuntime();
  const plan = useDeskTimetable();
  const followUps = useMeetingValue((meeting) => meeting.followUps);
  const last = useRef<readonly AgendaRow[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan changes with every part of the meeting it is made of
  return useMemo(() => {
    const { meeting } = store.current();
    last.current = meeting === null ? [] : reuseRows(last.current, agendaRows(meeting, plan));
    return last.current;
  }, [store, plan, followUps]);
}
