import { createContext, type ReactNode, useContext, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import type { OutboxEntry } from '#renderer/client/outbox-storage.ts';
import { type DeskRuntime, looksOn } from './runtime.ts';
import type { NewToast } from './toasts/toast-store.ts';
import { closeDialog, type DeskDialog, type DeskScreen, roomLooks } from './ui-store.ts';
import { useStoreValue } from './value-store.ts';

const RuntimeContext = createContext<DeskRuntime | null>(null);

export function DeskProvider({ runtime, children }: { runtime: DeskRuntime; children: ReactNode }) {
  return <RuntimeContext value={runtime}>{children}</RuntimeContext>;
}

/** The desk's objects outside React: stable for the life of the window. */
export function useRuntime(): DeskRuntime {
  const runtime = useContext(RuntimeContext);
  if (runtime === null) throw new Error('useRuntime outside DeskProvider');
  return runtime;
}

/**
 * A part of the view; rerenders only when that part changes.
 * @param select must return a part of the view itself or a primitive, never a new object
 */
export function useDeskValue<T>(select: (view: DeskView) => T): T {
  const { store } = useRuntime();
  return useSyncExternalStore(store.subscribe, () => select(store.current()));
}

function needMeeting(view: DeskView): Meeting {
  if (view.meeting === null) throw new Error('no meeting is open');
  return view.meeting;
}

/**
 * The open meeting; rerenders with every change of it (also while a draft is typed).
 * @throws if none is open
 */
export const useMeeting = (): Meeting => useDeskValue(needMeeting);

/** A part of the open meeting, under the rule of `useDeskValue`. @throws if none is open */
export function useMeetingValue<T>(select: (meeting: Meeting) => T): T {
  return useDeskValue((view) => select(needMeeting(view)));
}

/**
 * The open meeting; rerenders only when one of the parts is another. For what is worked out from several parts.
 * @param parts must answer with parts of the meeting itself and primitives
 * @throws when none is open
 */
export function useMeetingParts(parts: (meeting: Meeting) => readonly unknown[]): Meeting {
  const { store } = useRuntime();
  const last = useRef<readonly unknown[]>([]);
  useSyncExternalStore(store.subscribe, () => {
    const next = parts(needMeeting(store.current()));
    const isSame = next.length === last.current.length && next.every((part, n) => Object.is(part, last.current[n]));
    if (!isSame) last.current = next;
    return last.current;
  });
  return needMeeting(store.current());
}

/** True while another desk holds the seat. */
export function useLooksOn(): boolean {
  const { store } = useRuntime();
  return useDeskValue(({ seat }) => looksOn(seat, store.client));
}

/** True while the room looks at this window. */
export function useRoomLooks(): boolean {
  const { ui } = useRuntime();
  const isOpen = useDeskValue(({ meeting }) => meeting !== null);
  return useStoreValue(ui, (state) => roomLooks(state, isOpen));
}

/** A part of the outbox, under the rule of `useDeskValue`. */
export function useOutbox<T>(select: (entries: readonly OutboxEntry[]) => T): T {
  const { outbox } = useRuntime();
  return useSyncExternalStore(outbox.subscribe, () => select(outbox.entries()));
}

/** True while the open meeting is read-only. */
export function useReadOnly(): boolean {
  const other = useLooksOn();
  return useDeskValue((view) => view.readOnly) || other;
}

/** `send(command)`: true if accepted; a refusal was already reported in a toast. */
export const useSend = (): DeskRuntime['send'] => useRuntime().send;

/** `ask(type, payload)`: the answer, or `null` if refused (already reported in a toast). */
export const useAsk = (): DeskRuntime['ask'] => useRuntime().ask;

/** Sends without a toast: for a form that shows the refusal beside its field. */
export const useDispatch = (): DeskRuntime['dispatch'] => useRuntime().dispatch;

/** The main process's clocks: `mono()` for turns, `now()` for the time of day. */
export const useClock = (): MainClock => useRuntime().clock;

/** `toast({ tone, text, action? })`: a short message at the bottom of the desk. */
export const useToast = (): ((toast: NewToast) => number) => useRuntime().toasts.show;

/** The present screen, and functions to change it. */
export function useScreen(): {
  screen: DeskScreen;
  openSettings(): void;
  openBoard(): void;
  /** To the meeting, or the start screen while none is open. */
  toMeeting(): void;
} {
  const { ui } = useRuntime();
  const screen = useStoreValue(ui, (state) => state.screen);
  return useMemo(
    () => ({
      screen,
      openSettings: () => ui.update((state) => ({ ...state, screen: 'settings', dialog: null })),
      openBoard: () => ui.update((state) => ({ ...state, screen: 'board', dialog: null })),
      toMeeting: () => ui.update((state) => ({ ...state, screen: 'meeting' })),
    }),
    [screen, ui],
  );
}

/** The open dialog, and functions to open and close one. */
export function useDialog(): { dialog: DeskDialog | null; open(dialog: DeskDialog): void; close(): void } {
  const { ui } = useRuntime();
  const dialog = useStoreValue(ui, (state) => state.dialog);
  return useMemo(
    () => ({
      dialog,
      open: (next) => ui.update((state) => ({ ...state, dialog: next })),
      close: () => closeDialog(ui, dialog),
    }),
    [dialog, ui],
  );
}

/** The selected item instead of the active one (`null`: none), and a function to select another. */
export function useSelectedItem(): { selectedId: ItemId | null; view(itemId: ItemId | null): void } {
  const { ui } = useRuntime();
  const selectedId = useStoreValue(ui, (state) => state.selected);
  return useMemo(
    () => ({ selectedId, view: (itemId) => ui.update((state) => ({ ...state, selected: itemId })) }),
    [selectedId, ui],
  );
}
