import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskTimetable } from './timetable.ts';
import { type TimetableStore, timetableStore } from './timetable-store.ts';

const TimetableContext = createContext<TimetableStore | null>(null);

/** Gives the timetable of the open meeting to all within. */
export function TimetableProvider({ children }: { children: ReactNode }) {
  const { store, clock } = useRuntime();
  const timetable = useMemo(() => timetableStore(store, clock), [store, clock]);
  return <TimetableContext value={timetable}>{children}</TimetableContext>;
}

/**
 * A part of the timetable as it stands; rerenders only when that part is another value.
 * @param select must answer with something of the timetable itself or a primitive, never with a fresh object
 */
export function useTimetable<T>(select: (timetable: DeskTimetable) => T): T {
  const store = useContext(TimetableContext);
  if (store === null) throw new Error('useTimetable outside TimetableProvider');
  return useSyncExternalStore(store.subscribe, () => select(store.current()));
}

const whole = (timetable: DeskTimetable): DeskTimetable => timetable;

/** All of the timetable: rerenders whenever any time of it is another. */
export const useDeskTimetable = (): DeskTimetable => useTimetable(whole);
