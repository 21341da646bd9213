import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import type { OutboxEntry } from '#renderer/client/outbox-storage.ts';
import { type DeskRuntime, looksOn } from './runtime.ts';
import type { NewToast } from './toasts/toast-store.ts';
import type { DeskDialog } from './ui-store.ts';
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
 * A part of the view; rerenders only when that part becomes another value.
 * @param select must answer with something of the view itself or a primitive, never with a fresh object
 */
export function useDeskValue<T>(select: (view: DeskView) => T): T {
  const { store } = useRuntime();
  return useSyncExternalStore(store.subscribe, () => select(store.current()));
}

function needMeeting(view: DeskView): Meeting {
  if (view.meeting === null) throw new Error('no meeting is open');
  return view.meeting;
}

/** The open meeting; rerenders with every change of it (also while a draft is typed). @throws when none is open */
export const useMeeting = (): Meeting => useDeskValue(needMeeting);

/** A part of the open meeting, under the rule of `useDeskValue`. @throws when none is open */
export function useMeetingValue<T>(select: (meeting: Meeting) => T): T {
  return useDeskValue((view) => select(needMeeting(view)));
}

/** True while another desk holds the pen. */
export function useLooksOn(): boolean {
  const { store } = useRuntime();
  return useDeskValue(({ seat }) => looksOn(seat, store.client));
}

/** A part of what is on its way to the disk, under the rule of `useDeskValue`. */
export function useOutbox<T>(select: (entries: readonly OutboxEntry[]) => T): T {
  const { outbox } = useRuntime();
  return useSyncExternalStore(outbox.subscribe, () => select(outbox.entries()));
}

/** True while the open meeting may only be looked at. */
export function useReadOnly(): boolean {
  const other = useLooksOn();
  return useDeskValue((view) => view.readOnly) || other;
}

/** `send(command)`: true when accepted; a refusal was already told in a toast. */
export const useSend = (): DeskRuntime['send'] => useRuntime().send;

/** `ask(type, payload)`: the answer, or `null` when refused (already told in a toast). */
export const useAsk = (): DeskRuntime['ask'] => useRuntime().ask;

/** Sends without telling: for a form that shows the refusal beside its field. */
export const useDispatch = (): DeskRuntime['dispatch'] => useRuntime().dispatch;

/** The main process's clocks: `mono()` for turns, `now()` for the time of day. */
export const useClock = (): MainClock => useRuntime().clock;

/** `toast({ tone, text, action? })`: a short message at the foot of the desk. */
export const useToast = (): ((toast: NewToast) => number) => useRuntime().toasts.show;

/** Which screen is up, and the way between them. */
export function useScreen(): { screen: 'meeting' | 'settings'; openSettings(): void; closeSettings(): void } {
  const { ui } = useRuntime();
  const screen = useStoreValue(ui, (state) => state.screen);
  return useMemo(
    () => ({
      screen,
      openSettings: () => ui.update((state) => ({ ...state, screen: 'settings', dialog: null })),
      closeSettings: () => ui.update((state) => ({ ...state, screen: 'meeting' })),
    }),
    [screen, ui],
  );
}

/** The dialog that is open, and the way to open and close one. */
export function useDialog(): { dialog: DeskDialog | null; open(dialog: DeskDialog): void; close(): void } {
  const { ui } = useRuntime();
  const dialog = useStoreValue(ui, (state) => state.dialog);
  return useMemo(
    () => ({
      dialog,
      open: (next) => ui.update((state) => ({ ...state, dialog: next })),
      close: () => ui.update((state) => ({ ...state, dialog: null })),
    }),
    [dialog, ui],
  );
}

/** The item looked at instead of the one on the floor (`null`: none), and the way to look at another. */
export function useViewed(): { viewed: ItemId | null; view(itemId: ItemId | null): void } {
  const { ui } = useRuntime();
  const viewed = useStoreValue(ui, (state) => state.viewed);
  return useMemo(
    () => ({ viewed, view: (itemId) => ui.update((state) => ({ ...state, viewed: itemId })) }),
    [viewed, ui],
  );
}
