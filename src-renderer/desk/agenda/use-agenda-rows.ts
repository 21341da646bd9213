import { useMemo, useRef } from 'react';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { type AgendaRow, agendaRows, reuseRows } from './agenda-rows.ts';

/** The agenda's rows; an unchanged row stays the same object. */
export function useAgendaRows(): readonly AgendaRow[] {
  const { store } = useRuntime();
  const agenda = useMeetingValue((meeting) => meeting.agenda);
  const current = useMeetingValue((meeting) => meeting.current);
  const followUps = useMeetingValue(followUpsNow);
  const last = useRef<readonly AgendaRow[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the parts of the meeting that the lines are made of
  return useMemo(() => {
    const { meeting } = store.current();
    last.current = meeting === null ? [] : reuseRows(last.current, agendaRows(meeting));
    return last.current;
  }, [store, agenda, current, followUps]);
}
